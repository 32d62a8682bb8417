import { clauseWord } from '../../../../src/concern/rules/screen-words.ts';
import { clauseIds, type ClauseId } from '../../../../src/concern/rules/words-of-the-school.ts';
import type { FieldSpec } from './form-field.tsx';

/** Parts of the policy to tick: those found first, the rest folded away. `start` is what was ticked before, else those found. */
export function clausesField(name: string, label: string, found: readonly ClauseId[], start = ''): FieldSpec {
  const ordered = [...found, ...clauseIds.filter((id) => !found.includes(id))];
  return {
    name, label, kind: 'checks', start: start === '' ? found.join(',') : start, first: found.length, others: found.length === 0 ? 'Parts of the policy' : 'Other parts of the policy',
    choices: ordered.map((value) => ({ value, label: clauseWord(value) })),
  };
}
