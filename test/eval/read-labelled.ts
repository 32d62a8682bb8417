import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Audience } from '../../src/concern/rules/concern.ts';
import type { Role } from '../../src/concern/rules/words-of-the-school.ts';
import { loadMailWords } from '../../src/mail/load-words/load-mail-words.ts';
import { parseMail } from '../../src/mail/parse-mail.ts';
import { understandMail } from '../../src/mail/rules/read.ts';
import type { ReadingContext, StaffEntry, Understanding } from '../../src/mail/rules/understanding.ts';
import { audienceOf } from '../../src/people/rules/audience.ts';
import { people, school } from '../tenant/seed/people.ts';
import { readLabels, type Label } from './labels.ts';

/** The word lists are tuned on mails with odd numbers; those with even ones are held out from that; `unseen` are new hands, that nothing is tuned on or learnt from. */
export const halves = ['tuned', 'held out', 'unseen'] as const;
export type Half = (typeof halves)[number];

/** One labelled mail and what reading it came to. */
export interface Reading {
  part: string;
  label: Label;
  half: Half;
  understood: Understanding | null;
  audience: Audience | null;
  /** Why it could not be read, or null. */
  crash: string | null;
  milliseconds: number;
}

const roleOfGroup: Readonly<Record<string, Role>> = {
  'Concern Desk Office': 'office', 'Concern Desk SLT': 'slt', 'Concern Desk Head': 'head', 'Concern Desk Executive Head': 'executive-head',
  'Concern Desk Safeguarding': 'safeguarding-lead', 'Concern Desk Chair': 'chair', 'Concern Desk Governors': 'governor', 'Concern Desk Staff': 'staff',
};

/** The invented staff, with the roles that their groups give them. */
export const staff: StaffEntry[] = people.filter((person) => !person.outside).map(({ oid, displayName, jobTitle, mail, groups }) => ({
  oid, displayName, jobTitle, mail, roles: groups.flatMap((group) => roleOfGroup[group] ?? []),
}));

/** The invented school, as the product would know it. */
export const context: ReadingContext = { staffDomains: [school.domain], staff, schoolCode: school.code, words: loadMailWords(null) };

/** The parts that rules and model may be made from. */
export const learntFrom: readonly string[] = ['conduct', 'office', 'people'];

/** Reads every mail of one part as the product does. A fault is a figure, not an end. */
export async function readPart(folder: string): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const label of await readLabels(folder)) readings.push(await readOne(folder, label));
  return readings;
}

/** What is not one of the first three folders has been seen by nobody. */
export function halfOf(folder: string, file: string): Half {
  if (!learntFrom.includes(basename(folder))) return 'unseen';
  return Number.parseInt(file, 10) % 2 === 1 ? 'tuned' : 'held out';
}

async function readOne(folder: string, label: Label): Promise<Reading> {
  const raw = await readFile(join(folder, label.file));
  const half = halfOf(folder, label.file);
  const rest = { part: basename(folder), label, half };
  const start = performance.now();
  try {
    const understood = understandMail(await parseMail(raw), context);
    const audience = audienceOf(understood.route, understood.about, { unnamed: understood.aboutUnnamed !== null, conduct: understood.alsoConduct, hurt: understood.targets });
    return { ...rest, understood, audience, crash: null, milliseconds: performance.now() - start };
  } catch (fault) {
    return { ...rest, understood: null, audience: null, crash: String(fault), milliseconds: performance.now() - start };
  }
}
