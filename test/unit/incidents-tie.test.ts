import { expect, test } from '@jest/globals';
import { concernPage } from '../../bot/concern-page.ts';
import { handleCommand } from '../../src/concern/handle-command.ts';
import { loadConcern } from '../../src/concern/load-concern.ts';
import type { Engine } from '../../src/concern/engine.ts';
import { tieConcerns, type TieAsk } from '../../src/incidents/tie-concerns.ts';
import type { LogStore } from '../../src/ports.ts';
import { memoryLog } from '../fakes/memory-log.ts';
import { viewOf } from './cards-scenes.ts';
import { mail, people } from './concern-story.ts';

const [here, there] = ['GRV-26-0042', 'GRV-26-0041'];
const command = (verb: TieAsk['verb'], id = verb as string): Parameters<typeof tieConcerns>[2] => ({ id, by: people.daniel, seen: null, ask: { verb, other: there, reason: 'Other days, other people.' } });

test('one press writes on both, and the next takes both back', async () => {
  const { engine, ties } = await twoConcerns();
  await tieConcerns(engine, here, command('say-same-incident'));
  expect(await ties()).toEqual({ here: [[there], []], there: [[here], []] });
  await tieConcerns(engine, here, command('unsay-same-incident'));
  expect(await ties()).toEqual({ here: [[], [there]], there: [[], [here]] });
});

test('what was only suggested can be kept apart at once', async () => {
  const { engine, ties } = await twoConcerns();
  await tieConcerns(engine, here, command('unsay-same-incident'));
  expect(await ties()).toEqual({ here: [[], [there]], there: [[], [here]] });
});

test.each(['say-same-incident', 'unsay-same-incident'] as const)('%s: ended between the two, the same press again writes the other half', async (verb) => {
  const { engine, ties, breakOn } = await twoConcerns();
  breakOn(here);
  await expect(tieConcerns(engine, here, command(verb))).rejects.toThrow('The line broke.');
  breakOn(null);
  const again = await tieConcerns(engine, here, command(verb));
  expect([again.other?.outcome, again.here.outcome]).toEqual(['already', 'done']);
  // A fresh press, of a page opened later, changes nothing more.
  const fresh = await tieConcerns(engine, here, command(verb, 'another press'));
  expect([fresh.other?.outcome, fresh.here.outcome]).toEqual(['already', 'already']);
  const said = verb === 'say-same-incident';
  expect(await ties()).toEqual({ here: said ? [[there], []] : [[], [there]], there: said ? [[here], []] : [[], [here]] });
});

test('without a sentence they are not taken apart, and neither is written to', async () => {
  const { engine, ties } = await twoConcerns();
  const tied = await tieConcerns(engine, here, { ...command('unsay-same-incident'), ask: { verb: 'unsay-same-incident', other: there, reason: ' ' } });
  expect(tied.here.refusal?.sentence).toBe('Say in a sentence why they are not the same incident.');
  expect(await ties()).toEqual({ here: [[], []], there: [[], []] });
});

test('the chronology names the other one only to those who may know of it', async () => {
  const { engine } = await twoConcerns();
  await tieConcerns(engine, here, command('say-same-incident'));
  const view = viewOf('new', people.priya);
  expect(JSON.stringify((await concernPage(engine.log, view)).history)).not.toMatch(/0041|same incident/);
  const page = await concernPage(engine.log, { ...view, tied: [there] });
  expect(page.history[0]?.sentence).toContain('said that GRV-26-0041 is the same incident');
});

interface Two { engine: Engine; ties: () => Promise<Record<'here' | 'there', string[][]>>; breakOn: (ref: string | null) => void }

async function twoConcerns(): Promise<Two> {
  const kept = memoryLog();
  let broken: string | null = null;
  const log: LogStore = { ...kept, append: (ref, commit) => (ref === broken ? Promise.reject(new Error('The line broke.')) : kept.append(ref, commit)) };
  const engine: Engine = {
    log, me: 'one', mode: () => 'live', clock: { now: () => Date.parse('2026-11-24T09:00:00Z'), machine: () => performance.now() },
    wake: { put: () => Promise.resolve(), due: () => Promise.resolve([]), replace: () => Promise.resolve() },
  };
  for (const [n, ref] of [there, here].entries()) await handleCommand(engine, ref, { id: `raise ${ref}`, by: 'service', seen: null, ask: { verb: 'raise', understood: mail(n + 1) } });
  const of = async (ref: string): Promise<string[][]> => {
    const { concern } = await loadConcern(log, ref);
    return [concern.sameIncident, concern.otherIncident];
  };
  return { engine, ties: async () => ({ here: await of(here), there: await of(there) }), breakOn: (ref) => { broken = ref; } };
}
