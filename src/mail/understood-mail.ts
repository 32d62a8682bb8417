import type { SealedExhibit, UnderstoodMail } from '../concern/rules/commands.ts';
import type { ConcernPerson } from '../concern/rules/concern.ts';
import type { Words } from '../concern/rules/events.ts';
import { exhibitName } from './rules/being-scanned.ts';
import { dangerWords } from './rules/danger-words.ts';
import { firstExhibits } from './rules/first-exhibits.ts';
import { requestKindOf } from './rules/request-kind.ts';
import type { Understanding } from './rules/understanding.ts';
import { unwrapped } from './rules/unwrapped.ts';
import type { MailWords } from './rules/words/mail-words.ts';
import { whoToldUs } from './rules/who-told-us.ts';
import { withoutReporters } from '../evidence/rules/without-reporter.ts';
import type { School } from '../school.ts';
import type { Judged } from './judge-mail.ts';
import type { MailExhibit, MailPerson } from './rules/mail.ts';

/** An item holds at most 16 KB; the whole text is one press away in the original. */
const longestText = 9_000;
const longestSummary = 700;

/** What the log is told of a mail: its first exhibits sealed under the concern's reference, its words apart from its facts. */
export async function understoodMail(school: School, ref: string, judged: Judged): Promise<UnderstoodMail> {
  const exhibits = judged.parsed?.exhibits ?? [];
  const request = judged.understood === null ? null : requestKindOf(judged.understood, judged.parsed?.subject ?? '');
  return {
    mail: judged.identity,
    route: judged.understood?.route ?? 'unsure',
    priority: judged.understood?.priority ?? 'P2',
    clauses: [...new Set((judged.understood?.clauses ?? []).map((each) => each.id))],
    audience: judged.audience,
    sender: judged.sender,
    request, ...(request === null ? {} : await cameIn(school, judged.identity)),
    people: peopleOf(school, judged),
    words: wordsOf(judged, school.words),
    exhibits: await sealExhibits(school, ref, judged.identity, firstExhibits(exhibits)),
    exhibitsInAll: exhibits.length,
  };
}

/** A mail may become a concern days after it came in; what the law gives runs from that day. */
async function cameIn(school: School, identity: string): Promise<Pick<UnderstoodMail, 'requestSince'>> {
  const found = await school.stores.ledger.find(identity);
  return found === null ? {} : { requestSince: found.mail.receivedAt };
}

/** Each attachment is sealed under the concern's reference before any event names it. */
export async function sealExhibits(school: School, ref: string, mail: string, exhibits: readonly MailExhibit[]): Promise<SealedExhibit[]> {
  const sealed: SealedExhibit[] = [];
  for (const each of exhibits) {
    sealed.push({
      mail, sha256: await school.stores.sealed.seal(ref, each.bytes), bytes: each.bytes.length, media: each.type.slice(0, 200), inline: each.inline,
      name: exhibitName(each).slice(0, 300),
    });
  }
  return sealed;
}

function peopleOf(school: School, { understood }: Judged): Record<string, ConcernPerson> {
  const oidOf = (person: MailPerson): string | null => school.directory.known().find((each) => each.mail.toLowerCase() === person.email)?.oid ?? null;
  const { reporter, forwarder } = whoToldUs(understood);
  return {
    ...(reporter ? { author: { kind: 'reporter' as const, oid: oidOf(reporter) } } : {}),
    ...(forwarder ? { forwarder: { kind: 'forwarder' as const, oid: oidOf(forwarder) } } : {}),
  };
}

/** `subject`, `summary` and quotes are read by everybody who may know, so they do not say who told us; `text` does. */
function wordsOf({ identity, parsed, understood }: Judged, words: MailWords): Words {
  const { reporter: author, forwarder } = whoToldUs(understood);
  const candidates = author === null ? understood?.candidates ?? [] : [];
  const strike = (text: string): string => withoutReporters(text, [author, forwarder].filter((each) => each !== null));
  const text = understood?.text ?? '';
  // The name of a file is the sender's own and often says who that is.
  const cannotRead = parsed?.cannotRead?.replace(/^".*" is locked/s, 'An attachment is locked') ?? null;
  const danger = understood === null ? [] : dangerWords(understood, parsed?.subject ?? '', words);
  return {
    ...personWords('author', author), ...personWords('forwarder', forwarder), ...candidateWords(identity, candidates),
    ...(author === null ? {} : { 'author.how': howKnown(understood) }),
    subject: strike(parsed?.subject ?? '').slice(0, 300),
    summary: cut(strike(unwrapped(text)).trim(), longestSummary),
    text: cut(text, longestText),
    reason: strike([understood?.reason, cannotRead].filter((sentence) => sentence != null).join(' ')),
    ...(understood?.comment ? { comment: cut(strike(understood.comment), 2_000) } : {}),
    ...(understood?.language ? { language: understood.language.name } : {}), ...(cannotRead === null ? {} : { 'cannot-read': strike(cannotRead) }),
    ...(danger.length === 0 ? {} : { danger: danger.map(strike).join('\n') }),
    ...Object.fromEntries((understood?.clauses ?? []).slice(0, 8).map((each) => [`quote.${each.id}`, strike(each.quote).replace(/\s+/g, ' ').slice(0, 200)])),
  };
}

function howKnown(understood: Understanding | null): string {
  return understood?.told === 'forwarder' ? 'They sent on what somebody else wrote' : understood?.authorEvidence ?? '';
}

function personWords(key: string, person: MailPerson | null): Words {
  return person === null ? {} : { [`${key}.name`]: person.name.slice(0, 200), [`${key}.address`]: (person.email ?? '').slice(0, 320) };
}

/** `candidate.mail` says of which mail they are asked, so that an answer takes them away. */
function candidateWords(mail: string, candidates: readonly MailPerson[]): Words {
  return candidates.length === 0 ? {} : Object.assign({ 'candidate.mail': mail }, ...candidates.map((each, index) => personWords(`candidate.${String(index + 1)}`, each))) as Words;
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)} …`;
}
