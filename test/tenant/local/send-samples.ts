import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { packageRoot } from '../../../bot/package-root.ts';

const folder = join('test', 'tenant', 'samples');

/** Sends each sample as its author would have: raw, by SMTP, dated now. The address in From is the envelope's. */
export async function sendSamples(smtpPort: number): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, secure: false, ignoreTLS: true });
  const at = join(packageRoot(), folder);
  for (const name of readdirSync(at).filter((each) => each.endsWith('.eml')).sort()) {
    const raw = readFileSync(join(at, name), 'latin1').replace(/^Date:.*\r?\n/im, `Date: ${new Date().toUTCString().replace('GMT', '+0000')}\r\n`);
    const from = /^From:.*?<?([^<>\s]+@[^<>\s]+)>?\s*$/im.exec(raw)?.[1] ?? 'somebody@mail.example';
    await transport.sendMail({ envelope: { from, to: ['school@grove.example'] }, raw: Buffer.from(raw, 'latin1') });
  }
  transport.close();
}
