import { isStaff, samePerson, type Authorship, type Knowledge } from './authorship.ts';
import { headerBlocks, quoteDepth, unquoted, type HeaderBlock } from './header-block.ts';
import { linesOf } from './lines-of.ts';
import { domainOf, type ParsedMail } from '../mail.ts';
import { isFullName } from './person-in-text.ts';
import { subjectSays } from './subject-prefix.ts';
import { saysNothing, whoTold } from './who-told.ts';

/** Forwarded in the text: the innermost header block whose mail was itself only sent on. */
export function inlineForward(mail: ParsedMail, context: Knowledge, direct: Authorship): Authorship | null {
  const lines = linesOf(mail.text);
  const blocks = headerBlocks(lines);
  const first = blocks[0];
  if (first === undefined) return null;
  const verdict = isForward(mail, lines, first, context);
  if (verdict === 'no') return null;
  if (verdict === 'unclear') return { ...direct, author: null, confidence: 0.4 };
  const { block, hops, doubt } = innermost(blocks, context);
  const comment = commentsAbove(lines, blocks, block);
  const words = wordsUnder(lines, block);
  const told = isStaff(mail.from, context) || samePerson(mail.from, block.from) ? 'author' : whoTold(comment, words, mail.from);
  if (told === 'forwarder' && isStaff(block.from, context)) return answersSchool(mail, comment, direct);
  const sure = block.from?.email == null ? surenessOfName(block.from?.name ?? '') : block.style === 'wrote' ? 0.85 : 0.95;
  return {
    author: block.from, forwarder: mail.from,
    confidence: block.from === null ? 0 : Math.round(sure * 0.98 ** hops * (doubt ? 0.85 : 1) * 100) / 100,
    evidence: evidenceOf(block, hops),
    words, subject: block.subject === '' ? mail.subject : block.subject,
    comment,
    isReply: subjectSays(block.subject) === 'reply', told,
  };
}

function surenessOfName(name: string): number {
  return isFullName(name) ? 0.7 : 0.3;
}

/** A parent sends the school's own words back to it, with what they think of them; without a word nobody can say what is meant. */
function answersSchool(mail: ParsedMail, comment: string, direct: Authorship): Authorship {
  if (saysNothing(comment.split('\n'))) return { ...direct, author: null, forwarder: mail.from, confidence: 0.4 };
  return { ...direct, confidence: Math.min(direct.confidence, 0.9), isReply: false };
}

function evidenceOf(block: HeaderBlock, hops: number): string {
  const line = block.style === 'wrote' ? 'From the line above the forwarded words' : 'From the forwarded header';
  const through = hops === 0 ? '' : `, sent on ${String(hops + 1)} times`;
  return `${line}${through}${block.from?.email == null ? ', which gives no address' : ''}`;
}

function isForward(mail: ParsedMail, lines: readonly string[], block: HeaderBlock, context: Knowledge): 'yes' | 'no' | 'unclear' {
  const says = subjectSays(mail.subject);
  if (says === 'reply') return saysNothing(lines.slice(0, block.start)) && isSentOnAsReply(mail, block) ? 'yes' : 'no';
  if (says === 'forward' || block.saysForwarded) return 'yes';
  const answersIt = mail.to.some((person) => person.email !== null && person.email === block.from?.email);
  if (answersIt || block.style === 'wrote' || mail.inReplyTo !== null) return 'no';
  if (isStaff(mail.from, context)) return samePerson(block.from, mail.from) ? 'no' : 'yes';
  return isStaff(block.from, context) || samePerson(block.from, mail.from) ? 'no' : 'unclear';
}

/** Phones send on by "reply" too: nothing of one's own above, and not back to whoever wrote it. */
function isSentOnAsReply(mail: ParsedMail, block: HeaderBlock): boolean {
  return block.style === 'headers' && block.from?.email != null && ![...mail.to, ...mail.cc].some((person) => person.email === block.from?.email) && domainOf(block.from.email) !== domainOf(mail.to[0]?.email ?? null);
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
