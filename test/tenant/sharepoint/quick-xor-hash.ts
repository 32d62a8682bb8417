/** SharePoint's file hash (QuickXorHash, as Microsoft documents it): each byte xored in 11 bits further round a ring of 160, then the length. */
export function quickXorHash(bytes: Buffer): string {
  const ring = Buffer.alloc(20);
  for (let at = 0; at < bytes.length; at++) {
    const bit = (at * 11) % 160;
    const byte = bytes[at] ?? 0;
    xorInto(ring, bit >> 3, (byte << (bit & 7)) & 0xff);
    xorInto(ring, ((bit >> 3) + 1) % 20, byte >> (8 - (bit & 7)));
  }
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(bytes.length));
  for (const [at, byte] of length.entries()) xorInto(ring, 12 + at, byte);
  return ring.toString('base64');
}

function xorInto(ring: Buffer, at: number, byte: number): void {
  ring[at] = (ring[at] ?? 0) ^ byte;
}
