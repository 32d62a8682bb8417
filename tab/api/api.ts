import type * as z from 'zod/mini';
import type { Press } from '../../src/concern/rules/press.ts';
import type { Related } from '../../src/incidents/rules/related.ts';
import { ApiProblem } from './api-problem.ts';
import * as shapes from './shapes.ts';

export interface RegisterAsk { status?: readonly shapes.Row['status'][]; text?: string; waiting?: true; limit: number; offset: number }

/** Everything that the tab asks of its server. Each answer is parsed once, here. */
export interface Api {
  me(): Promise<shapes.Me>;
  register(ask: RegisterAsk): Promise<shapes.Register>;
  mailCheck(): Promise<shapes.MailDay[]>;
  concern(ref: string): Promise<shapes.Page>;
  /** What may be the same incident, and earlier concerns that may be about the same adult or household. */
  related(ref: string): Promise<Related>;
  press(press: Press): Promise<shapes.Pressed>;
  makeConcern(identity: string, nonce: string): Promise<shapes.Made>;
  /** The original mail, or with a number the original of that evidence. The server records the opening before it answers. */
  original(ref: string, what: { mail: string; exhibit: number | null }): Promise<Uint8Array<ArrayBuffer>>;
  letterPdf(ref: string, letter: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** `token` proves who asks, anew for every call: a tab in a frame keeps no session. */
export function openApi(token: () => Promise<string>): Api {
  const read = async <T>(shape: z.ZodMiniType<T>, path: string, sent?: unknown): Promise<T> => parsed(shape, await (await ask(token, path, sent)).json());
  const bytes = async (path: string): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await (await ask(token, path)).arrayBuffer());
  return {
    me: () => read(shapes.me, 'me'),
    register: (wish) => read(shapes.register, `register?${queryOf(wish)}`),
    mailCheck: async () => (await read(shapes.mailCheck, 'mail-check')).days,
    concern: (ref) => read(shapes.page, `concerns/${ref}`),
    related: (ref) => read(shapes.related, `concerns/${ref}/related`),
    press: (press) => read(shapes.pressed, 'press', press),
    makeConcern: (identity, nonce) => read(shapes.made, `mails/${identity}/concern`, { nonce }),
    original: (ref, { mail, exhibit }) => bytes(`concerns/${ref}/original?mail=${mail}${exhibit === null ? '' : `&exhibit=${String(exhibit)}`}`),
    letterPdf: (ref, letter) => bytes(`concerns/${ref}/letters/${String(letter)}`),
  };
}

function queryOf({ status, text, waiting, limit, offset }: RegisterAsk): string {
  return new URLSearchParams({
    ...(status === undefined ? {} : { status: status.join(',') }), ...(text === undefined || text === '' ? {} : { text }), ...(waiting === undefined ? {} : { waiting: '1' }),
    limit: String(limit), offset: String(offset),
  }).toString();
}

async function ask(token: () => Promise<string>, path: string, sent?: unknown): Promise<Response> {
  const proof = await token().catch(() => { throw new ApiProblem('Teams could not sign you in. Close Concern Desk and open it again.', 401); });
  const headers = { authorization: `Bearer ${proof}`, ...(sent === undefined ? {} : { 'content-type': 'application/json' }) };
  const response = await fetch(`/api/${path}`, { headers, cache: 'no-store', credentials: 'omit', ...(sent === undefined ? {} : { method: 'POST', body: JSON.stringify(sent) }) })
    .catch(() => { throw new ApiProblem('Concern Desk cannot be reached just now. Check the connection and try again.', 0); });
  if (!response.ok) throw new ApiProblem(await sentenceIn(response), response.status);
  return response;
}

async function sentenceIn(response: Response): Promise<string> {
  const said = shapes.problem.safeParse(await response.json().catch(() => null));
  return said.success ? said.data.sentence : 'That did not work just now. Nothing was lost; try again in a moment.';
}

/** A newer server behind an older page. */
function parsed<T>(shape: z.ZodMiniType<T>, answer: unknown): T {
  const read = shape.safeParse(answer);
  if (!read.success) throw new ApiProblem('Concern Desk was renewed meanwhile. Close it and open it again.', 0);
  return read.data;
}
