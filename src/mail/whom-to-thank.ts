import type { Loaded } from '../concern/load-concern.ts';
import { fromRow } from '../concern/record.ts';
import { Fault } from '../ports.ts';
import type { School } from '../school.ts';
import { rawOf } from './reading/finish-mail.ts';
import { parseMail } from './parse-mail.ts';
import type { MailPerson, ParsedMail } from './rules/mail.ts';
import { senderVerdict } from './rules/sender-verdict.ts';
import { whyNotThank } from './rules/why-not-thank.ts';

/**
 * The first of those who told us to whom a thank-you may go. Asked of the original again and not of what was written down of it, so that
 * what was made a concern by hand is looked at as well.
 */
export async function whomToThank(school: School, loaded: Loaded): Promise<MailPerson | { problem: string }> {
  const problems: string[] = [];
  for (const reporter of (await reportersOf(school, loaded)).slice(0, mostAsked)) {
    const problem = await problemWith(school, reporter);
    if (problem === null) return reporter.to;
    problems.push(problem);
  }
  return { problem: problems[0] ?? 'It is not known who wrote to the school, so there is nobody to thank.' };
}

/** Each costs reading an email. */
const mostAsked = 5;

interface Reporter { to: MailPerson; mail: string }

async function problemWith(school: School, { to, mail }: Reporter): Promise<string | null> {
  const { mail: { schoolMailbox, sendingMailbox, senderTrust }, school: { staffDomains } } = school.settings;
  if ([schoolMailbox, sendingMailbox].includes(to.email ?? '')) return 'It was written from the school\'s own mailbox, so there is nobody to thank.';
  const original = await originalOf(school, mail);
  if (original === null) return 'The original of the email is no longer kept, so nobody can check where it came from. Write by hand.';
  return whyNotThank(original, to, senderVerdict(original, senderTrust), { staffDomains, staff: await school.directory.people() });
}

async function reportersOf(school: School, { ref }: Loaded): Promise<Reporter[]> {
  return (await school.stores.log.events(ref)).map(fromRow).flatMap(({ event: { data }, words }): Reporter[] => {
    if (!('people' in data) || data.mail === null) return [];
    const key = Object.entries(data.people).find(([, person]) => person.kind === 'reporter')?.[0];
    return key === undefined || words === null ? [] : [{ to: { name: words[`${key}.name`] ?? '', email: words[`${key}.address`]?.toLowerCase() || null }, mail: data.mail }];
  });
}

async function originalOf(school: School, identity: string): Promise<ParsedMail | null> {
  const found = await school.stores.ledger.find(identity);
  try { return found === null ? null : await parseMail(await rawOf(school, found.mail)); } catch (error) {
    if (error instanceof Fault && error.again === 'never') return null;
    throw error;
  }
}
