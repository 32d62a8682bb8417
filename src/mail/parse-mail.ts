import PostalMime, { decodeWords, type Email } from 'postal-mime';
import { mailOfMapi } from './open/mail-of-mapi.ts';
import { openExhibits, type Opened } from './open/open-exhibits.ts';
import { openOutlookMessage } from './open/outlook-message.ts';
import { sealedMail } from './open/sealed-mail.ts';
import { openTnef } from './open/tnef.ts';
import { accountForParts } from './parts/account-for-parts.ts';
import { bodyOfOtherKind } from './parts/body-of-other-kind.ts';
import { exhibitOf } from './parts/exhibit-of.ts';
import { findLanguage } from './parts/find-language.ts';
import { mailTexts, saysMore, type MailTexts } from './parts/mail-texts.ts';
import { mimeLeaves } from './parts/mime-tree.ts';
import { peopleOf, peopleOfHeader } from './parts/people-of-headers.ts';
import { readableSource } from './parts/readable-source.ts';
import { skeletonOf } from './parts/skeleton.ts';
import { withQuotes } from './parts/tidy-text.ts';
import type { MailExhibit, MailHeader, ParsedMail } from './rules/mail.ts';

/** Exchange Online takes no larger message. */
const MOST_BYTES = 157_286_400;
/** A forward in a forward in a forward: people reach five; deeper ones stay sealed as exhibits, unread. */
const DEEPEST_NESTING = 8;
/** All mails read inside one mail, so that a crafted tree cannot keep us busy. */
const MOST_NESTED = 60;
/** Headers of all parts together; a mail of twenty thousand parts has some. */
const MOST_HEADERS = 8_000_000;

/** The one error of `parseMail`; its message is a sentence for a person. */
export class UnreadableMail extends Error {
  override name = 'UnreadableMail';
}

interface Budget { nested: number }

/** Reads any bytes as a mail. Never throws anything but `UnreadableMail`. Nothing is fetched or run. */
export async function parseMail(bytes: Uint8Array): Promise<ParsedMail> {
  if (bytes.length > MOST_BYTES) throw new UnreadableMail('This is larger than any mail Microsoft 365 delivers (150 MB).');
  const saved = openOutlookMessage(bytes) ?? openTnef(bytes);
  return parseAtDepth(saved === null ? bytes : mailOfMapi(saved), 0, { nested: MOST_NESTED });
}

async function parseAtDepth(bytes: Uint8Array, depth: number, budget: Budget): Promise<ParsedMail> {
  const start = startOfHeaders(bytes);
  refuseWhatIsNoMail(bytes, start);
  const source = readableSource(withHeaders(bytes.subarray(start)));
  const leaves = mimeLeaves(source);
  const email = await readMime(skeletonOf(source, leaves));
  const texts = mailTexts(leaves);
  const { exhibits, parts } = accountForParts(leaves, email.attachments.map(exhibitOf));
  const opened = await openExhibits([...exhibits, ...otherVersion(texts)], (inner) => readInner(inner, depth + 1, budget));
  const text = texts.text || opened.wrappedText || bodyOfOtherKind(leaves);
  const known = headersOf(email);
  return {
    ...known, text, otherText: otherWords(texts, text, opened.wrappedText), exhibits: opened.exhibits, nested: opened.nested, parts,
    cannotRead: whyNotRead(known, text, opened), notes: opened.notes,
    language: await findLanguage(text) ?? opened.nested.find((each) => each.mail.language !== null)?.mail.language ?? null,
  };
}

/** A mail within this one; null where enough were read, or where it is none. */
async function readInner(bytes: Uint8Array, depth: number, budget: Budget): Promise<ParsedMail | null> {
  if (depth > DEEPEST_NESTING || budget.nested <= 0) return null;
  budget.nested -= 1;
  try { return await parseAtDepth(bytes, depth, budget); } catch (error) {
    if (error instanceof UnreadableMail) return null;
    throw error;
  }
}

/** Skips a byte order mark, blank lines and an mbox line, which some exports put before the first header. */
function startOfHeaders(bytes: Uint8Array): number {
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while ([0x0a, 0x0d, 0x20, 0x09].includes(bytes[start] ?? 0)) start += 1;
  if (/^>?From [^:\n]/.test(latin1(bytes.subarray(start, start + 40)))) {
    const end = bytes.indexOf(0x0a, start);
    if (end > 0) start = end + 1;
  }
  return start;
}

function refuseWhatIsNoMail(bytes: Uint8Array, start: number): void {
  if (start >= bytes.length) throw new UnreadableMail('There is nothing in it: not one byte of a mail.');
  const opening = latin1(bytes.subarray(start, start + 4096));
  const strange = opening.replace(/[^\x00-\x08\x0e-\x1f]/g, '').length;
  if (!hasHeader(opening) && strange > opening.length / 50) {
    throw new UnreadableMail('These bytes are no mail: there are no headers and no text (a picture or another file, perhaps).');
  }
}

function hasHeader(opening: string): boolean {
  return /^[!-9;-~]+[ \t]*:/m.test(opening.split(/\r?\n\r?\n/, 1)[0] ?? '');
}

/** Text without any header is all body; a parser would take its first lines for headers and lose them. */
function withHeaders(bytes: Uint8Array): Uint8Array {
  if (hasHeader(latin1(bytes.subarray(0, 4096)))) return bytes;
  const whole = new Uint8Array(bytes.length + 1);
  whole[0] = 0x0a;
  whole.set(bytes, 1);
  return whole;
}

async function readMime(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 250, maxHeadersSize: MOST_HEADERS });
  } catch (cause) {
    throw new UnreadableMail('The parts of this mail are nested or headed beyond what any mail program writes.', { cause });
  }
}

/** What the reader of one version would not see. */
function otherVersion({ other }: MailTexts): MailExhibit[] {
  if (other === null) return [];
  const name = `other version of the text (${other.type === 'text/html' ? 'HTML' : 'plain'}).txt`;
  return [{ name, type: 'text/plain', bytes: new TextEncoder().encode(other.text), inline: false }];
}

function whyNotRead({ contentType, headers }: FromHeaders, text: string, opened: Opened): string | null {
  return opened.cannotRead ?? sealedMail({ contentType, text, exhibits: opened.exhibits, hasHeader: (name) => headers.some((header) => header.name === name) });
}

/** All that is said in a version of this mail that is not shown: HTML beside plain text, winmail.dat beside both. */
function otherWords(texts: MailTexts, shown: string, wrapped: string): string {
  return [texts.other?.text ?? '', saysMore(wrapped, shown) ? wrapped : ''].filter((words) => words !== '').join('\n\n');
}

type FromHeaders = Pick<ParsedMail, 'from' | 'fromIsUnclear' | 'to' | 'cc' | 'replyTo' | 'date' | 'messageId' | 'inReplyTo' | 'references' | 'subject' | 'headers' | 'contentType'>;

function headersOf(email: Email): FromHeaders {
  const from = peopleOfHeader(email, 'from');
  return {
    from: from[0] ?? peopleOfHeader(email, 'sender')[0] ?? null,
    fromIsUnclear: new Set(from.map((person) => person.email)).size > 1,
    to: peopleOf(email.to), cc: peopleOf(email.cc), replyTo: peopleOf(email.replyTo),
    date: isoDate(email.date),
    messageId: oneLine(email.messageId), inReplyTo: oneLine(email.inReplyTo),
    references: (email.references ?? '').split(/\s+/).filter((id) => id !== ''),
    subject: oneLine(email.subject) ?? '',
    headers: email.headers.map((header): MailHeader => ({ name: header.key, value: decodeWords(header.value) })),
    contentType: (email.headers.find((header) => header.key === 'content-type')?.value ?? '').toLowerCase(),
  };
}

function isoDate(date: string | undefined): string | null {
  const time = date === undefined ? NaN : Date.parse(date);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function oneLine(value: string | undefined): string | null {
  const line = withQuotes(value ?? '').replace(/\s+/g, ' ').trim();
  return line === '' ? null : line;
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
