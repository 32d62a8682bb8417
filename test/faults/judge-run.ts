import { loadConcern } from '../../src/concern/load-concern.ts';
import { fromRow } from '../../src/concern/record.ts';
import { owed } from '../../src/concern/rules/owed.ts';
import { journalText } from '../../src/records/journal-text.ts';
import { verifySchool } from '../../src/records/verify-school.ts';
import type { Stores } from '../../src/ports.ts';
import { openInjector } from './injector.ts';
import type { Run } from './letter-path.ts';
import { storesOn } from './stores-on.ts';

/** Everything that is wrong after a run, as sentences; nothing when the promises were kept. */
export async function judgeRun(run: Run): Promise<string[]> {
  const { ground, ref } = run;
  const stores = storesOn(ground.account, ground.code, openInjector(null));
  return [...await wrongWithLog(run, stores), ...await wrongWithViews(run, stores), ...await wrongWithMail(stores, ref), ...await wrongWithWake(run, stores)];
}

async function wrongWithLog({ ground, ref }: Run, stores: Stores): Promise<string[]> {
  const types = (await stores.log.events(ref)).map((row) => fromRow(row).event.data.type);
  const count = (type: string): number => types.filter((each) => each === type).length;
  const twice = ['first-look-taken', 'note-added', 'response-proposed', 'letter-approved', 'letter-leaving', 'letter-drafted', 'letter-sent', 'concern-closed'].filter((type) => count(type) > 1);
  const { findings } = await verifySchool(stores);
  const loaded = await loadConcern(stores.log, ref);
  const left = owed(loaded.concern, loaded.version, loaded.done, ground.world.time, 'live').map(({ key }) => key);
  return [
    ...(count('concern-raised') === 1 && count('exhibit-added') === 1 ? [] : [`raised ${String(count('concern-raised'))} times with ${String(count('exhibit-added'))} pieces of evidence`]),
    ...twice.map((type) => `${type} counted twice`),
    ...(ground.world.sent.length === count('letter-approved') && count('letter-sent') === count('letter-approved') ? []
      : [`${String(ground.world.sent.length)} letters left and ${String(count('letter-sent'))} were confirmed for ${String(count('letter-approved'))} approvals`]),
    ...findings.map((each) => `${each.ref} ${each.entry}: ${each.sentence}`),
    ...(left.length === 0 ? [] : [`still owed: ${left.join(', ')}`]),
    ...(loaded.done.lease === null ? [] : ['the lease was never given back']),
  ];
}

async function wrongWithViews({ ground: { world }, ref }: Run, stores: Stores): Promise<string[]> {
  const { concern, version, done } = await loadConcern(stores.log, ref);
  const row = await stores.register.get(ref);
  const closed = concern.status === 'closed';
  const file = (name: string): boolean => world.files.has(`${ref}/${name}`);
  const checks: [string, boolean][] = [
    ['the register shows an old version', row !== null && row.version >= concern.shown && row.status === concern.status],
    ['the list shows an old version', Number(world.list.get(ref)?.fields['Version']) >= concern.shown && world.list.size === 1],
    ['there is not exactly one task, at the last state', world.tasks.length === 1 && world.tasks[0]?.percent === (closed ? 100 : world.tasks[0]?.percent)],
    ['a chat shows an old card', Object.entries(done.views.cards ?? {}).every(([, card]) => world.posts.find((post) => post.activity === card.activity)?.shows === concern.shown)],
    ['nobody has a card', Object.keys(done.views.cards ?? {}).length > 0],
    ['the folder lacks the reading copy', file(`${ref} reading copy.pdf`)],
    ['the folder lacks the letter', !concern.letters.some((each) => each.status === 'sent') || (file(`${ref} letter 1.pdf`) && file(`${ref} letter 1.docx`))],
    ['the journal is not the log', await stores.journal.read(`${ref}.ndjson`) === journalText(await stores.log.events(ref)) && done.views.journal?.shows === version],
  ];
  return checks.filter(([, right]) => !right).map(([wrong]) => wrong);
}

async function wrongWithMail(stores: Stores, ref: string): Promise<string[]> {
  const mails = (await stores.ledger.all()).sort((a, b) => a.receivedAt - b.receivedAt);
  const shown = await Promise.all(mails.map(async (mail) => (await stores.register.get(mail.identity))?.status ?? null));
  return [
    ...(mails.map((each) => each.outcome).join() === 'raised,set-aside' ? [] : [`mails came to ${mails.map((each) => each.outcome).join() || 'nothing'}`]),
    ...(mails[0]?.concern === ref && (await stores.log.references()).join() === ref ? [] : ['a number was left out or taken twice']),
    ...(shown.join() === ',set-aside' ? [] : [`the lists show the mails as ${shown.join()}`]),
    ...(mails.every((mail) => mail.copies === 1) ? [] : ['a mail was counted twice']),
  ];
}

async function wrongWithWake({ ground: { world } }: Run, stores: Stores): Promise<string[]> {
  const later = world.time + 400 * 86_400_000;
  const rows = await stores.wake.due(later, later, 100);
  return rows.length === 0 ? [] : [`${String(rows.length)} wake rows are left: ${rows.map((each) => each.key).join(' ')}`];
}
