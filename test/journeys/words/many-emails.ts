import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'mail');

/** The bytes of hand-written mails of one part of the labelled set, in the order of their names. */
export function writtenMails(part: string): Buffer[] {
  const folder = join(fixtures, part);
  return readdirSync(folder).filter((name) => name.endsWith('.eml')).sort().map((name) => readFileSync(join(folder, name)));
}

/** Of one part those that no reasonable person would want as a concern: what an office gets all day. */
export function everydayMails(part: string): Buffer[] {
  const labels = JSON.parse(readFileSync(join(fixtures, part, 'labels.json'), 'utf8')) as { file: string; setAside: boolean }[];
  return labels.filter(({ setAside }) => setAside).map(({ file }) => readFileSync(join(fixtures, part, file)));
}

/** Everyday mails of which only subject and text were written, as a plain mail program sends them. */
export function everydayTexts(part: string): Buffer[] {
  const lines = readFileSync(join(fixtures, '..', 'mail-texts', `${part}.jsonl`), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { subject: string; text: string; setAside: boolean });
  return lines.filter(({ setAside }) => setAside).map(({ subject, text }) => Buffer.from([
    'From: Jo Everyday <jo.everyday@post.example>', 'To: school@grove.example', `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64', '', Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n'), '',
  ].join('\r\n')));
}

/** The same mail as if it were written anew: another Message-ID (or the one given), and a line of its own at the end of its headers. */
export function writtenAnew(mail: Buffer, n: number, messageId = `<busy-${String(n)}@post.example>`): Buffer {
  const text = mail.toString('latin1');
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  const headers = text.slice(0, end).split(/\r?\n(?![ \t])/).filter((line) => !/^(?:message-id|in-reply-to|references):/i.test(line));
  return Buffer.from(`${[...headers, `Message-ID: ${messageId}`].join('\r\n')}${text.slice(end)}`, 'latin1');
}

/** Sends them all to school@, at most four at once, as a mail gateway does. `between` is asked after each. */
export async function sendAll(smtpPort: number, mails: readonly Buffer[], between: (sent: number) => Promise<void> = () => Promise.resolve()): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true, pool: true, maxConnections: 4 });
  let next = 0;
  const sender = async (): Promise<void> => {
    for (let n = next++; n < mails.length; n = next++) {
      await transport.sendMail({ envelope: { from: `sender-${String(n)}@post.example`, to: 'school@grove.example' }, raw: mails[n] });
      await between(n + 1);
    }
  };
  await Promise.all([sender(), sender(), sender(), sender()]);
  transport.close();
}
