import type { MimeLeaf } from './mime-tree.ts';

/** A part as it was before it was encoded for the way. Rubbish between the letters of base64 is passed over. */
export function leafBytes(leaf: Pick<MimeLeaf, 'body' | 'encoding'>): Uint8Array {
  if (leaf.encoding === 'base64') return fromBase64(leaf.body);
  if (leaf.encoding === 'quoted-printable') return fromQuotedPrintable(leaf.body);
  return leaf.body;
}

/** Some programs pad every line: each run that ends in "=" is decoded by itself. */
function fromBase64(body: Uint8Array): Uint8Array {
  const letters = Buffer.from(body.buffer, body.byteOffset, body.length).toString('latin1').replace(/[^A-Za-z0-9+/=]+/g, '');
  return Buffer.concat(letters.split(/=+/).filter((run) => run !== '').map((run) => Buffer.from(run, 'base64')));
}

const [equals, lf, cr, space, tab] = [0x3d, 0x0a, 0x0d, 0x20, 0x09];

function fromQuotedPrintable(body: Uint8Array): Uint8Array {
  const decoded = Buffer.alloc(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0;
    if (byte !== equals) { decoded[length++] = byte; continue; }
    const softBreak = afterSoftBreak(body, at + 1);
    if (softBreak !== null) { at = softBreak - 1; continue; }
    const code = hexAt(body, at + 1);
    decoded[length++] = code ?? equals;
    if (code !== null) at += 2;
  }
  return decoded.subarray(0, length);
}

/** Blanks that a server added behind the "=" belong to it; so many, and no more are looked at. */
function afterSoftBreak(body: Uint8Array, at: number): number | null {
  let end = at;
  while (end < at + 80 && (body[end] === space || body[end] === tab)) end += 1;
  if (body[end] === cr && body[end + 1] === lf) return end + 2;
  if (body[end] === lf) return end + 1;
  return end >= body.length ? body.length : null;
}

function hexAt(body: Uint8Array, at: number): number | null {
  const [high, low] = [hex(body[at]), hex(body[at + 1])];
  return high === null || low === null ? null : high * 16 + low;
}

function hex(byte: number | undefined): number | null {
  if (byte === undefined) return null;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const upper = byte & 0xdf;
  return upper >= 0x41 && upper <= 0x46 ? upper - 0x37 : null;
}
