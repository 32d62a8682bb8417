import { codePageName, mapi, mapiValue, textOf, type MapiAttachment, type MapiMessage, type MapiProperties } from './mapi.ts';

const signature = 0x223e9f78;
/** Outlook puts a mail into a mail into a mail; a crafted one does so for ever. */
const deepest = 6;
const mostAttachments = 2_000;

/** The attributes that are read ([MS-OXTNEF] 2.1.3.3); the upper half says of what kind they are. */
const attribute = {
  codePage: 0x9007, subject: 0x8004, body: 0x800c, renderData: 0x9002, title: 0x8010, data: 0x800f, attachment: 0x9005, messageProperties: 0x9003, recipients: 0x9004,
} as const;

/** One value after another from bytes; throws where they end too soon. */
class Cursor {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  get left(): number { return this.#bytes.length - this.at; }

  number(length: 1 | 2 | 4): number {
    const at = this.at;
    this.at += length;
    return length === 1 ? this.#view.getUint8(at) : length === 2 ? this.#view.getUint16(at, true) : this.#view.getUint32(at, true);
  }

  bytes(length: number): Uint8Array {
    if (length > this.left) throw new RangeError('The bytes end too soon.');
    this.at += length;
    return this.#bytes.subarray(this.at - length, this.at);
  }
}

/**
 * Opens winmail.dat (TNEF), in which Outlook wraps a mail with all that hangs on it. A reader of our own, since the packages that read
 * it are abandoned; it trusts no length, and where the bytes end too soon it gives what it has. Null when it is no TNEF at all.
 */
export function openTnef(bytes: Uint8Array, depth = 0): MapiMessage | null {
  if (bytes.length < 6 || new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) !== signature) return null;
  const opened = { message: { properties: new Map(), recipients: [], attachments: [] } as MapiMessage, codePage: 'windows-1252', depth };
  const cursor = new Cursor(bytes);
  cursor.at = 6;
  while (cursor.left >= 9) asFarAsItGoes(() => { readAttribute(cursor, opened); });
  return opened.message;
}

interface Opened { message: MapiMessage; codePage: string; depth: number }

function readAttribute(cursor: Cursor, opened: Opened): void {
  cursor.number(1);
  const id = cursor.number(2);
  cursor.number(2);
  const length = cursor.number(4);
  const value = cursor.bytes(Math.min(length, cursor.left));
  if (cursor.left >= 2) cursor.number(2);
  asFarAsItGoes(() => { takeAttribute(id, value, opened); });
}

/** A property that is cut off loses what comes after it, and nothing of the next attribute. */
function asFarAsItGoes(read: () => void): void {
  try { read(); } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
}

function takeAttribute(id: number, value: Uint8Array, opened: Opened): void {
  const { message } = opened;
  const string = (): string => String(mapiValue(0x001e, value, opened.codePage));
  const last = message.attachments.at(-1);
  if (id === attribute.codePage && value.length >= 4) opened.codePage = codePageName(new Cursor(value).number(4));
  if (id === attribute.subject) message.properties.set(mapi.subject, string());
  if (id === attribute.body) message.properties.set(mapi.body, string());
  if (id === attribute.messageProperties) readProperties(new Cursor(value), opened, message.properties);
  if (id === attribute.recipients) readRecipients(value, opened);
  if (id === attribute.renderData && message.attachments.length < mostAttachments) message.attachments.push({ name: '', type: '', content: new Uint8Array(), inline: false });
  if (last !== undefined && id === attribute.title && last.name === '') last.name = string();
  if (last !== undefined && id === attribute.data) last.content = value;
  if (last !== undefined && id === attribute.attachment) takeAttachmentProperties(last, value, opened);
}

function takeAttachmentProperties(attachment: MapiAttachment, value: Uint8Array, opened: Opened): void {
  const properties: MapiProperties = new Map();
  readProperties(new Cursor(value), opened, properties);
  const named = textOf(properties, mapi.longFileName, mapi.fileName, mapi.displayName);
  if (named !== '') attachment.name = named;
  attachment.type = textOf(properties, mapi.mimeType);
  attachment.inline = textOf(properties, mapi.contentId) !== '';
  const data = properties.get(mapi.data);
  if (!(data instanceof Uint8Array)) return;
  // An object begins with the name of its kind (16 bytes), and a mail as an object is TNEF again.
  const inner = opened.depth < deepest ? openTnef(data.subarray(16), opened.depth + 1) : null;
  attachment.content = inner ?? (attachment.content instanceof Uint8Array && attachment.content.length > 0 ? attachment.content : data);
}

function readRecipients(value: Uint8Array, opened: Opened): void {
  const cursor = new Cursor(value);
  const rows = Math.min(cursor.number(4), mostAttachments);
  for (let row = 0; row < rows && cursor.left > 4; row += 1) {
    const properties: MapiProperties = new Map();
    readProperties(cursor, opened, properties);
    opened.message.recipients.push(properties);
  }
}

/** Properties one after another ([MS-OXTNEF] 2.1.3.4); what came before a broken one stays. */
function readProperties(cursor: Cursor, opened: Opened, into: MapiProperties): void {
  const count = cursor.number(4);
  for (let index = 0; index < count && cursor.left >= 4; index += 1) {
    const kind = cursor.number(2);
    const tag = cursor.number(2);
    if (tag >= 0x8000) passName(cursor);
    const isList = (kind & 0x1000) !== 0;
    const one = kind & 0x0fff;
    const values = isList || isLong(one) ? Math.min(cursor.number(4), cursor.left) : 1;
    for (let each = 0; each < values; each += 1) {
      const value = mapiValue(one, nextValue(cursor, one), opened.codePage);
      if (value !== null && !into.has(tag)) into.set(tag, value);
    }
  }
}

function isLong(kind: number): boolean {
  return kind === 0x001e || kind === 0x001f || kind === 0x0102 || kind === 0x000d;
}

function nextValue(cursor: Cursor, kind: number): Uint8Array {
  if (isLong(kind)) return padded(cursor, cursor.number(4));
  const lengths: Record<number, number> = { 0x0005: 8, 0x0006: 8, 0x0007: 8, 0x0014: 8, 0x0040: 8, 0x0048: 16 };
  return cursor.bytes(lengths[kind] ?? 4);
}

function padded(cursor: Cursor, length: number): Uint8Array {
  const value = cursor.bytes(length);
  cursor.at += (4 - (length % 4)) % 4;
  return value;
}

/** A property with a name of its own: its set, then a number or a string. */
function passName(cursor: Cursor): void {
  cursor.bytes(16);
  if (cursor.number(4) === 0) cursor.number(4); else padded(cursor, cursor.number(4));
}
