import { timingSafeEqual } from 'node:crypto';
import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';

export interface NotificationDeps { clientState(): string | null; readSoon(): void; subscriptionGone(): void }

const body = z.object({ value: z.array(z.object({ clientState: z.string().nullish(), lifecycleEvent: z.string().nullish() })).max(1_000) });

/**
 * Microsoft Graph's notifications. They write nothing and read nothing: one with the right clientState sets "read soon" in memory; a forged,
 * lost or doubled one changes no result. Always answered at once.
 */
export function notificationRoutes(deps: NotificationDeps): Router {
  const router = express.Router();
  router.use(express.json({ limit: '1mb' }));
  const answer = (request: Request, response: Response): void => {
    const token = request.query['validationToken'];
    if (typeof token === 'string') { response.status(200).type('text/plain').send(token); return; }
    const parsed = body.safeParse(request.body);
    const ours = parsed.success ? parsed.data.value.filter((each) => sameText(each.clientState ?? '', deps.clientState() ?? '')) : [];
    if (ours.length > 0) deps.readSoon();
    if (ours.some((each) => each.lifecycleEvent === 'subscriptionRemoved')) deps.subscriptionGone();
    response.status(202).end();
  };
  router.post('/notify', answer);
  router.post('/lifecycle', answer);
  return router;
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return a !== '' && left.length === right.length && timingSafeEqual(left, right);
}
