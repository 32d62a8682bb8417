import type { ServiceCommand } from '../../concern/rules/commands.ts';
import { exhibitsAtOnce } from '../../concern/rules/decide/decide-mail.ts';
import type { Words } from '../../concern/rules/events.ts';
import type { LedgerMail } from '../../ports.ts';
import type { School } from '../../school.ts';
import type { Judged } from '../judge-mail.ts';
import { handOf, recipientsOf } from '../rules/by-hand.ts';
import type { MailPerson, ParsedMail } from '../rules/mail.ts';
import { sealExhibits } from '../understood-mail.ts';

const longestText = 9_000;

/** What the log is told of a mail that somebody sent by hand: whose hand it was, to whom, the words. Its first attachments are kept with it; all of them lie in the original. */
export async function recordByHand(school: School, ref: string, mail: LedgerMail, judged: Judged): Promise<Extract<ServiceCommand, { verb: 'record-sent-by-hand' }>> {
  const exhibits = (judged.parsed?.exhibits ?? []).slice(0, exhibitsAtOnce);
  const sentBy = judged.parsed === null ? null : oidOf(school, handOf(judged.parsed, school.settings.mail.schoolMailbox));
  return {
    verb: 'record-sent-by-hand', mail: mail.identity, sentBy, sentAt: mail.receivedAt, audience: judged.audience,
    words: judged.parsed === null ? {} : wordsOf(judged.parsed, judged.understood?.text ?? '', sentBy, mail.receivedAt),
    exhibits: await sealExhibits(school, ref, mail.identity, exhibits),
  };
}

/** `by` and `at` are for the card, which shows the newest. */
function wordsOf(parsed: ParsedMail, ownText: string, sentBy: string | null, sentAt: number): Words {
  const text = ownText.trim() === '' ? parsed.text : ownText;
  return {
    to: recipientsOf(parsed).map(inWords).join(', ').slice(0, 1_000), subject: parsed.subject.slice(0, 300),
    text: text.length <= longestText ? text : `${text.slice(0, longestText)} …`,
    ...(sentBy === null ? {} : { by: sentBy }), at: new Date(sentAt).toISOString(),
  };
}

function inWords({ name, email }: MailPerson): string {
  if (email === null) return name;
  return name === '' ? email : `${name} <${email}>`;
}

function oidOf(school: School, person: MailPerson | null): string | null {
  return school.directory.known().find((each) => each.mail.toLowerCase() === person?.email)?.oid ?? null;
}
