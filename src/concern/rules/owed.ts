import { nextStep, openAlert } from './alert.ts';
import type { Concern, Letter } from './concern.ts';
import type { Done, Views } from './done.ts';

/** A thing that should be true outside and is not yet. Its key names it in `done.tried`. */
export type Owed =
  | { kind: 'deed'; key: string; deed: 'let-leave' | 'draft' | 'send'; letter: number }
  | { kind: 'deed'; key: string; deed: 'add-exhibits' }
  | { kind: 'deed'; key: string; deed: 'tell-danger'; since: number; step: number }
  | { kind: 'view'; key: ViewName; view: ViewName };

/** `emails` are the nameless ones of an alert. */
export const viewNames = ['register', 'list', 'folder', 'task', 'cards', 'emails', 'journal'] as const;
export type ViewName = (typeof viewNames)[number];

/** In `watch` nothing is posted, sent or created; in `paused` nothing leaves the building, intake and views go on. */
export type Mode = 'watch' | 'live' | 'paused';

/** Views that stay inside our own storage, and so are kept up even while we only watch. */
const inside: readonly ViewName[] = ['register', 'journal'];

/**
 * What is owed, as a function of the state: deeds first, then every view once at the present version.
 * `now` is the clock that people see. Nothing here remembers an old wish, so nothing can be lost or repeated by a queue.
 */
export function owed(concern: Concern, version: number, done: Done, now: number, mode: Mode): Owed[] {
  if (concern.status === 'none') return [];
  return [...alertOwed(concern, now, mode), ...deedsOwed(concern, now, mode), ...viewsOwed(concern, version, done.views, mode)];
}

/**
 * Alerts first: who has to be told of danger waits for no list. Then letters, then what people see; last big or many attachments (nobody waits
 * for a film to be told of the matter) and what follows from what was shown.
 */
export function phaseOf(owed: Owed, concern: Concern): number {
  if (owed.kind === 'deed') return owed.deed === 'tell-danger' ? 0 : owed.deed === 'add-exhibits' ? 4 : 2;
  if (owed.view === 'cards' && openAlert(concern) !== null) return 1;
  return owed.view === 'emails' || owed.view === 'journal' ? 4 : 3;
}

/** An alert waits neither for an hour nor for a pause: what it sends stays inside the school. */
function alertOwed(concern: Concern, now: number, mode: Mode): Owed[] {
  const danger = openAlert(concern);
  const next = danger === null || mode === 'watch' ? null : nextStep(danger, now);
  if (danger === null || next === null || next.at > now) return [];
  return [{ kind: 'deed', key: `tell-danger-${String(danger.since)}-${String(next.step)}`, deed: 'tell-danger', since: danger.since, step: next.step }];
}

function deedsOwed(concern: Concern, now: number, mode: Mode): Owed[] {
  const exhibits: Owed[] = concern.toCome === null ? [] : [{ kind: 'deed', key: `add-exhibits-${String(concern.toCome.next)}`, deed: 'add-exhibits' }];
  return mode === 'live' ? [...exhibits, ...concern.letters.flatMap((letter) => letterDeeds(letter, now))] : exhibits;
}

function letterDeeds(letter: Letter, now: number): Owed[] {
  const n = String(letter.n);
  if (letter.status === 'approved' && letter.goesAt !== null && letter.goesAt <= now) return [{ kind: 'deed', key: `let-leave-${n}`, deed: 'let-leave', letter: letter.n }];
  if (letter.status === 'leaving') return [{ kind: 'deed', key: `draft-${n}`, deed: 'draft', letter: letter.n }];
  if (letter.status === 'drafted') return [{ kind: 'deed', key: `send-${n}`, deed: 'send', letter: letter.n }];
  return [];
}

function viewsOwed(concern: Concern, version: number, views: Views, mode: Mode): Owed[] {
  return viewNames.filter((name) => mode !== 'watch' || inside.includes(name)).filter((name) => {
    // The journal copies every event; the others show only what people see.
    const wanted = name === 'journal' ? version : name === 'emails' && openAlert(concern) === null ? 0 : concern.shown;
    return shows(views, name) < wanted;
  }).map((view) => ({ kind: 'view', key: view, view }));
}

function shows(views: Views, name: ViewName): number {
  if (name !== 'cards') return views[name]?.shows ?? 0;
  // Everybody's card: one that lags means that the view lags; `everybody` says up to which version all were brought.
  return views.everybody?.shows ?? 0;
}

/** When the list of what is owed next grows by itself, in the clock that people see; null when it does not. */
export function nextLook(concern: Concern, now: number, mode: Mode): number | null {
  const danger = openAlert(concern);
  const step = danger === null || mode === 'watch' ? null : nextStep(danger, now);
  const hours = concern.letters.filter((each) => each.status === 'approved' && each.goesAt !== null).map((each) => each.goesAt ?? 0);
  return hours.length === 0 ? step?.at ?? null : Math.min(...hours, step?.at ?? Infinity);
}
