import { randomBytes } from 'node:crypto';
import { withRunningLocal } from './running-local.ts';
import { timeToCard } from './time-to-card.ts';

const rounds = 5;
/** Exchange's usual limit is 25 MB with everything in base64. */
const files = 6;
const bytesOfOne = 3_000_000;
/** Until all of it has been kept. */
const restMs = { small: 800, big: 6_000 };

/** How much longer a parent's mail with 18 MB of pictures waits for its card than one without: medians of five. */
export function benchBig(): Promise<Record<string, unknown>> {
  return withRunningLocal(async (local) => {
    await timeToCard(local, 0, restMs.small);
    const small: number[] = [];
    const big: number[] = [];
    for (let n = 1; n <= rounds; n++) {
      small.push(await timeToCard(local, n, restMs.small));
      big.push(await timeToCard(local, n + 100, restMs.big, pictures()));
    }
    return { bench: 'SMTP acceptance to card, with big attachments', smallMs: median(small), bigMs: median(big), ratio: (median(big) / median(small)).toFixed(2) };
  });
}

function pictures(): { filename: string; content: Buffer }[] {
  return Array.from({ length: files }, (_, index) => ({ filename: `IMG_${String(index)}.jpg`, content: randomBytes(bytesOfOne) }));
}

function median(all: readonly number[]): number {
  return Math.round([...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0);
}
