import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { buttonsFor } from '../../src/concern/rules/allowed.ts';
import { personVerbs } from '../../src/concern/rules/transitions.ts';
import type { Person } from '../../src/concern/rules/words-of-the-school.ts';
import { seesReporter } from '../../src/people/rules/may-know.ts';
import type { Settings } from '../../src/config.ts';
import type { ConcernPage, Door } from '../door.ts';
import { faultName, type Log } from '../../src/log.ts';
import type { VerifyToken } from './verify-token.ts';

export interface ApiDeps { door: Door; verify: VerifyToken; settings: Pick<Settings, 'school' | 'mode'>; log: Log }

const ref = z.string().regex(/^[A-Z]{3}-\d{2}-\d{4,6}$/);
const identity = z.string().regex(/^[0-9a-f]{64}$/);
const nonce = z.string().min(8).max(64);
const press = z.object({
  ref, verb: z.enum(personVerbs), n: z.number().int().nonnegative().nullable(), seen: z.number().int().nonnegative(), seal: identity.nullable(), nonce,
  fields: z.record(z.string().max(60), z.string().max(20_000)),
});
const statuses = ['new', 'open', 'closed', 'set-aside', 'needs-a-look'] as const;
const registerQuery = z.object({
  status: z.string().optional().transform((text) => statuses.filter((each) => text?.split(',').includes(each))),
  kind: z.enum(['concern', 'mail']).optional(), text: z.string().max(200).optional(), waiting: z.literal('1').optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50), offset: z.coerce.number().int().min(0).default(0),
});

/** What the tab asks for. Every answer is for the person of the token, through `mayKnow`; nothing is cached on the way. */
export function apiRoutes({ door, verify, settings, log }: ApiDeps): Router {
  const router = express.Router();
  router.use(express.json({ limit: '256kb' }));

  /** Signed in and of the school, or a sentence. */
  const as = (work: (person: Person, request: Request, response: Response) => Promise<void>) => async (request: Request, response: Response): Promise<void> => {
    response.setHeader('Cache-Control', 'no-store');
    try {
      const who = await verify(request.headers.authorization);
      if (who === null) { response.status(401).json({ sentence: 'Sign in again: open the tab from Teams once more.' }); return; }
      const person = await door.personOf(who.oid);
      if (person === null) { response.status(403).json({ sentence: 'You are not in one of the school\'s Concern Desk groups. Ask the office to add you.' }); return; }
      await work(person, request, response);
    } catch (error) {
      if (error instanceof z.ZodError) { response.status(400).json({ sentence: 'That request was not understood. Reload the page and try again.' }); return; }
      log({ what: 'api-failed', fault: faultName(error) });
      response.status(503).json({ sentence: 'That did not work just now. Nothing was lost; try again in a moment.' });
    }
  };

  router.get('/me', as(async (person, _, response) => {
    response.json({ oid: person.oid, name: door.nameOf(person.oid), roles: person.roles, titles: settings.school.titles, school: settings.school.name, mode: settings.mode });
    await Promise.resolve();
  }));
  router.get('/register', as(async (person, request, response) => {
    const { waiting, status, kind, text, limit, offset } = registerQuery.parse(request.query);
    response.json(await door.register(person, {
      limit, offset, ...(status.length > 0 ? { status } : {}), ...(kind === undefined ? {} : { kind }), ...(text === undefined || text === '' ? {} : { text }),
      ...(waiting === undefined ? {} : { waitingFor: true as const }),
    }));
  }));
  router.get('/mail-check', as(async (person, _, response) => { response.json({ days: await door.mailCheck(person) }); }));
  router.get('/concerns/:ref', as(async (person, request, response) => {
    const page = await door.page(person, ref.parse(request.params['ref']));
    if (page === null) notThere(response); else response.json(pageJson(page, door));
  }));
  router.get('/concerns/:ref/related', as(async (person, request, response) => {
    const related = await door.related(person, ref.parse(request.params['ref']));
    if (related === null) notThere(response); else response.json(related);
  }));
  router.post('/press', as(async (person, request, response) => {
    const body = press.parse(request.body);
    const answer = await door.press(person, body);
    const page = await door.page(person, body.ref);
    response.json({ answer, page: page === null ? null : pageJson(page, door) });
  }));
  router.post('/mails/:identity/concern', as(async (person, request, response) => {
    response.json(await door.makeConcern(person, identity.parse(request.params['identity']), nonce.parse((request.body as { nonce?: unknown }).nonce)));
  }));
  router.get('/concerns/:ref/original', as(async (person, request, response) => {
    const asked = z.object({ mail: identity, exhibit: z.coerce.number().int().positive().optional() }).parse(request.query);
    const found = await door.original(person, ref.parse(request.params['ref']), { mail: asked.mail, exhibit: asked.exhibit ?? null });
    if (found === null) notThere(response); else sendFile(response, found.bytes, found.name);
  }));
  router.get('/concerns/:ref/letters/:n', as(async (person, request, response) => {
    const at = ref.parse(request.params['ref']);
    const n = z.coerce.number().int().positive().parse(request.params['n']);
    const bytes = await door.letterPdf(person, at, n);
    if (bytes === null) notThere(response); else sendFile(response, bytes, `${at} letter ${String(n)}.pdf`);
  }));
  return router;
}

function notThere(response: Response): void {
  response.status(404).json({ sentence: 'There is no such concern, or it is not one that you can see.' });
}

/** Whatever a stranger attached is only ever downloaded, never run or shown by this origin. */
function sendFile(response: Response, bytes: Uint8Array, name: string): void {
  response.setHeader('Content-Type', 'application/octet-stream');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Content-Security-Policy', 'sandbox');
  response.attachment(name.replace(/[^\p{L}\p{N}. _-]/gu, '_').slice(0, 120));
  response.send(Buffer.from(bytes));
}

/** Names of staff as the page shows them, and the buttons that are this person's now. */
function pageJson(page: ConcernPage, door: Door): unknown {
  const { nameOf: _, person, ...view } = page.view;
  const { lead, danger, proposals, letters, audience } = view.concern;
  const oids = [lead, danger?.takenBy ?? null, ...proposals.flatMap((each) => [each.by, each.decidedBy]), ...letters.map((each) => each.approvedBy), ...audience.also].filter((each) => each !== null);
  return {
    ...page, view: { ...view, person }, buttons: buttonsFor(person, view.concern), seesReporter: seesReporter(person, view.concern),
    names: Object.fromEntries(oids.map((oid) => [oid, door.nameOf(oid)])),
  };
}
