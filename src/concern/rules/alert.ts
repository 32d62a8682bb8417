import type { Concern, Danger } from './concern.ts';

/** How long an alert waits for somebody to say "I have this" before it goes one step further. */
export const stepMs = 10 * 60_000;
/** All leaders and the office: there is nobody else. */
export const lastStep = 2;
/** An alert that could not begin for so long (the school only watched, or we were switched off) is told like any concern and wakes nobody else. */
const freshMs = 24 * 3_600_000;

/** The alert that nobody has taken yet. */
export function openAlert({ danger, status }: Pick<Concern, 'danger' | 'status'>): Danger | null {
  return danger === null || danger.takenBy !== null || status === 'none' || status === 'closed' ? null : danger;
}

/** How far it has to be told next, and when; null when there is nobody else to tell. */
export function nextStep(danger: Danger, now: number): { step: number; at: number } | null {
  if (danger.step >= lastStep || (danger.toldAt === null && now - danger.since > freshMs)) return null;
  return { step: danger.step + 1, at: danger.toldAt === null ? danger.since : danger.toldAt + stepMs };
}
