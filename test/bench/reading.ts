import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import type { LedgerMail } from '../../src/ports.ts';
import { storesOf } from '../../src/storage/stores-of.ts';
import type { RunningLocal } from '../tenant/local/start-local.ts';
import { school } from '../tenant/seed/people.ts';
import { withRunningLocal } from './running-local.ts';

const mails = 30;
const answers = 5;
/** How long Microsoft 365 takes to answer, so that waiting weighs as it does in a school and not as on one machine. */
const answerMs = 200;

/**
 * A morning's post that comes all at once: how fast it is read, raised, shown. The single mail before it, alone in the mailbox, gives the
 * measure: a share below 1 means that mails are taken in beside each other.
 */
export function benchReading(): Promise<Record<string, unknown>> {
  return withRunningLocal(async (local) => {
    local.tenant.faults.add({ method: '*', path: '/(v1[.]0|connector)/', times: 1_000_000, delayMs: answerMs });
    const alone = await timed(local, [[0]]);
    const together = await timed(local, [Array.from({ length: mails }, (_, n) => n + 1), Array.from({ length: answers }, (_, n) => n + 1)]);
    const found = await ledger(local);
    const joined = found.filter((mail) => mail.outcome === 'joined').length;
    return { bench: 'a morning\'s post', mails: mails + answers, joined, answerMs, aloneMs: alone, togetherMs: together, perMailMs: Math.round(together / (mails + answers)), shareOfAlone: (together / (mails + answers) / alone).toFixed(2) };
  });
}

/** From the first mail's acceptance to the moment when every mail has its outcome. The second list answers the first. */
async function timed(local: RunningLocal, [first = [], second = []]: readonly (readonly number[])[]): Promise<number> {
  const before = (await ledger(local)).length;
  const began = performance.now();
  await send(local, first, false);
  await send(local, second, true);
  const wanted = before + first.length + second.length;
  for (;;) {
    const found = await ledger(local);
    if (found.length >= wanted && found.every((mail) => mail.outcome !== 'pending')) return Math.round(performance.now() - began);
    await pause(50);
  }
}

async function send(local: RunningLocal, numbers: readonly number[], answer: boolean): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: local.tenant.smtpPort, ignoreTLS: true, pool: true, maxConnections: 4 });
  await Promise.all(numbers.map((n) => transport.sendMail({
    from: `Parent ${String(n)} <parent${String(n)}@mail.example>`, to: 'school@grove.example', subject: `${answer ? 'Re: ' : ''}WhatsApp group ${String(n)}`,
    messageId: `<${answer ? 'answer' : 'mail'}-${String(n)}@mail.example>`, ...(answer ? { inReplyTo: `<mail-${String(n)}@mail.example>` } : {}),
    text: `${answer ? 'One more thing. ' : ''}Another parent wrote in the class WhatsApp group that our family is useless and an idiot. This is message ${String(n)} of that kind.`,
  })));
  transport.close();
}

function ledger({ storage, environment }: RunningLocal): Promise<LedgerMail[]> {
  const credential = { account: environment['STORAGE_ACCOUNT'] ?? '', key: environment['STORAGE_KEY'] ?? '' };
  return storesOf({ ...storage, credential }, school.code).ledger.all();
}
