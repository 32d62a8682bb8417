import { writeFileSync } from 'node:fs';
import type { MailWords } from '../../../src/mail/rules/words/mail-words.ts';
import type { TrainingText } from './training-texts.ts';

/** How one cue or sign of danger did on the labelled texts. */
export interface ListStanding {
  id: string;
  priority: string;
  /** In other languages, which the model hardly reads. */
  abroad: boolean;
  hits: number;
  /** Of the hits: in texts with danger; with danger now; in mail that nobody wants as a concern. */
  danger: number;
  now: number;
  office: number;
  /** Dangers that no other cue or sign finds. */
  alone: number;
}

/** From these shares on; one hit and one miss are added, so that few hits prove little. */
const from = { firm: 0.85, foreign: 0.6, atOnce: 0.75, heeded: 0.4 };
/** Fewer hits take no list away. */
const hitsThatProve = 5;

/** Every cue and sign that names P0 or P1, the surest first; those that hit nothing stand in the middle. */
export function listStandings(texts: readonly TrainingText[], words: MailWords): ListStanding[] {
  const found = texts.map(({ hits }) => new Set(hits.filter(({ cue }) => isAlarm(cue.priority)).map(({ cue }) => cue.id)));
  const abroad = new Set(words.signs.filter((each) => each.abroad).map(({ cue }) => cue.id));
  const all = new Map([...words.cues, ...words.signs].filter(({ cue }) => isAlarm(cue.priority)).map(({ cue }) => [cue.id, cue.priority]));
  const standings = [...all].map(([id, priority]) => standingOf({ id, priority, abroad: abroad.has(id) }, texts.filter((_, index) => found[index]?.has(id)), texts.filter((_, index) => found[index]?.size === 1 && found[index].has(id))));
  return standings.sort((one, other) => share(other.danger, other.hits) - share(one.danger, one.hits) || (one.id < other.id ? -1 : 1));
}

function standingOf(of: Pick<ListStanding, 'id' | 'priority' | 'abroad'>, hit: readonly TrainingText[], alone: readonly TrainingText[]): ListStanding {
  return {
    ...of, hits: hit.length, danger: hit.filter(({ label }) => label.danger).length, now: hit.filter(({ marks }) => marks.now).length,
    office: hit.filter(({ label }) => label.setAside).length, alone: alone.filter(({ label }) => label.danger).length,
  };
}

function isAlarm(priority: string): boolean {
  return priority === 'P0' || priority === 'P1';
}

function share(yes: number, of: number): number {
  return (yes + 1) / (of + 2);
}

export function printStandings(standings: readonly ListStanding[]): void {
  console.log(`\n${'cue or sign'.padEnd(28)}${['says', 'hits', 'danger', 'now', 'office', 'alone', 'sure'].map((name) => name.padStart(8)).join('')}`);
  for (const { id, priority, hits, danger, now, office, alone } of standings) {
    console.log(`${id.padEnd(28)}${[priority, hits, danger, now, office, alone, share(danger, hits).toFixed(2)].map((cell) => String(cell).padStart(8)).join('')}`);
  }
}

/** Writes which of them are urgent by themselves, as the file of words that the product reads. */
export function writeProved(file: string, standings: readonly ListStanding[]): void {
  const firm = standings.filter(({ abroad, danger, hits }) => share(danger, hits) >= (abroad ? from.foreign : from.firm));
  const atOnce = standings.filter(({ priority, now, hits }) => priority === 'P0' && share(now, hits) >= from.atOnce);
  const unheeded = standings.filter(({ danger, hits }) => hits >= hitsThatProve && share(danger, hits) < from.heeded);
  writeFileSync(file, `# Made by \`npm run train:mail\` from what each cue and sign of P0 or P1 hit in the labelled texts, which it prints.
# Not for editing: change the texts and train again.

proved:
  # Urgent by themselves: from ${String(100 * from.firm)} % of their hits on were danger, in other languages, which the model hardly reads,
  # from ${String(100 * from.foreign)} %. Any other that names P0 or P1 is a hint.
  firm:
${listed(firm)}

  # May say P0 by themselves: from ${String(100 * from.atOnce)} % of their hits on were danger now.
  atOnce:
${listed(atOnce)}

  # Wrong so often that they only add their weight to the model: less than ${String(100 * from.heeded)} % of their hits were danger.
  unheeded:
${listed(unheeded)}
`);
}

function listed(standings: readonly ListStanding[]): string {
  return standings.length === 0 ? '    []' : standings.map(({ id }) => `    - ${id}`).sort().join('\n');
}
