/** JSON in which bytes survive. */
export function toWire(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (each instanceof Uint8Array ? { bytes64: Buffer.from(each).toString('base64') } : isBuffer(each) ? { bytes64: Buffer.from(each.data).toString('base64') } : each));
}

export function parseWire(text: string): unknown {
  return text === '' ? null : JSON.parse(text, (_, each: unknown) => (isBytes(each) ? new Uint8Array(Buffer.from(each.bytes64, 'base64')) : each)) as unknown;
}

/** A Buffer has said what it is before the replacer sees it. */
function isBuffer(value: unknown): value is { type: 'Buffer'; data: number[] } {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer' && 'data' in value;
}

function isBytes(value: unknown): value is { bytes64: string } {
  return typeof value === 'object' && value !== null && 'bytes64' in value && typeof value.bytes64 === 'string';
}
