import { headerBlocks, quoteDepth, unquoted, type HeaderBlock } from './header-block.ts';
import { withoutHistory } from './history.ts';
import { domainOf, headerOf, type MailPerson, type NestedMail, type ParsedMail } from '../mail.ts';
import { senderVerdict } from '../sender-verdict.ts';
import { subjectSays } from './subject-prefix.ts';
import type { ReadingContext } from '../understanding.ts';

export interface Authorship {
  author: MailPerson | null;
  forwarder: MailPerson | null;
  confidence: number;
  /** The author's mail, still with the history below it. */
  words: string;
  subject: string;
  /** What forwarders put above it. */
  comment: string;
  isReply: boolean;
}

/** Below this nobody is named: a wrong name on a letter is worse than a question to the office. */
export const surenessNeeded = 0.5;

type Knowledge = Pick<ReadingContext, 'staffDomains' | 'staff'>;

/** Who wrote the words of this mail: the sender, or the author of the innermost mail that was sent on by hand. */
export function whoWrote(mail: ParsedMail, context: Knowledge): Authorship {
  const found = attachedForward(mail, context) ?? inlineForward(mail, context) ?? direct(mail, context);
  const itself = found.author !== null && found.forwarder !== null && samePerson(found.author, found.forwarder);
  return { ...found, author: found.confidence < surenessNeeded ? null : found.author, forwarder: itself ? null : found.forwarder };
}

export function isStaff(person: MailPerson | null, context: Knowledge): boolean {
  const email = person?.email ?? null;
  if (email === null) return false;
  return context.staffDomains.includes(domainOf(email)) || context.staff.some((each) => each.mail.toLowerCase() === email);
}

function direct(mail: ParsedMail, context: Knowledge): Authorship {
  const isReply = subjectSays(mail.subject) === 'reply' || mail.inReplyTo !== null;
  const rest = { forwarder: null, words: mail.text, subject: mail.subject, comment: '', isReply };
  if (mail.from === null || mail.from.email === null) return { author: null, confidence: 0, ...rest };
  if (subjectSays(mail.subject) === 'forward' && isStaff(mail.from, context)) return { author: null, confidence: 0.3, ...rest, forwarder: mail.from };
  return { author: behindList(mail, mail.from), confidence: surenessOfSender(mail), ...rest };
}

/** Groups and lists that rewrite the sender ("Amara Nwosu via PTA") leave the true one in Reply-To or X-Original-From. */
function behindList(mail: ParsedMail, from: MailPerson): MailPerson {
  const name = /^'?(.+?)'? via /i.exec(from.name)?.[1];
  const only = mail.replyTo.length === 1 ? (mail.replyTo[0] ?? null) : null;
  if (name === undefined || only?.email == null || headerOf(mail, 'list-id') === null) return from;
  return { name, email: only.email };
}

function surenessOfSender(mail: ParsedMail): number {
  if (mail.fromIsUnclear) return 0.2;
  const verdict = senderVerdict(mail);
  if (verdict === 'fail') return 0.4;
  if (verdict === 'doubtful') return 0.6;
  return subjectSays(mail.subject) === 'forward' ? 0.7 : 0.97;
}

/** Forwarded as attachment: the real headers of the inner mail are the best proof there is. */
function attachedForward(mail: ParsedMail, context: Knowledge): Authorship | null {
  const inner = mail.nested.filter((each) => each.exhibit < mail.exhibits.length && each.mail.from !== null);
  if (inner.length === 0 || mail.contentType.startsWith('multipart/report')) return null;
  const own = withoutHistory(mail.text, false).text;
  if (!isStaff(mail.from, context) && subjectSays(mail.subject) !== 'forward' && own.length > 0) return null;
  return fromInner(mail, inner, own, context);
}

function fromInner(mail: ParsedMail, inner: readonly NestedMail[], own: string, context: Knowledge): Authorship {
  const read = inner.map((each) => whoWrote(each.mail, context));
  const authors = new Set(read.map((each) => each.author?.email ?? null));
  const first = read[0];
  return {
    author: authors.size === 1 ? (first?.author ?? null) : null,
    forwarder: mail.from,
    confidence: authors.size === 1 ? Math.min(0.98, first?.confidence ?? 0) : 0.4,
    words: read.map((each) => each.words).join('\n\n').trim(),
    subject: first?.subject ?? mail.subject,
    comment: [own, ...read.map((each) => each.comment)].filter((each) => each !== '').join('\n\n'),
    isReply: first?.isReply ?? false,
  };
}

/** Forwarded in the text: the innermost header block whose mail was itself only sent on. */
function inlineForward(mail: ParsedMail, context: Knowledge): Authorship | null {
  const lines = mail.text.split('\n');
  const blocks = headerBlocks(lines);
  const first = blocks[0];
  if (first === undefined) return null;
  const verdict = isForward(mail, first, context);
  if (verdict === 'no') return null;
  if (verdict === 'unclear') return { ...direct(mail, context), author: null, confidence: 0.4 };
  const { block, hops, doubt } = innermost(blocks, context);
  const sure = block.from?.email == null ? 0.7 : block.style === 'wrote' ? 0.85 : 0.95;
  return {
    author: block.from, forwarder: mail.from,
    confidence: block.from === null ? 0 : Math.round(sure * 0.98 ** hops * (doubt ? 0.85 : 1) * 100) / 100,
    words: wordsUnder(lines, block), subject: block.subject === '' ? mail.subject : block.subject,
    comment: commentsAbove(lines, blocks, block),
    isReply: subjectSays(block.subject) === 'reply',
  };
}

function isForward(mail: ParsedMail, block: HeaderBlock, context: Knowledge): 'yes' | 'no' | 'unclear' {
  const says = subjectSays(mail.subject);
  if (says === 'reply') return 'no';
  if (says === 'forward' || block.saysForwarded) return 'yes';
  const answersIt = mail.to.some((person) => person.email !== null && person.email === block.from?.email);
  if (answersIt || block.style === 'wrote' || mail.inReplyTo !== null) return 'no';
  if (isStaff(mail.from, context)) return samePerson(block.from, mail.from) ? 'no' : 'yes';
  return isStaff(block.from, context) || samePerson(block.from, mail.from) ? 'no' : 'unclear';
}

function innermost(blocks: readonly HeaderBlock[], context: Knowledge): { block: HeaderBlock; hops: number; doubt: boolean } {
  let hops = 0;
  let doubt = false;
  for (; hops + 1 < blocks.length; hops += 1) {
    const [here, next] = [blocks[hops], blocks[hops + 1]];
    if (here === undefined || next === undefined) break;
    const sentOn = next.saysForwarded || subjectSays(here.subject) === 'forward';
    const staffAnswer = isStaff(here.from, context) && !isStaff(next.from, context);
    if (!sentOn && !staffAnswer) break;
    doubt ||= !sentOn;
  }
  const block = blocks[hops];
  if (block === undefined) throw new RangeError('A forward has at least one header block.');
  return { block, hops, doubt };
}

/** Everything below the block, one quote level off where it was quoted whole. */
function wordsUnder(lines: readonly string[], block: HeaderBlock): string {
  const below = lines.slice(block.end);
  const next = below.find((line) => line.trim() !== '') ?? '';
  const depth = block.style === 'wrote' && quoteDepth(next) > block.depth ? block.depth + 1 : block.depth;
  return below.map((line) => unquoted(line, Math.min(depth, quoteDepth(line)))).join('\n').trim();
}

/** What each forwarder wrote above what they sent on. */
function commentsAbove(lines: readonly string[], blocks: readonly HeaderBlock[], innermostBlock: HeaderBlock): string {
  const comments: string[] = [];
  let from = 0;
  for (const block of blocks) {
    comments.push(lines.slice(from, block.start).join('\n').trim());
    from = block.end;
    if (block === innermostBlock) break;
  }
  return comments.filter((comment) => comment !== '').join('\n\n');
}

function samePerson(one: MailPerson | null, other: MailPerson | null): boolean {
  if (one === null || other === null) return false;
  if (one.email !== null && other.email !== null) return one.email === other.email;
  return one.name !== '' && one.name.toLowerCase() === other.name.toLowerCase();
}
