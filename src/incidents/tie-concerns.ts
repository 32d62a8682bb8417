import { handleCommand, type Handled } from '../concern/handle-command.ts';
import type { Engine } from '../concern/engine.ts';
import type { Command, PersonCommand } from '../concern/rules/commands.ts';

export type TieAsk = Extract<PersonCommand, { verb: 'say-same-incident' | 'unsay-same-incident' }>;

/** What became of it on both: `other` is null where this one refused and the other was left alone. */
export interface Tied { here: Handled; other: Handled | null }

/**
 * Says on both concerns that they are one incident, or two. The other one first: where the process ends between the two, the page of either reads
 * both directions, and the same press again writes what is missing, since each half is done once however often it is asked.
 */
export async function tieConcerns(engine: Engine, ref: string, command: Command & { ask: TieAsk }): Promise<Tied> {
  const { ask } = command;
  const other = await handleCommand(engine, ask.other, { ...command, id: `${command.id}:other`, seen: null, ask: { ...ask, other: ref } });
  if (other.outcome === 'refused') return { here: other, other: null };
  return { here: await handleCommand(engine, ref, command), other };
}
