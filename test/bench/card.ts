import { withRunningLocal } from './running-local.ts';
import { timeToCard } from './time-to-card.ts';

const mails = 50;
const warmUp = 3;
const restMs = 400;

/** From the moment SMTP accepts a parent's mail to the moment a card about it lies in somebody's chat: the median of 50. */
export function benchCard(): Promise<Record<string, unknown>> {
  return withRunningLocal(async (local) => {
    const all: number[] = [];
    for (let n = 0; n < warmUp + mails; n++) all.push(await timeToCard(local, n, restMs));
    const sorted = all.slice(warmUp).sort((a, b) => a - b);
    const at = (share: number): number => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
    return { bench: 'SMTP acceptance to card', mails, medianMs: at(0.5), p90Ms: at(0.9), maxMs: at(1) };
  });
}
