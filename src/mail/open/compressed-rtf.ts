const compressed = 0x75465a4c;
const uncompressed = 0x414c454d;
const windowSize = 4096;
/** A body with pictures pasted into it may be long; more than this is no text. */
const mostBytes = 16_000_000;

/** What the window holds before the first byte ([MS-OXRTFCP] 2.1.2.1). */
const beginning = '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier'
  + '{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';

/**
 * The RTF of a mail as Outlook packs it. Written here rather than taken from a package: the one there is believes the length that
 * the bytes claim, and grows without end.
 */
export function openCompressedRtf(bytes: Uint8Array): Uint8Array | null {
  if (bytes.length < 16) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const kind = view.getUint32(8, true);
  const size = Math.min(view.getUint32(4, true), mostBytes);
  if (kind === uncompressed) return bytes.subarray(16, 16 + size);
  return kind === compressed ? unpacked(bytes, size) : null;
}

/** Eight signs to a control byte: a letter as it is, or a place in the window and how many letters to take from there. */
function unpacked(bytes: Uint8Array, size: number): Uint8Array {
  const window = Buffer.alloc(windowSize);
  let write = window.write(beginning, 'latin1');
  const whole = Buffer.alloc(size);
  let length = 0;
  const take = (byte: number): void => {
    if (length < size) whole[length++] = byte;
    window[write] = byte;
    write = (write + 1) % windowSize;
  };
  for (let at = 16; at < bytes.length && length < size;) {
    const control = bytes[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < bytes.length && length < size; bit += 1) {
      if ((control & (1 << bit)) === 0) { take(bytes[at++] ?? 0); continue; }
      const token = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
      at += 2;
      const from = token >> 4;
      if (from === write) return whole.subarray(0, length);
      for (let step = 0; step < (token & 15) + 2; step += 1) take(window[(from + step) % windowSize] ?? 0);
    }
  }
  return whole.subarray(0, length);
}
