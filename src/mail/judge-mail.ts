import { sha256 } from '../concern/chain.ts';
import type { Audience } from '../concern/rules/concern.ts';
import { isUrgent, type SenderVerdict } from '../concern/rules/words-of-the-school.ts';
import { audienceOf, narrower, type MaybeAbout } from '../people/rules/audience.ts';
import type { MailOutcome, SchoolPerson } from '../ports.ts';
import type { School } from '../school.ts';
import { findThread, type Thread } from './find-thread.ts';
import { parseMail, UnreadableMail } from './parse-mail.ts';
import { withoutPlaceholderMails } from './rules/being-scanned.ts';
import { goesOutside, isSentByHand } from './rules/by-hand.ts';
import { identityText } from './rules/identity.ts';
import { headerOf, type ParsedMail } from './rules/mail.ts';
import { understandMail } from './rules/read.ts';
import { isUnverified, senderVerdict } from './rules/sender-verdict.ts';
import type { AboutPerson, Understanding } from './rules/understanding.ts';

/** One mail read: what it says and what becomes of it. `pending` is a concern to be raised or joined. */
export interface Judged {
  identity: string;
  parsed: ParsedMail | null;
  understood: Understanding | null;
  /** What the header that the school trusts says of the sender. */
  sender: SenderVerdict;
  audience: Audience;
  outcome: Extract<MailOutcome, 'pending' | 'set-aside' | 'needs-a-look' | 'unreadable' | 'sent-by-hand'>;
  reason: string;
  /** The concern that it joins; null when it raises its own. */
  joins: string | null;
  /** The concern that it answers, whether or not it joins it by itself. */
  answers: string | null;
  /** Somebody of the school sent it by hand: it is no mail that came in. */
  byHand: boolean;
}

/**
 * Reads and judges the bytes of a mail. Never throws for what a mail says: whatever it is, it has an outcome that a person can see.
 * `known` is the thread where the caller knows it already; `inSentItems` where it lay there.
 */
export async function judgeMail(school: School, raw: Uint8Array, known: Thread | null = null, inSentItems = false): Promise<Judged> {
  const parsed = await parseOrNull(raw);
  if (parsed === null) {
    return {
      identity: sha256(raw), parsed: null, understood: null, sender: 'none', audience: audienceOf('unsure', []), answers: null, byHand: inSentItems,
      ...inSentItems ? handOutcome(null) : { outcome: 'unreadable', reason: 'It could not be read as an email. Open it in Outlook.', joins: null },
    };
  }
  const people = await school.directory.people();
  const understood = understandMail(parsed, {
    staffDomains: school.settings.school.staffDomains, schoolCode: school.settings.school.code, staff: people, trust: school.settings.mail.senderTrust,
    words: school.words, ...school.settings.mail.model ? {} : { model: null },
  });
  const rolesNow = ({ oid, certainty }: AboutPerson): MaybeAbout => ({ oid, certainty, roles: people.find((each) => each.oid === oid)?.roles ?? [] });
  const own = audienceOf(understood.route, understood.about.map(rolesNow), { unnamed: understood.aboutUnnamed !== null, conduct: understood.alsoConduct, hurt: understood.targets.map(rolesNow) });
  const thread = known ?? await findThread(school, parsed, understood.replyTo);
  const answers = thread?.concern ?? null;
  const isOurs = isOurOwn(school, parsed);
  const byHand = !isOurs && sentByHand(school, parsed, people, thread !== null, inSentItems);
  const became = (): Outcome => {
    if (isOurs) return ownLetter;
    if (byHand) return handOutcome(goesOutside(parsed, { staff: people, staffDomains: school.settings.school.staffDomains }) ? answers : null);
    return orAlert(orLook(outcomeOf(understood, answers, isUnverified(parsed, school.settings.mail.senderTrust)), parsed.cannotRead), understood, thread !== null);
  };
  return {
    identity: sha256(identityText(parsed)), parsed, understood, sender: senderVerdict(parsed, school.settings.mail.senderTrust), answers, byHand,
    // An answer tells of what it answers, even where it is only an automatic reply.
    audience: thread === null ? own : narrower(thread.audience, own),
    ...became(),
  };
}

/** A sender's address is anybody's to write: outside Sent Items nothing counts as sent from here that may be forged. */
function sentByHand(school: School, parsed: ParsedMail, staff: readonly SchoolPerson[], inThread: boolean, inSentItems: boolean): boolean {
  const { mail: { schoolMailbox }, school: { staffDomains } } = school.settings;
  return (inSentItems || !isUnverified(parsed, school.settings.mail.senderTrust)) && isSentByHand(parsed, { schoolMailbox, staff, staffDomains, inSentItems, inThread });
}

/** In the thread of a concern it joins that; anything else that people send is none of our business, so nothing of it is kept. */
function handOutcome(joins: string | null): Outcome {
  return { outcome: joins === null ? 'sent-by-hand' : 'pending', reason: 'Sent by hand from school.', joins };
}

async function parseOrNull(raw: Uint8Array): Promise<ParsedMail | null> {
  try { return withoutPlaceholderMails(await parseMail(raw)); } catch (error) {
    if (error instanceof UnreadableMail) return null;
    throw error;
  }
}

type Outcome = Pick<Judged, 'outcome' | 'reason' | 'joins'>;

const ownLetter: Outcome = { outcome: 'set-aside', reason: 'Sent by Concern Desk itself.', joins: null };

/** A header is anybody's to write: a mail is ours only if it came from the sending mailbox as well, and nothing says that this was forged. */
function isOurOwn(school: School, parsed: ParsedMail): boolean {
  return headerOf(parsed, 'x-concern-desk') !== null && parsed.from?.email === school.settings.mail.sendingMailbox && !isUnverified(parsed, school.settings.mail.senderTrust);
}

/** What nobody could read here is never put aside. Where its readable words are a concern, whoever has it is told that there is more. */
function orLook(outcome: Outcome, cannotRead: string | null): Outcome {
  if (cannotRead === null) return outcome;
  if (outcome.outcome === 'pending') return { ...outcome, reason: `${outcome.reason} ${cannotRead}` };
  return { outcome: 'needs-a-look', reason: cannotRead, joins: null };
}

/**
 * Danger waits in no list until somebody looks: what would only need a look becomes a concern of its own, so that an alert goes out. Not what a
 * machine sends back to a mail of ours, which quotes our own words.
 */
function orAlert(outcome: Outcome, { priority, automated, replyTo }: Understanding, answers: boolean): Outcome {
  const danger = isUrgent(priority);
  const quotesUs = (automated === 'auto-reply' || automated === 'bounce') && (answers || replyTo !== null);
  if (outcome.outcome !== 'needs-a-look' || !danger || quotesUs) return outcome;
  return { outcome: 'pending', reason: `${outcome.reason} It speaks of danger, so it is a concern of its own.`, joins: null };
}

function outcomeOf(understood: Understanding, answers: string | null, unverified: boolean): Outcome {
  const mayBeConcern = understood.route !== 'not-a-concern';
  if (understood.automated !== null) {
    return mayBeConcern
      ? { outcome: 'needs-a-look', reason: `It looks like ${automatedWords[understood.automated]}, but it may be a concern.`, joins: null }
      : { outcome: 'set-aside', reason: `It is ${automatedWords[understood.automated]}.`, joins: null };
  }
  if (answers !== null && unverified) {
    return { outcome: 'needs-a-look', reason: `It answers ${answers}, but the sender could not be verified. Check with them before it is added.`, joins: null };
  }
  if (answers !== null) return { outcome: 'pending', reason: understood.reason, joins: answers };
  // In doubt it is the office's to look, not a card for each of the leaders.
  if (understood.route === 'unsure') return { outcome: 'needs-a-look', reason: understood.reason, joins: null };
  if (mayBeConcern) return { outcome: 'pending', reason: understood.reason, joins: null };
  return { outcome: 'set-aside', reason: understood.reason, joins: null };
}

const automatedWords = { 'auto-reply': 'an automatic reply', bounce: 'a delivery report', bulk: 'a mailing to many', calendar: 'a calendar message' };
