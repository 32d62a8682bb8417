import { randomUUID } from 'node:crypto';
import { dueNow, openLooks } from '../src/concern/look-at-what-is-due.ts';
import type { Doers, NextLook } from '../src/concern/do-what-is-owed.ts';
import { londonDay, londonMinutes } from '../src/calendar/rules/london-time.ts';
import { finishMail } from '../src/mail/reading/finish-mail.ts';
import { forgetSetAside } from '../src/mail/reading/forget-set-aside.ts';
import { keepSubscriptions, type Subscription } from '../src/mail/reading/keep-subscriptions.ts';
import { readMailbox, sweepMailbox } from '../src/mail/reading/read-mailbox.ts';
import { anchorHeads } from '../src/records/anchors.ts';
import { faultName } from '../src/log.ts';
import type { School } from '../src/school.ts';
import { lookAtEveryConcern, lookWhenModeChanged } from './look-at-every-concern.ts';
import { followTail } from './follow-tail.ts';
import { morningList } from './morning-list.ts';
import { nudgeOffice } from './nudge-office.ts';
import { repeat, type Repeated } from './repeat.ts';
import { tellOfDifference } from './tell-of-difference.ts';

/** The loops of the process. A bug in one item is logged and the loop carries on with the next. */
export interface Worker {
  /** A notification came: read the inbox soon. Writes nothing. */
  readSoon(): void;
  /** Notifications were missed: read every folder soon. */
  readAllSoon(): void;
  /** The subscription is gone or Microsoft wants to be asked again: renewed, or made anew, soon. */
  renewSoon(): void;
  subscription(): Subscription | null;
  stop(): Promise<void>;
}

const wakeEveryMs = 1_000;
/** A thousand notifications that come together are one reading. */
const gatherMs = 200;
const sweepEveryMs = 15 * 60_000;
const subscriptionsEveryMs = 10 * 60_000;
const nightlyEveryMs = 5 * 60_000;
const morningEveryMs = 15_000;
const nudgeEveryMs = 15_000;
const mailCheckEveryMs = 5 * 60_000;
/** Nightly work starts at two in the morning, London time. */
const nightlyFromMinute = 120;

export function startWorker(school: School, doers: Doers): Worker {
  let subscription: Subscription | null = null;
  const asked = { everyFolder: false, renewal: false };
  const reading = loop(school, 'reading', school.settings.mail.readEverySeconds * 1_000, readingWork(school, asked), gatherMs);
  const subscriptions = loop(school, 'subscriptions', subscriptionsEveryMs, async () => {
    const renewNow = asked.renewal;
    asked.renewal = false;
    subscription = await keepSubscriptions(school, randomUUID, renewNow);
  });
  const looks = openLooks(school.engine, doers, (identity) => lookAtMail(school, identity), school.log);
  const loops = [
    reading,
    loop(school, 'wake', wakeEveryMs, async () => { looks.begin(await dueNow(school.engine)); }),
    loop(school, 'tail', wakeEveryMs, followTail(school)),
    loop(school, 'sweep', sweepEveryMs, () => sweepMailbox(school)),
    subscriptions,
    loop(school, 'nudge', nudgeEveryMs, () => nudgeOffice(school)),
    loop(school, 'mail-check', mailCheckEveryMs, () => tellOfDifference(school)),
    loop(school, 'morning', morningEveryMs, morningList(school)),
    loop(school, 'nightly', nightlyEveryMs, () => nightly(school, doers)),
  ];
  return {
    readSoon: () => { reading.soon(); },
    readAllSoon: () => { asked.everyFolder = true; reading.soon(); },
    renewSoon: () => { asked.renewal = true; subscriptions.soon(); },
    subscription: () => subscription,
    stop: async () => {
      await Promise.all(loops.map((each) => each.stop()));
      // What failed was logged, and its row is still there.
      await looks.rest().catch(() => undefined);
    },
  };
}

/** For a second process beside the one that works: it only keeps its lists as they are now. */
export function startFollowing(school: School): Worker {
  const tail = loop(school, 'tail', wakeEveryMs, followTail(school));
  const nothing = (): void => undefined;
  return { readSoon: nothing, readAllSoon: nothing, renewSoon: nothing, subscription: () => null, stop: () => tail.stop() };
}

function loop(school: School, name: string, everyMs: number, work: () => Promise<unknown>, gather = 0): Repeated {
  return repeat(everyMs, async () => {
    try { await work(); } catch (error) { school.log({ what: `${name}-failed`, fault: faultName(error) }); }
  }, gather);
}

/** Every folder each time its hour comes or notifications were missed; the inbox alone when a notification brought the reading forward. */
function readingWork(school: School, asked: { everyFolder: boolean }): () => Promise<void> {
  let lastFull = -Infinity;
  return async () => {
    const full = asked.everyFolder || performance.now() - lastFull >= school.settings.mail.readEverySeconds * 1_000;
    asked.everyFolder = false;
    await readMailbox(school, full ? 'every-folder' : 'inbox');
    if (full) lastFull = performance.now();
  };
}

async function lookAtMail(school: School, identity: string): Promise<NextLook[]> {
  const after = await finishMail(school, identity);
  await after();
  return [];
}

const kind = 'nightly';

/** Once a night: what may no longer be kept goes, heads are anchored, and every open concern is looked at whether it has a row or not. */
async function nightly(school: School, doers: Doers): Promise<void> {
  const now = school.clock.now();
  const today = londonDay(now);
  await lookWhenModeChanged(school, doers);
  if (londonMinutes(now) < nightlyFromMinute || await school.stores.links.get(kind, 'last') === today) return;
  await forgetSetAside(school);
  await lookAtEveryConcern(school, doers);
  await anchorHeads(school.stores, today);
  await school.stores.links.put(kind, 'last', today);
}
