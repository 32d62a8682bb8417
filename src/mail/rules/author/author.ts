import { isDevice } from './device.ts';
import { whoFilledIn } from './form.ts';
import { inlineForward } from './inline-forward.ts';
import { behindList, isFromListItself } from './list-address.ts';
import { wordsOfAnother } from './words-of-another.ts';
import { withoutHistory } from './history.ts';
import { headerOf, type MailPerson, type NestedMail, type ParsedMail } from '../mail.ts';
import { personInText } from './person-in-text.ts';
import { senderVerdict } from '../sender-verdict.ts';
import { subjectSays } from './subject-prefix.ts';
import { whoTold } from './who-told.ts';
import { isStaff, samePerson, type Authorship, type Knowledge } from './authorship.ts';

/** Below this nobody is named: a wrong name on a letter is worse than a question to the office. */
export const surenessNeeded = 0.5;

/** Who wrote the words of this mail: the sender, or the author of the innermost mail that was sent on by hand. */
export function whoWrote(mail: ParsedMail, context: Knowledge): Authorship {
  const found = attachedForward(mail, context) ?? inlineForward(mail, context, direct(mail, context)) ?? direct(mail, context);
  const itself = found.author !== null && found.forwarder !== null && samePerson(found.author, found.forwarder);
  const confidence = Math.min(found.confidence, surenessThrough(mail, context));
  const author = confidence < surenessNeeded || isDevice(found.author) ? null : found.author;
  return { ...found, confidence, author, forwarder: itself ? null : found.forwarder, told: itself ? 'author' : found.told };
}

/** What a false sender says that somebody else wrote is worth no more than the sender. */
function surenessThrough(mail: ParsedMail, context: Knowledge): number {
  const sure = surenessOfSender(mail, context);
  return sure < surenessNeeded ? sure : 1;
}

function direct(mail: ParsedMail, context: Knowledge): Authorship {
  const isReply = subjectSays(mail.subject) === 'reply' || mail.inReplyTo !== null;
  const rest = { forwarder: resentBy(mail), words: mail.text, subject: mail.subject, comment: '', isReply, evidence: evidenceOf(mail, context), told: 'author' as const };
  if (mail.from === null || mail.from.email === null) return { author: null, confidence: 0, ...rest };
  if (isDevice(mail.from)) return fromDevice(mail, context, rest);
  if (isFromListItself(mail)) return { ...rest, author: null, confidence: 0.3, evidence: 'It came from a mailing list\'s own address' };
  if (isStaff(mail.from, context) && wordsOfAnother(mail.text)) return { ...rest, author: null, confidence: 0.4, forwarder: mail.from };
  if (subjectSays(mail.subject) === 'forward' && isStaff(mail.from, context)) return { author: null, confidence: 0.3, ...rest, forwarder: mail.from };
  return { author: behindList(mail, mail.from), confidence: surenessOfSender(mail, context), ...rest };
}

/** A scanner says nothing of who wrote; a form says who filled it in, or claims to have. */
function fromDevice(mail: ParsedMail, context: Knowledge, rest: Omit<Authorship, 'author' | 'confidence'>): Authorship {
  const author = whoFilledIn(mail, context);
  return author === null ? { ...rest, author, confidence: 0.3 } : { ...rest, author, confidence: 0.75, evidence: 'As typed into the form' };
}

/** Redirected by hand or by a rule: the writer stays in From, whoever sent it on stands in Resent-From (RFC 5322 3.6.6). */
function resentBy(mail: ParsedMail): MailPerson | null {
  return personInText(headerOf(mail, 'resent-from') ?? '');
}

function evidenceOf(mail: ParsedMail, { trust }: Knowledge): string {
  const header = mail.from !== null && behindList(mail, mail.from) !== mail.from ? 'From the address to answer: it came through a mailing list' : 'From the email\'s own header';
  return senderVerdict(mail, trust) === 'doubtful' ? `${header}; the sender could not be verified` : header;
}

function surenessOfSender(mail: ParsedMail, { trust }: Knowledge): number {
  if (mail.fromIsUnclear) return 0.2;
  const verdict = senderVerdict(mail, trust);
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
  const found = fromInner(mail, inner, own, context);
  return { ...found, told: isStaff(mail.from, context) ? 'author' : whoTold(own, found.words, mail.from) };
}

function fromInner(mail: ParsedMail, inner: readonly NestedMail[], own: string, context: Knowledge): Authorship {
  const read = inner.map((each) => whoWrote(each.mail, context));
  const authors = new Set(read.map((each) => each.author?.email ?? null));
  const first = read[0];
  return {
    author: authors.size === 1 ? (first?.author ?? null) : null,
    forwarder: mail.from,
    confidence: authors.size === 1 ? Math.min(0.98, first?.confidence ?? 0) : 0.4,
    evidence: 'From the header of the email that was attached',
    words: read.map((each) => each.words).join('\n\n').trim(),
    subject: first?.subject ?? mail.subject,
    comment: [own, ...read.map((each) => each.comment)].filter((each) => each !== '').join('\n\n'),
    isReply: first?.isReply ?? false,
    told: 'author',
  };
}
