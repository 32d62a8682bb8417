import { textOfHtml } from '../html-text.ts';
import { openCompressedRtf } from './compressed-rtf.ts';
import { decodeText } from '../parts/decode-text.ts';
import { bytesOf, codePageName, mapi, textOf, type MapiAttachment, type MapiMessage, type MapiProperties } from './mapi.ts';
import { textOfRtf } from './rtf-text.ts';
import { tidyText } from '../parts/tidy-text.ts';

/** The words of a mail as Outlook keeps it: plain, or out of its HTML or RTF. */
export function mapiText({ properties }: MapiMessage): string {
  const plain = tidyText(textOf(properties, mapi.body));
  return plain === '' ? htmlText(properties) || rtfText(properties) : plain;
}

function htmlText(properties: MapiProperties): string {
  const html = properties.get(mapi.html);
  const page = properties.get(mapi.codePage);
  if (typeof html === 'string') return tidyText(textOfHtml(html));
  return html instanceof Uint8Array ? tidyText(textOfHtml(decodeText(html, typeof page === 'number' ? codePageName(page) : ''))) : '';
}

function rtfText(properties: MapiProperties): string {
  const packed = bytesOf(properties, mapi.rtf);
  const rtf = packed === null ? null : openCompressedRtf(packed);
  return rtf === null ? '' : textOfRtf(rtf);
}

/**
 * A mail as Outlook keeps it, written as the mail that it was (RFC 5322), so that it is read like every other and opens in any program.
 * Its own headers where Outlook kept them.
 */
export function mailOfMapi(message: MapiMessage): Uint8Array {
  const boundary = 'part-of-an-outlook-mail';
  const parts = [wordsPart(message), ...message.attachments.map(attachmentPart)];
  const body = parts.flatMap((part) => [Buffer.from(`--${boundary}\r\n`), part, Buffer.from('\r\n')]);
  return Buffer.concat([Buffer.from(`${headersOf(message)}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n`), ...body, Buffer.from(`--${boundary}--\r\n`)]);
}

function wordsPart(message: MapiMessage): Buffer {
  return Buffer.concat([Buffer.from('Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n'), inLines(Buffer.from(mapiText(message)))]);
}

function attachmentPart(attachment: MapiAttachment): Buffer {
  const { content } = attachment;
  const isMail = !(content instanceof Uint8Array);
  const name = isMail && !/\.eml$/i.test(attachment.name) ? `${attachment.name === '' ? 'mail' : attachment.name}.eml` : attachment.name;
  const type = isMail ? 'message/rfc822' : typeOf(attachment.type);
  const head = `Content-Type: ${type}\r\nContent-Disposition: ${attachment.inline ? 'inline' : 'attachment'}; filename*=utf-8''${encodeURIComponent(wellFormed(name))}\r\nContent-Transfer-Encoding: base64\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), inLines(isMail ? mailOfMapi(content) : content)]);
}

/** Outlook keeps a signed mail whole, as the one thing that hangs on an empty one. */
function typeOf(type: string): string {
  if (type.startsWith('multipart/')) return 'application/pkcs7-mime';
  return /^[\w.+-]{1,60}\/[\w.+-]{1,80}$/.test(type) ? type : 'application/octet-stream';
}

function inLines(bytes: Uint8Array): Buffer {
  return Buffer.from(Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n'));
}

/** What Outlook kept of the way a mail came, without what it said of parts that are written anew; else what it knows of it. */
function headersOf(message: MapiMessage): string {
  const kept = textOf(message.properties, mapi.transportHeaders).replace(/\r\n?/g, '\n').replace(/\n[ \t]+/g, ' ').split('\n')
    .filter((line) => /^[!-9;-~]+[ \t]*:/.test(line) && !/^(?:content-|mime-version)/i.test(line));
  const has = (name: string): boolean => kept.some((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  const known = knownHeaders(message).filter(([name, value]) => value !== '' && !has(name)).map(([name, value]) => `${name}: ${value}`);
  return [...kept, ...known].map((line) => `${line}\r\n`).join('');
}

function knownHeaders(message: MapiMessage): [string, string][] {
  const { properties } = message;
  const time = properties.get(mapi.clientSubmitTime) ?? properties.get(mapi.deliveryTime);
  return [
    ['From', senderOf(properties)], ['To', recipientsOf(message, 1)], ['Cc', recipientsOf(message, 2)],
    ['Subject', encoded(textOf(properties, mapi.subject))], ['Date', time instanceof Date ? time.toUTCString() : ''],
    ['Message-ID', oneWord(textOf(properties, mapi.messageId))],
  ];
}

/** On whose behalf it was sent is who says it. */
function senderOf(properties: MapiProperties): string {
  const smtp = textOf(properties, mapi.sentSmtp, mapi.senderSmtp) || [mapi.sentAddress, mapi.senderAddress].map((tag) => textOf(properties, tag)).find((address) => address.includes('@'));
  return mailbox(textOf(properties, mapi.sentName, mapi.senderName), smtp ?? '');
}

function recipientsOf({ recipients }: MapiMessage, kind: number): string {
  const wanted = recipients.filter((each) => (each.get(mapi.recipientType) ?? 1) === kind);
  return wanted.map((each) => mailbox(textOf(each, mapi.displayName), textOf(each, mapi.smtpAddress, mapi.emailAddress))).filter((each) => each !== '').join(', ');
}

/** An address of Exchange ("/O=…") is nobody's to answer to; the name stays. */
function mailbox(name: string, address: string): string {
  const plain = /^[^\s<>"(),;:]{1,250}@[^\s<>"(),;:]{1,250}$/.test(address.trim()) ? address.trim() : '';
  if (name.trim() === '' && plain === '') return '';
  return plain === '' ? `${encoded(name)} <>` : `${encoded(name)} <${plain}>`.trim();
}

function oneWord(value: string): string {
  return /^[!-~]{1,900}$/.test(value.trim()) ? value.trim() : '';
}

/** In pieces, since an encoded word may have 75 letters (RFC 2047). */
function encoded(text: string): string {
  const signs = Array.from(wellFormed(text.replace(/[\r\n\t]+/g, ' ').slice(0, 1_000)));
  const pieces: string[] = [];
  for (let at = 0; at < signs.length; at += 10) pieces.push(`=?utf-8?B?${Buffer.from(signs.slice(at, at + 10).join('')).toString('base64')}?=`);
  return pieces.join(' ');
}

/** Half of a sign, as names cut off in the middle have it, cannot be written down. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}
