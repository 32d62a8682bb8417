import { handleCommand } from '../concern/handle-command.ts';
import type { Loaded } from '../concern/load-concern.ts';
import { nobodyOnDuty } from '../people/rules/alerted.ts';
import type { School } from '../school.ts';

/**
 * Writes down that the alert goes one step further; the cards and emails of that step follow from the record. Asked for twice it is one
 * step, and none once somebody has taken it.
 */
export async function tellDanger(school: School, loaded: Loaded, { since, step }: { since: number; step: number }): Promise<void> {
  const nobody = nobodyOnDuty(loaded.concern, await school.directory.people(), school.settings.alerts.duty, school.clock.now());
  await handleCommand(school.engine, loaded.ref, {
    id: `${loaded.ref}:tell-danger-${String(since)}-${String(step)}`, by: 'service', seen: null, ask: { verb: 'tell-danger', since, step, nobodyOnDuty: nobody },
  }, { lease: false });
}
