import { readFileSync } from 'node:fs';
import { loadConcern } from '../../src/concern/load-concern.ts';
import { handleCommand } from '../../src/concern/handle-command.ts';
import type { LetterOrder, PersonCommand } from '../../src/concern/rules/commands.ts';
import type { Person } from '../../src/concern/rules/words-of-the-school.ts';
import { prepareLetter } from '../../src/letters/prepare-letter.ts';
import { readMailbox } from '../../src/mail/reading/read-mailbox.ts';
import { sealedStore } from '../../src/storage/sealed-store.ts';
import { staff } from '../unit/mail-school.ts';
import { openInjector, type Plan } from './injector.ts';
import { memoryAccount, type Account } from './memory-account.ts';
import { leavingAt, openCrew, settings, type Crew, type Ground } from './school-process.ts';
import { storesOn } from './stores-on.ts';
import { openWorld, type IncomingMail } from './world.ts';

export const start = Date.parse('2026-11-24T10:00:00Z');
const minute = 60_000;
const { daniel, helen } = staff;

/** One parent about another, with a picture; and a newsletter, which is set aside. */
const incoming: IncomingMail[] = [
  { id: 'AAkALg-concern', receivedAt: start - 2 * minute, raw: concernMail(1) },
  { id: 'AAkALg-newsletter', receivedAt: start - minute, raw: readFileSync(new URL('../fixtures/mail/14-newsletter.eml', import.meta.url)) },
];

export function concernMail(n: number): Uint8Array {
  return Buffer.from([
    'From: Amara Nwosu <amara.nwosu@mail.example>', 'To: school@grove.example', 'Subject: Class WhatsApp', 'Date: Tue, 24 Nov 2026 09:51:11 +0000',
    `Message-ID: <f${String(n)}.40683@mail.example>`, 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="b1"', '', '--b1', 'Content-Type: text/plain; charset=utf-8', '',
    `In the Year ${String(n % 6)} WhatsApp group Kevin Doyle called me a liar and an idiot in front of everybody last night.`, 'Please do something about it.', '', 'Amara', '--b1',
    'Content-Type: image/png; name="Screenshot.png"', 'Content-Disposition: attachment; filename="Screenshot.png"', 'Content-Transfer-Encoding: base64', '',
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEUlEQVR42mO48+MYEDH8BwMAS8cLLzIROIQAAAAASUVORK5CYII=', '--b1--', '',
  ].join('\r\n'));
}

/** Made and rendered once: the protocol does not care what a letter says. Each run seals its files for itself. */
const workshop = memoryAccount().container('workshop');
const owner = 'GRV-26-0001';
let prepared: Promise<LetterOrder> | null = null;

async function makeLetter(): Promise<LetterOrder> {
  const made = await prepareLetter({ sealed: sealedStore(workshop), settings }, {
    ref: owner, letter: 1, day: '2026-11-24', signatory: { name: helen.displayName, role: 'head' }, reporters: [], kind: 'RS1-A',
    words: {
      parentName: 'Kevin Doyle', parentEmail: 'kevin.doyle@post.example', groupType: 'class WhatsApp group', incidentDates: '23 November 2026', ownWords: null,
      summary: 'Another parent was called names in front of the whole group.', clauses: ['IA1'], replyBy: '', contactName: daniel.displayName, meetingOffer: null,
    },
  });
  if ('problems' in made) throw new Error(made.problems.join(' '));
  return made;
}

export async function letterFor({ account, code }: Pick<Ground, 'account' | 'code'>, ref: string): Promise<LetterOrder> {
  const letter = await (prepared ??= makeLetter());
  const sealed = sealedStore(account.container(`${code}-sealed`));
  for (const name of await workshop.names(`${owner}/`)) await sealed.seal(ref, await workshop.read(name) ?? new Uint8Array());
  return letter;
}

export interface Run { ground: Ground; crew: Crew; ref: string; looksToSettle: number }

export interface Options {
  account?: Account;
  code?: string;
  /** False: what went wrong before the person's eyes they leave at that; the press may or may not have counted. */
  pressesAgain?: boolean;
  movesAfterMs?: number;
  drawsFolder?: boolean;
}

/** From the mail to the closed concern with one letter on the way, while things go wrong as planned. */
export async function walk(plans: readonly Plan[], { account = memoryAccount(), code = 'grv', pressesAgain = true, movesAfterMs = 0, drawsFolder = false }: Options = {}): Promise<Run> {
  const world = openWorld(start, Object.values(staff).map((each) => ({ ...each, roles: [...each.roles] })), incoming);
  world.movesAfterMs = movesAfterMs;
  const ground: Ground = { account, code, world, drawsFolder };
  const ref = `${code.toUpperCase()}-26-0001`;
  const crew = openCrew(ground, plans);
  const press = presser(ground, crew, ref, pressesAgain);

  await crew.until(({ school }) => readMailbox(school, 'every-folder'));
  await cardArrives(ground, crew, ref);
  await press('look', daniel, { verb: 'take-first-look', route: 'conduct', priority: 'P2', clauses: ['IA1'] });
  await press('note', daniel, { verb: 'add-note', note: 'Spoke to the class teacher.' });
  const letter = await letterFor(ground, ref);
  await press('propose', daniel, { verb: 'propose', response: 'RS1', reason: 'It was said in front of everybody.', letter });
  await press('approve', helen, { verb: 'approve', proposal: 1, seal: letter.made.seal, goesAt: leavingAt(world.time) });
  await looks(ground, crew, 40);
  await press('close', daniel, { verb: 'close', outcome: 'resolved', reason: 'The letter went and it has been quiet since.' });
  await looks(ground, crew, 20);
  await crew.thaw();
  return { ground, crew, ref, looksToSettle: await looks(ground, crew, 40) };
}

/** Nobody presses before they have been told. */
async function cardArrives({ account, code, world }: Ground, crew: Crew, ref: string): Promise<void> {
  const { log } = storesOn(account, code, openInjector(null));
  for (let n = 0; n < 10 && (await log.load(ref)).head === null; n++) await looks({ world }, crew, 1);
}

type Presser = (id: string, person: Person, ask: PersonCommand) => Promise<void>;

/** As the door does it: the command, then what is owed once the person has been answered. What came in since is looked at, and pressed again. */
function presser({ world }: Ground, crew: Crew, ref: string, again: boolean): Presser {
  return async (id, person, ask) => {
    world.time += 10_000;
    const work = async ({ school }: Parameters<Parameters<Crew['until']>[0]>[0]): Promise<void> => {
      const { version } = await loadConcern(school.stores.log, ref);
      const handled = await handleCommand(school.engine, ref, { id, by: { oid: person.oid, roles: person.roles }, seen: version, ask });
      await school.afterCommand(ref, handled)();
    };
    if (again) await crew.until(work); else await crew.once(work);
  };
}

/** The loops of the process, a minute apart; then longer apart while nothing happens; stops when nothing was due in four looks. Gives how many looks did something. */
async function looks({ world }: Pick<Ground, 'world'>, crew: Crew, most: number): Promise<number> {
  let busy = 0;
  for (let n = 0, quiet = 0; n < most && quiet < 4; n++) {
    world.time += quiet > 0 ? 181_000 : 61_000;
    const did = await crew.once(async (process) => await readMailbox(process.school, 'every-folder') + await process.look());
    const nothing = 'value' in did && did.value === 0;
    quiet = nothing ? quiet + 1 : 0;
    if (!nothing) busy += 1;
  }
  return busy;
}
