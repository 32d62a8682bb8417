import { setTimeout as pause } from 'node:timers/promises';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { RunningLocal } from '../tenant/local/start-local.ts';

/** From the moment SMTP accepts a parent's mail to the moment a card about it lies in somebody's chat; then waits `restMs`, so that one mail does not slow the next. */
export async function timeToCard(local: RunningLocal, n: number, restMs: number, attachments: NonNullable<SendMailOptions['attachments']> = []): Promise<number> {
  const transport = createTransport({ host: '127.0.0.1', port: local.tenant.smtpPort, ignoreTLS: true });
  const card = new Promise<number>((resolve) => { local.tenant.tenant.events.once('activity-posted', () => { resolve(performance.now()); }); });
  await transport.sendMail({
    from: `Parent ${String(n)} <parent${String(n)}@mail.example>`, to: 'school@grove.example', subject: `WhatsApp group ${String(n)}`,
    text: `Another parent wrote in the class WhatsApp group that our family is useless and an idiot. This is message ${String(n)} of that kind.`, attachments,
  });
  const accepted = performance.now();
  transport.close();
  const shown = await card;
  await pause(restMs);
  return Math.max(0, shown - accepted);
}
