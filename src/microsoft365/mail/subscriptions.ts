import { z } from 'zod';
import type { Mailbox } from '../../ports.ts';
import type { Graph } from '../client.ts';
import { unlessRefused } from '../faults.ts';
import { withImmutableIds } from './mail-calls.ts';
import { moment, segment } from '../graph/odata.ts';
import { parsed } from '../graph/pages.ts';

const subscription = z.object({ id: z.string(), expirationDateTime: z.string() });

/** Outlook refuses more than 4,230 minutes rather than cutting it short. */
const mostMinutes = 4_200;

/** Notifications of a mailbox. They are hints: the reading goes on without them. */
export function subscriptions(graph: Graph, now: () => number): Pick<Mailbox, 'subscribe' | 'renew'> {
  const until = (minutes: number): string => moment(now() + Math.min(minutes, mostMinutes) * 60_000);
  const read = (body: unknown, doing: string): { id: string; expiresAt: number } => {
    const { id, expirationDateTime } = parsed(subscription, body, doing);
    return { id, expiresAt: Date.parse(expirationDateTime) };
  };
  return {
    subscribe: async (mailbox, order) => {
      const doing = 'subscribe to the mailbox';
      const json = {
        // The whole mailbox: a rule may file a mail before it is ever in the Inbox.
        changeType: 'created', resource: `/users/${mailbox}/messages`, notificationUrl: order.notificationUrl,
        lifecycleNotificationUrl: order.lifecycleUrl, expirationDateTime: until(order.minutes), clientState: order.clientState,
      };
      // A second subscription is a second hint; the first one runs out by itself.
      const answer = await graph.send({ doing, right: 'mail', method: 'POST', once: false, path: '/subscriptions', json, headers: withImmutableIds({}) });
      return read(answer.json(), doing);
    },
    renew: async (id, minutes) => {
      const doing = 'renew the subscription to the mailbox';
      const asked = graph.send({ doing, right: 'mail', method: 'PATCH', path: `/subscriptions/${segment(id)}`, json: { expirationDateTime: until(minutes) } });
      // Gone, or refused for its date (seen as 400): either way a new one is made.
      const answer = await unlessRefused(asked, (refusal) => refusal.status === 404 || refusal.status === 400);
      return answer === null ? null : read(answer.json(), doing);
    },
  };
}
