import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { startLocal, type RunningLocal } from '../tenant/local/start-local.ts';

const mails = 50;
const warmUp = 3;

/** From the moment SMTP accepts a parent's mail to the moment a card about it lies in somebody's chat: the median of 50. */
export async function benchCard(): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'concern-desk-bench-'));
  const local = await startLocal({ folder, ports: { tls: 0, smtp: 0, page: 0, bot: 0 } });
  try {
    const all: number[] = [];
    for (let n = 0; n < warmUp + mails; n++) all.push(await oneMail(local, n));
    const sorted = all.slice(warmUp).sort((a, b) => a - b);
    const at = (share: number): number => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
    return { bench: 'SMTP acceptance to card', mails, medianMs: at(0.5), p90Ms: at(0.9), maxMs: at(1) };
  } finally {
    await local.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function oneMail(local: RunningLocal, n: number): Promise<number> {
  const transport = createTransport({ host: '127.0.0.1', port: local.tenant.smtpPort, ignoreTLS: true });
  const card = new Promise<number>((resolve) => { local.tenant.tenant.events.once('activity-posted', () => { resolve(performance.now()); }); });
  await transport.sendMail({
    from: `Parent ${String(n)} <parent${String(n)}@mail.example>`, to: 'school@grove.example', subject: `WhatsApp group ${String(n)}`,
    text: `Another parent wrote in the class WhatsApp group that our family is useless and an idiot. This is message ${String(n)} of that kind.`,
  });
  const accepted = performance.now();
  transport.close();
  const shown = await card;
  // Until the others' cards are there too, so that one mail does not slow the next.
  await new Promise((resolve) => { setTimeout(resolve, 400); });
  return Math.max(0, shown - accepted);
}
