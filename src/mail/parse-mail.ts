import PostalMime, { addressParser, decodeWords, type Address, type Attachment, type Email } from 'postal-mime';
import { textOfHtml } from './html-text.ts';
import type { MailExhibit, MailHeader, MailPerson, NestedMail, ParsedMail } from './rules/mail.ts';

/** Exchange Online takes no larger message. */
const MOST_BYTES = 157_286_400;
/** A forward in a forward in a forward: people reach five; deeper ones stay sealed as exhibits, unread. */
const DEEPEST_NESTING = 8;
/** All mails read inside one mail, so that a crafted tree cannot keep us busy. */
const MOST_NESTED = 60;

/** The one error of `parseMail`; its message is a sentence for a person. */
export class UnreadableMail extends Error {
  override name = 'UnreadableMail';
}

interface Budget { nested: number }

/** Reads any bytes as a mail. Never throws anything but `UnreadableMail`. Nothing is fetched, opened or run. */
export async function parseMail(bytes: Uint8Array): Promise<ParsedMail> {
  return parseAtDepth(bytes, 0, { nested: MOST_NESTED });
}

async function parseAtDepth(bytes: Uint8Array, depth: number, budget: Budget): Promise<ParsedMail> {
  const start = startOfHeaders(bytes);
  refuseWhatIsNoMail(bytes, start);
  const source = withHeaders(bytes.subarray(start));
  const email = await readMime(source);
  const exhibits = email.attachments.map(exhibitOf);
  const nested = await readNested(exhibits, depth, budget);
  const from = peopleOfHeader(email, 'from');
  return {
    from: from[0] ?? peopleOfHeader(email, 'sender')[0] ?? null,
    fromIsUnclear: new Set(from.map((person) => person.email)).size > 1,
    to: peopleOf(email.to), cc: peopleOf(email.cc), replyTo: peopleOf(email.replyTo),
    date: isoDate(email.date),
    messageId: oneLine(email.messageId), inReplyTo: oneLine(email.inReplyTo),
    references: (email.references ?? '').split(/\s+/).filter((id) => id !== ''),
    subject: oneLine(email.subject) ?? '',
    text: textOf(email, source),
    exhibits, nested,
    headers: headersOf(email),
    contentType: (email.headers.find((header) => header.key === 'content-type')?.value ?? '').toLowerCase(),
  };
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
  if (bytes.length > MOST_BYTES) throw new UnreadableMail('This is larger than any mail Microsoft 365 delivers (150 MB).');
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
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 100 });
  } catch (cause) {
    throw new UnreadableMail('The parts of this mail are nested or headed beyond what any mail program writes.', { cause });
  }
}

function exhibitOf(part: Attachment, index: number): MailExhibit {
  const content = typeof part.content === 'string' ? new TextEncoder().encode(part.content) : new Uint8Array(part.content);
  const type = part.mimeType === '' ? 'application/octet-stream' : part.mimeType;
  return {
    name: safeName(part.filename ?? part.description) ?? `part-${String(index + 1)}${endingOf(type)}`,
    type, bytes: content,
    inline: part.disposition === 'inline' || (part.related === true && part.disposition !== 'attachment'),
  };
}

/** A file name as a person should see it: no path, no control characters, not endless. */
function safeName(name: string | null | undefined): string | null {
  const plain = (name ?? '').replace(/^.*[\\/]/s, '').replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').trim();
  return plain === '' ? null : plain.slice(0, 200);
}

function endingOf(type: string): string {
  const known: Record<string, string> = {
    'message/rfc822': '.eml', 'text/calendar': '.ics', 'text/plain': '.txt', 'text/html': '.html', 'image/png': '.png', 'image/jpeg': '.jpg',
    'application/pdf': '.pdf', 'message/delivery-status': '.txt', 'text/rfc822-headers': '.txt',
  };
  return known[type] ?? '';
}

/** Mails inside this one. Their own attachments join this mail's exhibits, so that no picture hides in a forwarded .eml. */
async function readNested(exhibits: MailExhibit[], depth: number, budget: Budget): Promise<NestedMail[]> {
  const nested: NestedMail[] = [];
  for (const [index, exhibit] of [...exhibits].entries()) {
    if (!looksLikeMail(exhibit) || depth >= DEEPEST_NESTING || budget.nested <= 0) continue;
    budget.nested -= 1;
    const mail = await parseAtDepth(exhibit.bytes, depth + 1, budget).catch(() => null);
    if (mail === null) continue;
    nested.push({ exhibit: index, mail });
    exhibits.push(...mail.exhibits);
  }
  return nested;
}

function looksLikeMail(exhibit: MailExhibit): boolean {
  return exhibit.type === 'message/rfc822' || exhibit.type === 'message/global' || exhibit.name.toLowerCase().endsWith('.eml');
}

/** The plain part, unless it is a mere stand-in for the HTML ("your program cannot show this"); never nothing when there is something. */
function textOf(email: Email, bytes: Uint8Array): string {
  const plain = tidy(email.text ?? '');
  const html = email.html === undefined ? '' : tidy(textOfHtml(email.html));
  if (html !== '' && words(plain) * 4 < words(html)) return html;
  if (plain !== '') return plain;
  return email.attachments.length === 0 ? tidy(bodyAsItIs(bytes)) : '';
}

/** A multipart mail whose boundary never comes is read by no parser; a person would still see its text. */
function bodyAsItIs(bytes: Uint8Array): string {
  const raw = new TextDecoder().decode(bytes);
  const blank = /\r?\n\r?\n/.exec(raw);
  return blank === null ? '' : raw.slice(blank.index + blank[0].length);
}

function tidy(text: string): string {
  return withQuotes(text).replace(/\r\n?/g, '\n').replace(/[\u0000\ufeff]/g, '').replace(/\u00a0/g, ' ').split('\n').map((line) => line.trimEnd()).join('\n').replace(/^\n+/, '').trimEnd();
}

const windows1252 = '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Node decodes windows-1252 as latin1 and many programs mislabel it so: curly quotes and dashes arrive as control characters. */
function withQuotes(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (sign) => windows1252[sign.charCodeAt(0) - 0x80] ?? sign);
}

function words(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

function peopleOf(addresses: Address[] | undefined): MailPerson[] {
  return (addresses ?? []).flatMap((address) => address.group ?? [address]).map(personOf).filter((person) => person !== null);
}

function peopleOfHeader(email: Email, key: string): MailPerson[] {
  return email.headers.filter((header) => header.key === key).flatMap((header) => peopleOf(addressParser(header.value)));
}

function personOf(mailbox: { name: string; address?: string | undefined }): MailPerson | null {
  const email = (mailbox.address ?? '').trim().toLowerCase();
  const name = withQuotes(mailbox.name).replace(/\s+/g, ' ').trim();
  if (name === '' && email === '') return null;
  return { name, email: email === '' ? null : email };
}

function headersOf(email: Email): MailHeader[] {
  return email.headers.map((header) => ({ name: header.key, value: decodeWords(header.value) }));
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
