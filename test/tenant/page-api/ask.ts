import type { z } from 'zod';
import { TenantFault, type Route, type TenantReply, type TenantRequest } from '../route.ts';
import { requirePerson } from './people.ts';
import type { PagePerson } from './shapes.ts';

/** Answers for the person whose page asks; an object becomes the JSON body, nothing becomes 204. */
export type AnswerFor = (person: PagePerson, request: TenantRequest) => unknown;

/** `GET /page/as/:person/<path>`. */
export function read(path: string, answer: AnswerFor): Route {
  return { method: 'GET', path: `/page/as/:person/${path}`, handle: (request) => reply(answer(requirePerson(request.params['person'] ?? ''), request)) };
}

/** `POST /page/as/:person/<path>`. JSON only: another site's form can't post that without being asked first. */
export function act(path: string, answer: AnswerFor): Route {
  return {
    method: 'POST', path: `/page/as/:person/${path}`,
    handle: (request) => {
      if (!(request.headers['content-type'] ?? '').startsWith('application/json')) throw new TenantFault(415, 'UnsupportedMediaType', 'The page sends JSON.');
      return reply(answer(requirePerson(request.params['person'] ?? ''), request));
    },
  };
}

/** Bytes for the browser to save, never to show: nothing that came by mail is opened on the page's own origin. */
export class Download {
  readonly bytes: Buffer;
  readonly name: string;
  readonly contentType: string;

  constructor(bytes: Buffer, name: string, contentType: string) {
    this.bytes = bytes;
    this.name = name;
    this.contentType = contentType;
  }
}

/** The body of a call, checked. */
export function bodyOf<T>(request: TenantRequest, shape: z.ZodType<T>): T {
  const parsed = shape.safeParse(request.json());
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  throw new TenantFault(400, 'BadRequest', `The page sent something that does not fit: ${first?.path.join('.') ?? ''} ${first?.message ?? ''}.`);
}

async function reply(answered: unknown): Promise<TenantReply> {
  const body = await answered;
  if (body instanceof Download) return { status: 200, headers: downloadHeaders(body), body: body.bytes };
  return body === undefined ? { status: 204 } : { status: 200, body };
}

function downloadHeaders(file: Download): Record<string, string> {
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(file.contentType) ? file.contentType : 'application/octet-stream';
  return {
    'Content-Type': type, 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': "default-src 'none'; sandbox",
  };
}
