import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { clauseIds, priorities, routes } from '../../src/concern/rules/words-of-the-school.ts';

const person = z.object({ name: z.string().nullable(), email: z.string().nullable() });
const label = z.object({
  file: z.string(),
  author: person.nullable(),
  forwarder: person.nullable(),
  /** Acceptable ones, best first. */
  routes: z.array(z.enum(routes)).min(1),
  priorities: z.array(z.enum(priorities)).min(1),
  clauses: z.array(z.enum(clauseIds)),
  /** No reasonable person would want it as a concern. */
  setAside: z.boolean(),
  danger: z.boolean(),
  complaint: z.boolean(),
  dataRequest: z.boolean(),
  /** Display names of staff whom the mail is about: they must not see it. */
  accused: z.array(z.string()),
  /** Few people should know. */
  narrow: z.boolean(),
  note: z.string(),
});

/** What a person says of one mail of the labelled set. */
export type Label = z.infer<typeof label>;

/** The labels of one part of the set, checked: a slip in a label would be a wrong figure. */
export async function readLabels(folder: string): Promise<Label[]> {
  const file = join(folder, 'labels.json');
  const found = z.array(label).safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!found.success) throw new Error(`${file} holds a label that cannot be used: ${z.prettifyError(found.error)}`);
  return found.data;
}
