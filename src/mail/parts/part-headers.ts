/** What a part says of itself, as far as reading it needs. */
export interface PartHeaders {
  /** Lower case, `text/plain` where it says nothing that could be read. */
  type: string;
  charset: string;
  boundary: string | null;
  /** Lines are to be joined (RFC 3676). */
  flowed: boolean;
  delSp: boolean;
  disposition: string;
  /** As it stands, for whoever must name it. */
  name: string;
  encoding: string;
}

/** A part has a handful of headers; what is longer is read no further. */
const longestHeaders = 200_000;

/** The headers of a part between two places of a mail, and where its body begins. A part that begins with no header is all body. */
export function readPartHeaders(bytes: Uint8Array, start: number, end: number, usual: string): { headers: PartHeaders; bodyStart: number } {
  const bodyStart = endOfHeaders(bytes, start, end);
  const lines = unfolded(Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.min(bodyStart - start, longestHeaders)).toString('latin1'));
  const first = (name: string): string => lines.find((line) => line.toLowerCase().startsWith(name))?.replace(/^[^:]*:/, '').trim() ?? '';
  const content = first('content-type:');
  const parameter = (name: string): string => parameterOf(content, name);
  return {
    bodyStart,
    headers: {
      type: typeOf(content, usual), charset: parameter('charset'), boundary: boundaryOf(content),
      flowed: parameter('format').toLowerCase() === 'flowed', delSp: parameter('delsp').toLowerCase() === 'yes',
      disposition: /^[\w-]+/.exec(first('content-disposition:'))?.[0].toLowerCase() ?? '',
      name: parameterOf(first('content-disposition:'), 'filename') || parameter('name'),
      encoding: /[\w-]+/.exec(first('content-transfer-encoding:').replace(/\([^()]{0,200}\)/g, ''))?.[0].toLowerCase() ?? '',
    },
  };
}

/** The blank line that ends headers, or the first line that is none. */
function endOfHeaders(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const lineEnd = bytes.indexOf(0x0a, at);
    const next = lineEnd < 0 || lineEnd >= end ? end : lineEnd + 1;
    if (isBlank(bytes, at, next)) return next;
    if (at === start && !isHeader(bytes, at, next)) return start;
    at = next;
  }
  return end;
}

function isBlank(bytes: Uint8Array, at: number, next: number): boolean {
  return bytes[at] === 0x0a || (bytes[at] === 0x0d && (at + 1 >= next || bytes[at + 1] === 0x0a));
}

function isHeader(bytes: Uint8Array, at: number, next: number): boolean {
  return /^[!-9;-~]+[ \t]*:/.test(Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(next - at, 300)).toString('latin1'));
}

function unfolded(block: string): string[] {
  const lines: string[] = [];
  for (const line of block.split(/\r?\n/)) {
    if (/^[ \t]/.test(line) && lines.length > 0) lines.push(`${lines.pop() ?? ''} ${line.trim()}`);
    else lines.push(line);
  }
  return lines;
}

/** A type that is none ("text", "<html>") is taken for what it seems to mean, and any other for something unknown. */
function typeOf(content: string, usual: string): string {
  const plain = content.toLowerCase().replace(/^[\s"]+/, '');
  const type = /^[a-z0-9][\w.+-]{0,80}\/[\w.+*-]{1,120}/.exec(plain)?.[0];
  if (type !== undefined || plain === '' || plain.startsWith(';')) return type ?? usual;
  return /^(?:text|plain|<?html>?|txt)\b/.test(plain) || plain.startsWith('<html') ? `text/${plain.includes('html') ? 'html' : 'plain'}` : 'application/octet-stream';
}

function boundaryOf(content: string): string | null {
  const boundary = parameterOf(content, 'boundary');
  return boundary === '' ? null : boundary;
}

/** A parameter, put together where it was split (RFC 2231). */
function parameterOf(header: string, name: string): string {
  const whole = valueOf(header, name) ?? valueOf(header, `${name}*`);
  if (whole !== null) return whole;
  let joined = '';
  for (let section = 0; section < 50; section += 1) {
    const next = valueOf(header, `${name}*${String(section)}`) ?? valueOf(header, `${name}*${String(section)}*`);
    if (next === null) break;
    joined += next;
  }
  return joined;
}

/** First `name=value` or `name="value"`; bounded, since a header is anybody's to write. */
function valueOf(header: string, name: string): string | null {
  const found = new RegExp(`(?:^|[;\\s])${name.replaceAll('*', '\\*')}[ \\t]{0,20}=[ \\t]{0,20}(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, 'i').exec(header.slice(0, 20_000));
  const value = found?.[1]?.replace(/\\(.)/g, '$1') ?? found?.[2];
  return value === undefined ? null : value.trim();
}
