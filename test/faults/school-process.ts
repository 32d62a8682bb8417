import { doersOf, openSchool } from '../../bot/open-school.ts';
import { leavesAt } from '../../src/calendar/rules/sending-hours.ts';
import { readSettings } from '../../src/config.ts';
import { doWhatIsOwed, type Doers } from '../../src/concern/do-what-is-owed.ts';
import { lookAtWhatIsDue } from '../../src/concern/look-at-what-is-due.ts';
import { finishMail } from '../../src/mail/reading/finish-mail.ts';
import { openGraph } from '../../src/microsoft365/client.ts';
import { publicEndpoints } from '../../src/microsoft365/endpoints.ts';
import { openDirectory } from '../../src/people/directory.ts';
import type { Clock, RegisterIndex } from '../../src/ports.ts';
import type { School } from '../../src/school.ts';
import { openInjector, type Injector, type Plan } from './injector.ts';
import type { Account } from './memory-account.ts';
import { storesOn } from './stores-on.ts';
import { portsOnto, type OutsidePorts, type OutsideWorld } from './world.ts';

const id = '5f0b8a9c-6d27-4c1b-8e3f-2a9d7c4e1f60';
export const settings = readSettings({
  MICROSOFT: 'public', MODE: 'live', SCHOOL_CODE: 'GRV', SCHOOL_NAME: 'Grove Primary School', SCHOOL_STAFF_DOMAINS: 'grove.example', SCHOOL_MAILBOX: 'school@grove.example',
  SENDING_MAILBOX: 'letters@grove.example', GO_LIVE: '2026-11-01T00:00:00Z', SITE_PATH: 'grove.example:/sites/concerns', TENANT_ID: id, CLIENT_ID: id, TEAMS_APP_ID: id,
  CLIENT_SECRET: 'not used', TABLES_URL: 'https://tables.example', BLOBS_URL: 'https://blobs.example', PUBLIC_URL: 'https://desk.example',
});
/** When a letter approved then leaves, by these settings. */
export function leavingAt(now: number): number {
  const leaves = leavesAt(now, settings.sending);
  if ('problem' in leaves) throw new Error(leaves.problem);
  return leaves.at;
}

const graph = openGraph(publicEndpoints, { tenantId: id, clientId: id, secret: 'not used' });

/** Where one run happens: storage and Microsoft 365, which outlive the processes. */
export interface Ground {
  account: Account;
  code: string;
  world: OutsideWorld;
  /** The folder's reading copy is drawn as it is in the product: half a second of fonts, too long for thousands of runs. */
  drawsFolder: boolean;
}

/** One process of the product as `bot/open-school` wires it, standing on that ground; only its ports are other ones. */
export interface SchoolProcess { school: School; injector: Injector; look(): Promise<number> }

export function openProcess({ account, code, world, drawsFolder }: Ground, injector: Injector): Promise<SchoolProcess> {
  const clock: Clock = { now: () => world.time, machine: () => world.time, pause: (ms) => { world.time += ms; return Promise.resolve(); } };
  return openProcessOn({ account, code, clock, ports: portsOnto(world, injector), drawsFolder }, injector);
}

export interface Surroundings { account: Account; code: string; clock: Clock; ports: OutsidePorts; drawsFolder: boolean }

export async function openProcessOn({ account, code, clock, ports, drawsFolder }: Surroundings, injector: Injector): Promise<SchoolProcess> {
  const stores = storesOn(account, code, injector);
  const school = await openSchool(settings, () => undefined, { clock, stores, graph }, ports.poster);
  Object.assign(school, {
    mailbox: ports.mailbox, list: ports.list, library: ports.library, board: ports.board, directory: openDirectory(ports.groups, stores.links, clock),
    index: noIndex, baseCard: (_: string, { concern }: { concern: { shown: number } }) => ({ card: { shows: concern.shown }, summary: '' }),
  });
  const doers = drawsFolder ? doersOf(school) : withoutDrawing(school);
  if (!drawsFolder) school.afterCommand = (ref, handled) => async () => {
    if (handled.outcome !== 'done') return;
    try {
      for (const next of await doWhatIsOwed(school.engine, doers, () => undefined, ref, handled)) await stores.wake.put(ref, next.at, next.clock);
    } catch { /* the wake row looks again */ }
  };
  const lookAtMail = async (identity: string): Promise<[]> => { await (await finishMail(school, identity))(); return []; };
  return { school, injector, look: () => lookAtWhatIsDue(school.engine, doers, lookAtMail, () => undefined) };
}

/** All doers of the product; the folder's files are put as they are named, without drawing them. */
function withoutDrawing(school: School): Doers {
  const all = doersOf(school);
  return { ...all, view: async (loaded, owed, look) => {
    if (owed.view !== 'folder') return all.view(loaded, owed, look);
    const letters = loaded.concern.letters.filter((each) => each.status === 'sent').flatMap(({ n }) => [`letter ${String(n)}.pdf`, `letter ${String(n)}.docx`]);
    const files: Record<string, string> = { ...loaded.done.views.folder?.files };
    for (const name of ['reading copy.pdf', ...letters]) {
      if (files[name] === undefined) await school.library.put(loaded.ref, `${loaded.ref} ${name}`, new Uint8Array([1]));
      files[name] = 'put';
    }
    return { folder: { shows: loaded.concern.shown, files } };
  } };
}

const noIndex: RegisterIndex = { load: () => undefined, put: () => undefined, remove: () => undefined, find: () => ({ rows: [], total: 0 }), near: () => [], earlier: () => [], tied: () => [] };

export type Did<T> = { value: T } | { gone: true } | { fault: unknown };

/** Processes one after another on the same ground: when one has died the next takes over. Requests that were under way land a little later. */
export interface Crew {
  /** Once: what a person sees when they press once. */
  once<T>(work: (process: SchoolProcess) => Promise<T>): Promise<Did<T>>;
  /** As often as it takes: mail is listed again, an anxious person presses again. */
  until<T>(work: (process: SchoolProcess) => Promise<T>): Promise<T>;
  /** What went on in the first process. */
  trace: string[];
  thaw(): Promise<void>;
}

export function openCrew(ground: Ground, plans: readonly Plan[]): Crew {
  const spare = [...plans];
  const frozen: { injector: Injector; work: Promise<unknown> }[] = [];
  const landing: Injector[] = [];
  let injector = openInjector(spare.shift() ?? null);
  const first = injector;
  let opened: Promise<SchoolProcess> | null = null;

  const replace = (work: Promise<unknown>): void => {
    frozen.push({ injector, work });
    landing.push(injector);
    injector = openInjector(spare.shift() ?? null);
    opened = null;
  };
  /** An abandoned request lands up to twenty-five seconds later: after the next thing that somebody does. */
  const land = async (waiting: Injector[]): Promise<void> => {
    for (const request of waiting.flatMap((each) => each.underWay.splice(0))) {
      ground.world.time += 25_000;
      await request().catch(() => undefined);
    }
  };
  const once = async <T>(work: (process: SchoolProcess) => Promise<T>): Promise<Did<T>> => {
    const waiting = landing.splice(0);
    const { gone } = injector;
    const here = opened ??= openProcess(ground, injector);
    // A process that cannot start is started again.
    here.catch(() => { opened = null; });
    const done = here.then(work).then((value): Did<T> => ({ value }), (fault: unknown): Did<T> => ({ fault }));
    const did = await Promise.race([done, gone.then((): Did<T> => ({ gone: true }))]);
    if ('gone' in did) replace(done);
    await land(waiting);
    return did;
  };
  return {
    once,
    until: async (work) => {
      for (let attempt = 0; attempt < 8; attempt++) {
        const did = await once(work);
        if ('value' in did) return did.value;
        if ('fault' in did && attempt > 0) ground.world.time += 5_000;
      }
      throw new Error('It was tried eight times');
    },
    get trace() { return first.trace; },
    thaw: async () => {
      for (const each of frozen) each.injector.thaw();
      // A process that was killed never ends; one that was frozen now does, or finds that it has nothing to say.
      await Promise.race([Promise.all(frozen.map((each) => each.work)), new Promise((resolve) => { setTimeout(resolve, 20); })]);
    },
  };
}
