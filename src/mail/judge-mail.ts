import { sha256 } from '../concern/chain.ts';
import type { Audience } from '../concern/rules/concern.ts';
import { audienceOf, narrower } from '../people/rules/audience.ts';
import type { MailOutcome } from '../ports.ts';
import type { School } from '../school.ts';
import { findThread, type Thread } from './find-thread.ts';
import { parseMail, UnreadableMail } from './parse-mail.ts';
import { identityText } from './rules/identity.ts';
import { headerOf, type ParsedMail } from './rules/mail.ts';
import { understandMail } from './rules/read.ts';
import { isUnverified } from './rules/sender-verdict.ts';
import type { Understanding } from './rules/understanding.ts';

/** One mail read: what it says and what becomes of it. `pending` is a concern to be raised or joined. */
export interface Judged {
  identity: string;
  parsed: ParsedMail | null;
  understood: Understanding | null;
  audience: Audience;
  outcome: Extract<MailOutcome, 'pending' | 'set-aside' | 'needs-a-look' | 'unreadable'>;
  reason: string;
  /** The concern that it joins; null when it raises its own. */
  joins: string | null;
  /** The concern that it answers, whether or not it joins it by itself. */
  answers: string | null;
}

/**
 * Reads and judges the bytes of a mail. Never throws for what a mail says: whatever it is, it has an outcome that a person can see.
 * `known` is the thread where the caller knows it already.
 */
export async function judgeMail(school: School, raw: Uint8Array, known: Thread | null = null): Promise<Judged> {
  const parsed = await parseOrNull(raw);
  if (parsed === null) {
    return {
      identity: sha256(raw), parsed: null, understood: null, audience: audienceOf('unsure', []), outcome: 'unreadable',
      reason: 'It could not be read as an email. Open it in Outlook.', joins: null, answers: null,
    };
  }
  const people = await school.directory.people();
  const understood = understandMail(parsed, { staffDomains: school.settings.school.staffDomains, schoolCode: school.settings.school.code, staff: people });
  const own = audienceOf(understood.route, understood.about.map(({ oid }) => ({ oid, roles: people.find((each) => each.oid === oid)?.roles ?? [] })));
  const thread = known ?? await findThread(school, parsed, understood.replyTo);
  return {
    identity: sha256(identityText(parsed)), parsed, understood, answers: thread?.concern ?? null,
    // An answer tells of what it answers, even where it is only an automatic reply.
    audience: thread === null ? own : narrower(thread.audience, own),
    ...isOurOwn(school, parsed) ? ownLetter : outcomeOf(parsed, understood, thread?.concern ?? null),
  };
}

async function parseOrNull(raw: Uint8Array): Promise<ParsedMail | null> {
  try { return await parseMail(raw); } catch (error) {
    if (error instanceof UnreadableMail) return null;
    throw error;
  }
}

type Outcome = Pick<Judged, 'outcome' | 'reason' | 'joins'>;

const ownLetter: Outcome = { outcome: 'set-aside', reason: 'Sent by Concern Desk itself.', joins: null };

/** A header is anybody's to write: a mail is ours only if it came from the sending mailbox as well, and nothing says that this was forged. */
function isOurOwn(school: School, parsed: ParsedMail): boolean {
  return headerOf(parsed, 'x-concern-desk') !== null && parsed.from?.email === school.settings.mail.sendingMailbox && !isUnverified(parsed);
}

function outcomeOf(parsed: ParsedMail, understood: Understanding, answers: string | null): Outcome {
  const mayBeConcern = understood.route !== 'not-a-concern';
  if (understood.automated !== null) {
    return mayBeConcern
      ? { outcome: 'needs-a-look', reason: `It looks like ${automatedWords[understood.automated]}, but it may be a concern.`, joins: null }
      : { outcome: 'set-aside', reason: `It is ${automatedWords[understood.automated]}.`, joins: null };
  }
  if (answers !== null && isUnverified(parsed)) {
    return { outcome: 'needs-a-look', reason: `It answers ${answers}, but the sender could not be verified. Check with them before it is added.`, joins: null };
  }
  if (answers !== null || mayBeConcern) return { outcome: 'pending', reason: understood.reason, joins: answers };
  return { outcome: 'set-aside', reason: understood.reason, joins: null };
}

const automatedWords = { 'auto-reply': 'an automatic reply', bounce: 'a delivery report', bulk: 'a mailing to many', calendar: 'a calendar message' };
