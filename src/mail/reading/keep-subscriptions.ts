import { faultName } from '../../log.ts';
import { z } from 'zod';
import type { School } from '../../school.ts';

/** Outlook allows 4,230 minutes; asked for less, renewed at half. */
const minutes = 4_200;
const kind = 'subscription';
const stored = z.object({ id: z.string(), expiresAt: z.number(), clientState: z.string() });
export type Subscription = z.infer<typeof stored>;

/**
 * Keeps one subscription on the inbox alive. A notification only brings a reading forward, so a refusal here is worth a log line and no more:
 * mail is read by delta all the same. `renewNow`: Microsoft asks for it (renewing proves our right anew), whatever time is left.
 */
export async function keepSubscriptions(school: School, newClientState: () => string, renewNow = false): Promise<Subscription | null> {
  const { links } = school.stores;
  const mailbox = school.settings.mail.schoolMailbox;
  const parsed = stored.safeParse(await links.get(kind, mailbox));
  // Microsoft's end of it is a date like any other, not a lease of ours.
  const now = school.clock.now();
  const had = parsed.success ? parsed.data : null;
  if (!renewNow && had !== null && had.expiresAt - now > (minutes * 60_000) / 2) return had;
  try {
    const renewed = had === null ? null : await school.mailbox.renew(had.id, minutes);
    const clientState = renewed === null || had === null ? newClientState() : had.clientState;
    const fresh = renewed ?? await school.mailbox.subscribe(mailbox, {
      notificationUrl: `${school.settings.publicUrl}/api/graph/notify`, lifecycleUrl: `${school.settings.publicUrl}/api/graph/lifecycle`, clientState, minutes,
    });
    const kept = { ...fresh, clientState };
    await links.put(kind, mailbox, kept);
    return kept;
  } catch (error) {
    school.log({ what: 'subscription-failed', fault: faultName(error) });
    return had;
  }
}

/** After a lifecycle event says that it is gone: the next keeping makes a new one. */
export async function forgetSubscription(school: School): Promise<void> {
  await school.stores.links.remove(kind, school.settings.mail.schoolMailbox);
}
