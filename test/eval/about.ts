// `node dist/test/eval/about.js [--misses]`: whom short texts are about, and how many are told of it needlessly. Texts with odd numbers were
// tuned on, those with even ones were not. A look, never a test.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseMail } from '../../src/mail/parse-mail.ts';
import { understandMail } from '../../src/mail/rules/read.ts';
import { audienceOf } from '../../src/people/rules/audience.ts';
import { figures } from './figures.ts';
import type { Label } from './labels.ts';
import { context, type Reading } from './read-labelled.ts';
import { printTable } from './table.ts';

const line = z.object({ subject: z.string(), text: z.string(), accused: z.array(z.string()), narrow: z.boolean() });
const shown = ['shown to the accused', 'narrowed needlessly', 'left wide that should be narrow'];

const written = readFileSync(join('test', 'fixtures', 'mail-about', 'texts.jsonl'), 'utf8').split('\n').filter((each) => each !== '');
const readings = await Promise.all(written.map((each, index) => readLine(line.parse(JSON.parse(each)), index + 1)));
const columns = (['tuned', 'held out'] as const).map((name) => ({ name, readings: readings.filter((reading) => reading.half === name) }));
printTable(columns, process.argv.includes('--misses'), figures.filter(({ name }) => shown.includes(name)));

async function readLine({ subject, text, accused, narrow }: z.infer<typeof line>, number: number): Promise<Reading> {
  const label: Label = {
    file: String(number).padStart(3, '0'), author: null, forwarder: null, routes: ['unsure'], priorities: ['P3'], clauses: [], setAside: false, danger: false, complaint: false, dataRequest: false,
    accused, narrow, note: subject,
  };
  const raw = `From: A Parent <a.parent@mail.example>\r\nTo: school@grove.example\r\nSubject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}`;
  const understood = understandMail(await parseMail(new TextEncoder().encode(raw)), context);
  return { part: 'about', label, half: number % 2 === 1 ? 'tuned' : 'held out', understood, audience: audienceOf(understood.route, understood.about, { unnamed: understood.aboutUnnamed !== null, conduct: understood.alsoConduct, hurt: understood.targets }), crash: null, milliseconds: 0 };
}
