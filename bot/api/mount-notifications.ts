import { timingSafeEqual } from 'node:crypto';
import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';

export interface NotificationDeps {
  clientState(): string | null;
  readSoon(): void;
  /** Notifications were lost, or for a while none came: nobody knows what changed where. */
  readAllSoon(): void;
  renewSoon(): void;
  subscriptionGone(): void;
}

const body = z.object({ value: z.array(z.object({ clientState: z.string().nullish(), lifecycleEvent: z.string().nullish() })).max(10_000) });

/**
 * Microsoft Graph's notifications. They write nothing and read nothing: one with the right clientState sets "read soon" in memory; a forged,
 * lost or doubled one changes no result. Always answered at once.
 */
export function notificationRoutes(deps: NotificationDeps): Router {
  const router = express.Router();
  // One post may carry a thousand of them.
  router.use(express.json({ limit: '4mb' }));
  const answer = (request: Request, response: Response): void => {
    const token = request.query['validationToken'];
    if (typeof token === 'string') { response.status(200).type('text/plain').set('X-Content-Type-Options', 'nosniff').send(token); return; }
    const parsed = body.safeParse(request.body);
    const ours = parsed.success ? parsed.data.value.filter((each) => sameText(each.clientState ?? '', deps.clientState() ?? '')) : [];
    act(deps, new Set(ours.map((each) => each.lifecycleEvent ?? 'changed')));
    response.status(202).end();
  };
  router.post('/notify', answer);
  router.post('/lifecycle', answer);
  return router;
}

/** What is unknown is read as a change: reading once too often does no harm. */
function act(deps: NotificationDeps, events: ReadonlySet<string>): void {
  if (events.has('missed') || events.has('subscriptionRemoved')) deps.readAllSoon();
  else if (events.size > 0) deps.readSoon();
  if (events.has('reauthorizationRequired')) deps.renewSoon();
  if (events.has('subscriptionRemoved')) deps.subscriptionGone();
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return a !== '' && left.length === right.length && timingSafeEqual(left, right);
}
