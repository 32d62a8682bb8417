import type { Loaded } from '../concern/load-concern.ts';
import type { LetterOrder } from '../concern/rules/commands.ts';
import type { ConcernPerson } from '../concern/rules/concern.ts';
import { approverFor } from '../concern/rules/decide/approval.ts';
import { clauseIds, type ClauseId, type Person, type Role } from '../concern/rules/words-of-the-school.ts';
import type { MailPerson } from '../mail/rules/mail.ts';
import type { ProposedLetterKind } from '../responses/rules/responses.ts';
import type { School } from '../school.ts';
import { prepareLetter, type LetterAsk, type LetterProblems } from './prepare-letter.ts';
import type { WarningWords } from './rules/letter-fields.ts';

export interface LetterWish {
  /** The day it would leave if it were approved now. */
  day: string;
  /** What was typed: `letter.parentName` … */
  fields: Record<string, string>;
  proposer: Person;
}

/** Makes the letter that a proposal needs from what was typed and what the concern knows. Whoever will approve signs it. */
export async function orderLetter(school: School, loaded: Loaded, kind: ProposedLetterKind, wish: LetterWish): Promise<LetterOrder | LetterProblems> {
  const role = approverFor(loaded.concern, wish.proposer);
  const signatory = role === null ? null : await signatoryOf(school, role, wish.proposer);
  if (signatory === null) return { problems: ['Nobody is in the group that would approve this letter. Ask IT to check the school\'s groups.'] };
  const shared = { ref: loaded.ref, letter: loaded.concern.letterCount + 1, day: wish.day, signatory, reporters: reportersOf(loaded) };
  const asked = kind === 'RS1-A' ? warning(school, loaded, wish) : closing(loaded);
  return 'problems' in asked ? asked : prepareLetter({ sealed: school.stores.sealed, settings: school.settings }, { ...shared, ...asked });
}

async function signatoryOf(school: School, role: Role, proposer: Person): Promise<LetterAsk['signatory'] | null> {
  const holder = (await school.directory.people()).find((each) => each.roles.includes(role) && each.oid !== proposer.oid);
  return holder === undefined ? null : { name: holder.displayName, role };
}

type Asked = { kind: 'RS1-A'; words: WarningWords } | { kind: 'CLOSE-R'; words: { name: string; email: string } } | LetterProblems;

function warning(school: School, loaded: Loaded, wish: LetterWish): Asked {
  const typed = (name: string): string => (wish.fields[`letter.${name}`] ?? '').trim();
  return { kind: 'RS1-A', words: {
    parentName: typed('parentName'), parentEmail: typed('parentEmail'), groupType: typed('groupType'), incidentDates: typed('incidentDates'),
    ownWords: typed('ownWords') === '' ? null : typed('ownWords'), summary: typed('summary'), clauses: clausesOf(loaded, wish.fields['letter.clauses']), replyBy: typed('replyBy'),
    contactName: school.directory.nameOf(loaded.concern.lead ?? wish.proposer.oid), meetingOffer: typed('meetingOffer') === '' ? null : typed('meetingOffer'),
  } };
}

/** As ticked for this letter; where the form did not ask, as they were at the first look. */
function clausesOf(loaded: Loaded, ticked: string | undefined): ClauseId[] {
  return ticked === undefined ? loaded.concern.clauses : clauseIds.filter((id) => ticked.split(',').includes(id));
}

/** To the person who told us, as their own mail names them; where nobody is sure who that is, nothing is guessed. */
function closing(loaded: Loaded): Asked {
  const [reporter] = mailPeople(loaded, 'reporter');
  return reporter?.email ? { kind: 'CLOSE-R', words: { name: reporter.name === '' ? reporter.email : reporter.name, email: reporter.email } }
    : { problems: ['It is not known who wrote to the school, so there is nobody to send a closing note to.'] };
}

function reportersOf(loaded: Loaded): MailPerson[] {
  return [...mailPeople(loaded, 'reporter'), ...mailPeople(loaded, 'forwarder')];
}

function mailPeople({ concern, words }: Loaded, kind: ConcernPerson['kind']): MailPerson[] {
  return Object.entries(concern.people).filter(([, person]) => person.kind === kind).map(([key]) => ({
    name: words[`${key}.name`]?.text ?? '', email: words[`${key}.address`]?.text || null,
  }));
}
