import type { SeenKind } from './concern.ts';
import type { PersonVerb } from './transitions.ts';

/**
 * One press of a button, on a card or in the tab. It names the thing that it acts on, what of it was shown, and a nonce of the card, so
 * that one press sent twice is one and two different notes are two.
 */
export interface Press {
  ref: string;
  verb: PersonVerb;
  /** Number of the proposal or letter; null where it acts on the concern. */
  n: number | null;
  /** Version of the concern that the card or page showed. */
  seen: number;
  /** SHA-256 of the letter's manifest as shown; null where there is none. */
  seal: string | null;
  nonce: string;
  /** What was typed or chosen: note, reason, route, priority, clauses (comma-separated), response, outcome, oid, role, and `letter.*`. */
  fields: Record<string, string>;
}

/** `look-first`: something came in since the card was made; it is shown, and the next press counts. */
export interface PressAnswer { outcome: 'done' | 'already' | 'refused' | 'look-first'; sentence: string | null; news: SeenKind[] }
