import { sha256 } from '../concern/chain.ts';
import type { Audience } from '../concern/rules/concern.ts';
import { audienceOf } from '../people/rules/audience.ts';
import type { LedgerMail, MailOutcome } from '../ports.ts';
import type { School } from '../school.ts';
import { parseMail, UnreadableMail } from './parse-mail.ts';
import { identityText } from './rules/identity.ts';
import { headerOf, type ParsedMail } from './rules/mail.ts';
import { understandMail } from './rules/read.ts';
import { senderVerdict } from './rules/sender-verdict.ts';
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
}

/** Reads and judges the bytes of a mail. Never throws for what a mail says: whatever it is, it has an outcome that a person can see. */
export async function judgeMail(school: School, raw: Uint8Array): Promise<Judged> {
  const parsed = await parseOrNull(raw);
  if (parsed === null) {
    return {
      identity: sha256(raw), parsed: null, understood: null, audience: audienceOf('unsure', []), outcome: 'unreadable',
      reason: 'It could not be read as an email. Open it in Outlook.', joins: null,
    };
  }
  const people = await school.directory.people();
  const understood = understandMail(parsed, { staffDomains: school.settings.school.staffDomains, schoolCode: school.settings.school.code, staff: people });
  const judged = {
    identity: sha256(identityText(parsed)), parsed, understood, joins: null,
    audience: audienceOf(understood.route, understood.about.map(({ oid }) => ({ oid, roles: people.find((each) => each.oid === oid)?.roles ?? [] }))),
  };
  return { ...judged, ...await outcomeOf(school, parsed, understood) };
}

async function parseOrNull(raw: Uint8Array): Promise<ParsedMail | null> {
  try { return await parseMail(raw); } catch (error) {
    if (error instanceof UnreadableMail) return null;
    throw error;
  }
}

type Outcome = Pick<Judged, 'outcome' | 'reason' | 'joins'>;

async function outcomeOf(school: School, parsed: ParsedMail, understood: Understanding): Promise<Outcome> {
  if (headerOf(parsed, 'x-concern-desk') !== null) return { outcome: 'set-aside', reason: 'Sent by Concern Desk itself.', joins: null };
  const mayBeConcern = understood.route !== 'not-a-concern';
  if (understood.automated !== null) {
    return mayBeConcern
      ? { outcome: 'needs-a-look', reason: `It looks like ${automatedWords[understood.automated]}, but it may be a concern.`, joins: null }
      : { outcome: 'set-aside', reason: `It is ${automatedWords[understood.automated]}.`, joins: null };
  }
  const joins = await concernOfThread(school, parsed, understood);
  if (joins !== null && senderVerdict(parsed) === 'fail') {
    return { outcome: 'needs-a-look', reason: `It answers ${joins}, but the sender could not be verified. Check with them before it is added.`, joins: null };
  }
  if (joins !== null) return { outcome: 'pending', reason: understood.reason, joins };
  return mayBeConcern ? { outcome: 'pending', reason: understood.reason, joins: null } : { outcome: 'set-aside', reason: understood.reason, joins: null };
}

const automatedWords = { 'auto-reply': 'an automatic reply', bounce: 'a delivery report', bulk: 'a mailing to many', calendar: 'a calendar message' };

/** By our reference, or by the Message-ID of a mail that is known; never by subject alone. */
async function concernOfThread(school: School, parsed: ParsedMail, understood: Understanding): Promise<string | null> {
  const { ledger, log } = school.stores;
  if (understood.replyTo !== null && (await log.load(understood.replyTo)).head !== null) return understood.replyTo;
  for (const id of [parsed.inReplyTo, ...parsed.references].filter((each) => each !== null)) {
    const identity = await ledger.identityOfMessageId(sha256(id));
    const found: LedgerMail | null = identity === null ? null : (await ledger.find(identity))?.mail ?? null;
    if (found?.concern !== null && found?.concern !== undefined) return found.concern;
  }
  return null;
}
