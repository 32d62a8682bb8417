import { appendFileSync } from 'node:fs';
import type { Answer, RawCall } from './dispatcher.ts';

/** Not kept: what proves who calls. */
const SECRET = new Set(['authorization', 'cookie', 'set-cookie']);

/** Appends every Graph exchange to `file`, one JSON object a line. Sign-in and the connector are not recorded. */
export function openRecorder(file: string | undefined): (call: RawCall, answer: Answer) => void {
  if (file === undefined) return () => undefined;
  return (call, answer) => {
    if (!call.url.startsWith('/v1.0/')) return;
    const [path = '', query] = call.url.split('?', 2);
    const line = {
      method: call.method, path, ...(query === undefined ? {} : { query: Object.fromEntries(new URLSearchParams(query)) }),
      headers: shown(call.headers), body: readable(call.body),
      response: { status: answer.status, headers: shown(answer.headers), body: Buffer.isBuffer(answer.body) ? readable(answer.body) : answer.body },
    };
    appendFileSync(file, `${JSON.stringify(line)}\n`);
  };
}

function shown(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, SECRET.has(name.toLowerCase()) ? '(not recorded)' : value]));
}

function readable(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  const text = body.toString('utf8');
  try { return JSON.parse(text) as unknown; } catch { return text; }
}
