import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { priorities, routes } from '../../../src/concern/rules/words-of-the-school.ts';
import { parseMail } from '../../../src/mail/parse-mail.ts';
import type { CueHit } from '../../../src/mail/rules/find-cues.ts';
import type { ParsedMail } from '../../../src/mail/rules/mail.ts';
import type { Head } from '../../../src/mail/rules/model/heads.ts';
import { judgedWords } from '../../../src/mail/rules/read.ts';
import { hitsIn } from '../../../src/mail/rules/triage.ts';
import { school } from '../../tenant/seed/people.ts';
import { readLabels, type Label } from '../labels.ts';
import { context } from '../read-labelled.ts';

/** One text that the model learns from, and what a person said of it. */
export interface TrainingText {
  id: string;
  mail: ParsedMail;
  /** All its words, as the model is asked about them. */
  text: string;
  /** What the word lists find in it. */
  hits: readonly CueHit[];
  label: Label;
  marks: Readonly<Record<Head, boolean>>;
}

const line = z.object({
  subject: z.string(), text: z.string(), priority: z.enum(priorities), route: z.enum(routes), setAside: z.boolean(), request: z.boolean(), staff: z.boolean(),
});

/** The plain texts written to learn from, then the labelled mails of the folders named, each as it is judged. Always in the same order. */
export async function trainingTexts(textsFolder: string, mailFolders: readonly string[]): Promise<TrainingText[]> {
  const mails: TrainingText[] = [];
  for (const folder of mailFolders) for (const label of await readLabels(folder)) mails.push(await mailText(folder, label));
  return [...await plainTexts(textsFolder), ...mails];
}

async function plainTexts(folder: string): Promise<TrainingText[]> {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.jsonl')).sort() : [];
  const lines = files.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').map((written, index) => ({ id: `${name}:${String(index + 1)}`, written })));
  return Promise.all(lines.filter(({ written }) => written.trim() !== '').map(({ id, written }) => plainText(id, written)));
}

async function plainText(id: string, written: string): Promise<TrainingText> {
  const { subject, text, priority, route, setAside, request, staff } = parsed(id, written);
  const label: Label = {
    file: id, author: null, forwarder: null, routes: staff && route !== 'staff-conduct' ? [route, 'staff-conduct'] : [route], priorities: [priority], clauses: [], setAside,
    danger: priority === 'P0' || priority === 'P1', complaint: route === 'complaint', dataRequest: request || route === 'data-request', accused: [], narrow: false, note: '',
  };
  const raw = `From: parent@mail.example\r\nTo: school@${school.domain}\r\nSubject: ${subject.replace(/\s+/g, ' ')}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}`;
  return learnable(id, await parseMail(new TextEncoder().encode(raw)), label);
}

function parsed(id: string, written: string): z.infer<typeof line> {
  const found = line.safeParse(JSON.parse(written));
  if (!found.success) throw new Error(`${id} cannot be learnt from: ${z.prettifyError(found.error)}`);
  return found.data;
}

async function mailText(folder: string, label: Label): Promise<TrainingText> {
  return learnable(join(folder, label.file), await parseMail(readFileSync(join(folder, label.file))), label);
}

function learnable(id: string, mail: ParsedMail, label: Label): TrainingText {
  const judged = judgedWords(mail, context);
  return { id, mail, text: [judged.subject, ...judged.parts].join('\n\n'), hits: hitsIn(judged, context.words), label, marks: marksOf(label) };
}

function marksOf(label: Label): Record<Head, boolean> {
  return {
    danger: label.danger, now: label.danger && label.priorities[0] === 'P0', concern: !label.setAside, request: label.dataRequest, staff: label.routes.includes('staff-conduct'), conduct: label.routes[0] === 'conduct',
  };
}
