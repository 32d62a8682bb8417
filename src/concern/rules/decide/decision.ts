import type { Refusal } from '../allowed.ts';
import type { SeenKind } from '../concern.ts';
import type { EventData, Words } from '../events.ts';

/** An event to be, with the words that will lie in its removable item. */
export interface Happening { data: EventData; words?: Words }

/** Events; or nothing, since it is so already; or a refusal; or news that must be shown before this press counts. */
export type Decision =
  | { kind: 'events'; events: Happening[] }
  | { kind: 'already' }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'look-first'; news: SeenKind[] };

export const already: Decision = { kind: 'already' };
export const events = (...happenings: Happening[]): Decision => ({ kind: 'events', events: happenings });
export const refused = (refusal: Refusal): Decision => ({ kind: 'refused', refusal });
