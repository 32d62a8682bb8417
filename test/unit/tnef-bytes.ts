/** winmail.dat as Outlook writes it, for tests: attributes one after another, each with its checksum. */
export function tnefBytes(...attributes: Buffer[]): Buffer {
  return Buffer.concat([u32(0x223e9f78), u16(1), ...attributes]);
}

export function attribute(level: 1 | 2, id: number, kind: number, value: Buffer): Buffer {
  const sum = value.reduce((total, byte) => (total + byte) & 0xffff, 0);
  return Buffer.concat([Buffer.from([level]), u16(id), u16(kind), u32(value.length), value, u16(sum)]);
}

/** A list of properties: strings in UTF-16, bytes as they are. */
export function properties(list: Record<number, string | Buffer>): Buffer {
  const each = Object.entries(list).map(([tag, value]) => {
    const bytes = typeof value === 'string' ? Buffer.from(`${value}\0`, 'utf16le') : value;
    return Buffer.concat([u16(typeof value === 'string' ? 0x001f : 0x0102), u16(Number(tag)), u32(1), u32(bytes.length), bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
  });
  return Buffer.concat([u32(each.length), ...each]);
}

/** A file that hangs on it. */
export function attached(name: string, bytes: Buffer): Buffer {
  return Buffer.concat([attribute(2, 0x9002, 6, Buffer.alloc(14)), attribute(2, 0x8010, 1, Buffer.from(`${name.replace(/[^ -~]/g, '_')}\0`)), attribute(2, 0x800f, 6, bytes), attribute(2, 0x9005, 6, properties({ 0x3707: name }))]);
}

/** A mail that hangs on it. */
export function attachedMail(name: string, tnef: Buffer): Buffer {
  const object = Buffer.concat([Buffer.alloc(16), tnef]);
  const list = Buffer.concat([u32(2), u16(0x001f), u16(0x3707), u32(1), u32(Buffer.from(`${name}\0`, 'utf16le').length), padded(Buffer.from(`${name}\0`, 'utf16le')), u16(0x000d), u16(0x3701), u32(1), u32(object.length), padded(object)]);
  return Buffer.concat([attribute(2, 0x9002, 6, Buffer.alloc(14)), attribute(2, 0x9005, 6, list)]);
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** RTF packed as it stands, without being made smaller. */
export function unpackedRtf(rtf: string): Buffer {
  return Buffer.concat([u32(rtf.length + 12), u32(rtf.length), u32(0x414c454d), u32(0), Buffer.from(rtf, 'latin1')]);
}
