import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { startLocal, type RunningLocal } from '../tenant/local/start-local.ts';

const rounds = 5;
/** Exchange's usual limit is 25 MB with everything in base64. */
const files = 6;
const bytesOfOne = 3_000_000;

/** How much longer a parent's mail with 18 MB of pictures waits for its card than one without: medians of five. */
export async function benchBig(): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'concern-desk-bench-'));
  const local = await startLocal({ folder, ports: { tls: 0, smtp: 0, page: 0, bot: 0 } });
  try {
    await cardAfter(local, 0, 0);
    const small: number[] = [];
    const big: number[] = [];
    for (let n = 1; n <= rounds; n++) {
      small.push(await cardAfter(local, n, 0));
      big.push(await cardAfter(local, n + 100, files));
    }
    return { bench: 'SMTP acceptance to card, with big attachments', smallMs: median(small), bigMs: median(big), ratio: (median(big) / median(small)).toFixed(2) };
  } finally {
    await local.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function cardAfter(local: RunningLocal, n: number, count: number): Promise<number> {
  const transport = createTransport({ host: '127.0.0.1', port: local.tenant.smtpPort, ignoreTLS: true });
  const card = new Promise<number>((resolve) => { local.tenant.tenant.events.once('activity-posted', () => { resolve(performance.now()); }); });
  await transport.sendMail({
    from: `Parent ${String(n)} <parent${String(n)}@mail.example>`, to: 'school@grove.example', subject: `WhatsApp group ${String(n)}`,
    text: `Another parent wrote in the class WhatsApp group that our family is useless and an idiot. This is message ${String(n)} of that kind.`,
    attachments: Array.from({ length: count }, (_, index) => ({ filename: `IMG_${String(index)}.jpg`, content: randomBytes(bytesOfOne) })),
  });
  const accepted = performance.now();
  transport.close();
  const shown = await card;
  // Until all of it has been kept, so that one mail does not slow the next.
  await pause(count === 0 ? 800 : 6_000);
  return Math.max(0, shown - accepted);
}

function median(all: readonly number[]): number {
  return Math.round([...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0);
}
