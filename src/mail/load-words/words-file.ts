import { LineCounter, isMap, isNode, isScalar, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { clauseIds, roles } from '../../concern/rules/words-of-the-school.ts';
import { cuePriorities, cueRoutes, needs } from '../rules/words/words-data.ts';

/** One file of words as it lies on the disk: what it says, and where each part of it stands. */
export interface WordsFile {
  name: string;
  sections: Sections;
  /** "our-words.yaml, line 4 (cues, GRV-BIKES): " before what is wrong there. */
  at(path: readonly PropertyKey[], sentence: string): string;
}

const word = z.string('must be words. A phrase with { } stands in quotes: "{staff} shouted".').trim().min(1, 'is an empty phrase: write words, or take it out.');
/** Where nothing stands after the colon, the reader of YAML gives no words. */
const orNothing = (nothing: unknown) => (given: unknown): unknown => (given === '' ? nothing : given);
const phrases = z.preprocess(orNothing([]), z.array(word, 'must be a list: each phrase on a line of its own after "- ", or all of them in [ ] with commas.').min(1, 'has no phrases. Write at least one, or take it out.'));
const yes = z.enum(['yes', 'no', 'true', 'false'], 'must be yes or no.').transform((said) => said === 'yes' || said === 'true').optional();
const oneOf = <const T extends readonly string[]>(values: T, what: string): z.ZodEnum<{ [K in T[number]]: K }> => z.enum(values, { error: ({ input }) => `"${String(input)}" is no ${what}. There are: ${values.join(', ')}.` });
const severalOf = <const T extends readonly string[]>(values: T, what: string): z.ZodArray<z.ZodEnum<{ [K in T[number]]: K }>> => z.array(oneOf(values, what), `must be a list such as [${values[0] ?? ''}].`);
const id = z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'is no name: use letters, digits and hyphens.');

/** Only what is known here may stand there: a slip of the pen must not be passed over. */
function only<T extends z.core.$ZodLooseShape>(shape: T): z.ZodObject<T, z.core.$strict> {
  const known = Object.keys(shape).join(', ');
  return z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? `"${issue.keys.join('", "')}" is not known here. There are: ${known}.` : `must hold some of: ${known}.`) });
}

const change = { phrases: phrases.optional(), without: phrases.optional(), off: yes };
const marks = { route: oneOf(cueRoutes, 'route').optional(), priority: oneOf(cuePriorities, 'priority').optional(), clauses: severalOf(clauseIds, 'clause of the policy').optional(), mild: yes, firm: yes };
/** "{weapon}" alone is any phrase of that list. */
const part = z.preprocess((given) => (typeof given === 'string' ? { any: [given] } : given), only({ any: phrases })).transform(({ any }) => any);
const near = { all: z.array(part, 'must be a list.').optional(), span: z.string().regex(/^[1-9]\d{0,2}$/, 'must be a number of characters from 1 to 999.').transform(Number).optional(), unless: phrases.optional() };
const entries = {
  cues: only({ ...change, ...marks, needs: oneOf(needs, 'need').optional(), negatable: yes, falseFriends: phrases.optional() }),
  signs: only({ ...change, ...marks, ...near, abroad: yes }),
  requests: only({ ...change, ...near }),
  topics: only({ ...change, sentence: z.string('must be a sentence.').min(1, 'must be a sentence.').optional() }),
  offices: only({ ...change, roles: severalOf(roles, 'role').optional(), job: word.toLowerCase().optional() }),
};
const list = z.preprocess((given) => (Array.isArray(given) ? { phrases: given } : given), only({ phrases: phrases.optional(), without: phrases.optional() }));
const many = <T extends z.ZodType>(entry: T) => z.preprocess(orNothing({}), z.record(id, entry, 'must hold entries, each under a name of its own.')).optional();
const sections = only({
  lists: many(list), cues: many(entries.cues), signs: many(entries.signs), requests: many(entries.requests), topics: many(entries.topics), offices: many(entries.offices),
  proved: only({ firm: z.array(z.string()), atOnce: z.array(z.string()), unheeded: z.array(z.string()) }).optional(),
});
export type Sections = z.infer<typeof sections>;
export type ListEntry = z.infer<typeof list>;
export type CueEntry = z.infer<typeof entries.cues>;
export type SignEntry = z.infer<typeof entries.signs>;
export type RequestEntry = z.infer<typeof entries.requests>;
export type TopicEntry = z.infer<typeof entries.topics>;
export type OfficeEntry = z.infer<typeof entries.offices>;

/** Reads one file; every scalar is words, so that "101" is no number and "no" no answer. A string for each thing that is wrong with it, or the file. */
export function readWordsFile(name: string, bytes: Uint8Array): WordsFile | string[] {
  let text: string;
  try { text = new TextDecoder('utf-8', { fatal: true }).decode(bytes); } catch { return [`${name}: the file is not in UTF-8. Save it again as UTF-8.`]; }
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const broken = document.errors[0];
  if (broken !== undefined) {
    const where = `${name}, line ${String(lines.linePos(broken.pos[0]).line)}: `;
    if (broken.code === 'DUPLICATE_KEY') return [`${where}"${text.slice(broken.pos[0]).split(/[:\s]/, 1)[0] ?? ''}" stands there twice. Put both into one.`];
    return [`${where}this cannot be read as YAML (${broken.message.replace(/\.$/, '')}). Check colons, spaces at the beginning of the line, and quotes around phrases with { } or %.`];
  }
  const at: WordsFile['at'] = (path, sentence) => `${name}${lineOf(document, lines, path)}${path.length === 0 ? '' : ` (${path.map(inWords).join(', ')})`}: ${sentence}`;
  const found = sections.safeParse(document.contents === null ? {} : document.toJS());
  if (found.success) return { name, sections: found.data, at };
  return found.error.issues.map((issue) => at([...issue.path, ...issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []], issue.message));
}

function inWords(step: PropertyKey): string {
  return typeof step === 'number' ? `number ${String(step + 1)}` : String(step);
}

/** The line of the nearest part that is there: of its name, where it has one. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): string {
  for (let length = path.length; length > 0; length -= 1) {
    const around = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const name = isMap(around) ? around.items.map(({ key }) => key).find((key) => isScalar(key) && key.value === path[length - 1]) : null;
    const node = name ?? document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range != null) return `, line ${String(lines.linePos(node.range[0]).line)}`;
  }
  return '';
}
