import { decodeText } from '../parts/decode-text.ts';

/** A mail as Outlook keeps it, out of winmail.dat or a .msg file: properties by their number, people, and what hangs on it. */
export interface MapiMessage {
  properties: MapiProperties;
  recipients: MapiProperties[];
  attachments: MapiAttachment[];
}

/** By the upper half of the property tag; the first of several wins. */
export type MapiProperties = Map<number, string | number | Date | Uint8Array>;

export interface MapiAttachment {
  name: string;
  type: string;
  /** The bytes of a file, or the mail that hangs on this one. */
  content: Uint8Array | MapiMessage;
  inline: boolean;
}

/** The properties that are read ([MS-OXPROPS]). */
export const mapi = {
  subject: 0x0037, clientSubmitTime: 0x0039, sentName: 0x0042, sentAddressType: 0x0064, sentAddress: 0x0065, transportHeaders: 0x007d, senderName: 0x0c1a, senderAddressType: 0x0c1e, senderAddress: 0x0c1f,
  recipientType: 0x0c15, deliveryTime: 0x0e06, body: 0x1000, rtf: 0x1009, html: 0x1013, messageId: 0x1035, displayName: 0x3001, emailAddress: 0x3003,
  data: 0x3701, fileName: 0x3704, attachMethod: 0x3705, longFileName: 0x3707, mimeType: 0x370e, contentId: 0x3712, smtpAddress: 0x39fe, codePage: 0x3fde, messageCodePage: 0x3ffd,
  senderSmtp: 0x5d01, sentSmtp: 0x5d02,
} as const;

export function textOf(properties: MapiProperties, ...tags: readonly number[]): string {
  for (const tag of tags) {
    const value = properties.get(tag);
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  return '';
}

export function bytesOf(properties: MapiProperties, tag: number): Uint8Array | null {
  const value = properties.get(tag);
  return value instanceof Uint8Array ? value : null;
}

/** The value of a property from its bytes; null for kinds that are not read. `codePage` is that of 8-bit strings. */
export function mapiValue(kind: number, bytes: Uint8Array, codePage: string): string | number | Date | Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (kind === 0x001f) return new TextDecoder('utf-16le').decode(bytes).replace(/\0[\s\S]*$/, '');
  if (kind === 0x001e) return decodeText(bytes, codePage).replace(/\0[\s\S]*$/, '');
  if (kind === 0x0102 || kind === 0x000d) return bytes;
  if (kind === 0x0003 && bytes.length >= 4) return view.getUint32(0, true);
  if (kind === 0x0002 && bytes.length >= 2) return view.getUint16(0, true);
  if (kind === 0x0040 && bytes.length >= 8) return timeOf(view);
  return null;
}

/** Windows counts tenths of a microsecond from 1601. */
function timeOf(view: DataView): Date | null {
  const ms = Number(view.getBigUint64(0, true) / 10_000n) - 11_644_473_600_000;
  const time = new Date(ms);
  return Number.isNaN(time.getTime()) ? null : time;
}

/** A Windows code page by its number, as `decodeText` knows it. */
export function codePageName(page: number): string {
  const known: Record<number, string> = { 65001: 'utf-8', 932: 'shift_jis', 936: 'gbk', 949: 'euc-kr', 950: 'big5', 20127: 'us-ascii', 20866: 'koi8-r', 21866: 'koi8-u', 50220: 'shift_jis', 54936: 'gb18030' };
  if (page >= 28591 && page <= 28605) return `iso-8859-${String(page - 28590)}`;
  return known[page] ?? (page >= 437 && page < 1300 ? (page >= 1250 ? `windows-${String(page)}` : `cp${String(page)}`) : 'windows-1252');
}
