import type { Handled } from '../src/concern/handle-command.ts';
import { loadConcern, type Loaded } from '../src/concern/load-concern.ts';
import { refusalFor } from '../src/concern/rules/allowed.ts';
import type { Command } from '../src/concern/rules/commands.ts';
import type { Concern } from '../src/concern/rules/concern.ts';
import { transitionOf } from '../src/concern/rules/transitions.ts';
import type { Person } from '../src/concern/rules/words-of-the-school.ts';
import { findRelated } from '../src/incidents/find-related.ts';
import type { Related } from '../src/incidents/rules/related.ts';
import { tieConcerns, type TieAsk } from '../src/incidents/tie-concerns.ts';
import { mayKnow } from '../src/people/rules/may-know.ts';
import type { School } from '../src/school.ts';
import { registerRow } from '../src/views/bring-register-row.ts';

/** What may belong with this concern, from the index alone: quick enough for a card. Nobody's lead is in it yet. */
export function relatedOnCard(school: School, person: Person, loaded: Loaded): Related {
  const { sameIncident: same, otherIncident: other } = loaded.concern;
  return findRelated({ index: school.index, staff: school.directory.known() }, person, { row: registerRow(loaded), same, other });
}

/** The same, with who leads on those that are said to be the same incident. */
export async function relatedOnPage(school: School, person: Person, loaded: Loaded): Promise<Related> {
  const related = relatedOnCard(school, person, loaded);
  const same = await Promise.all(related.same.map(async (each) => {
    const { concern } = await loadConcern(school.stores.log, each.ref);
    return mayKnow(person, concern) ? [{ ...each, lead: concern.lead === null ? null : school.directory.nameOf(concern.lead) }] : [];
  }));
  return { ...related, same: same.flat() };
}

/**
 * The concern as this person may see it: of those tied to it or kept apart from it, only the ones that they may know. Read from the index, which
 * hears of a change a moment later: until then a reference is left out rather than told.
 */
export function withKnownTies(school: School, person: Person, concern: Concern): { concern: Concern; tied: string[] } {
  const { ref, sameIncident, otherIncident } = concern;
  const rows = school.index.tied(person, ref, [...sameIncident, ...otherIncident]);
  const known = rows.map((row) => row.key);
  const same = rows.filter((row) => sameIncident.includes(row.key) || row.ties?.same.includes(ref) === true).map((row) => row.key);
  return { concern: { ...concern, sameIncident: same, otherIncident: otherIncident.filter((each) => known.includes(each)) }, tied: known };
}

const noOther = 'Write the reference of the other concern, such as GRV-26-0041. It must be one that you can see.';

/** What became of it on both; or a sentence where the other concern is not one to choose. */
export type Tying = { sentence: string } | { here: Handled; other: Handled | null };

/** Both concerns must be ones that this person can see and press on; that is known before either is written to. */
export async function pressTie(school: School, loaded: Loaded, other: Loaded | null, command: Command & { ask: TieAsk; by: Person }): Promise<Tying> {
  const { by, ask } = command;
  if (ask.other === loaded.ref) return { sentence: 'That is this very concern. Choose another one.' };
  if (other === null) return { sentence: noOther };
  const refusal = refusalFor(by, loaded.concern, transitionOf(ask.verb), null) ?? refusalFor(by, other.concern, transitionOf(ask.verb), null);
  return refusal === null ? tieConcerns(school.engine, loaded.ref, command) : { sentence: refusal.sentence };
}
