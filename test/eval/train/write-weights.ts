import { writeFileSync } from 'node:fs';
import { heads, type Model } from '../../../src/mail/rules/model/heads.ts';

/** Writes the model as the module of data that the product reads. */
export function writeWeights(file: string, model: Model, learntFrom: string): void {
  const lines = [...model.weights].sort(([one], [other]) => (one < other ? -1 : 1)).map(([feature, weights]) => `${feature}\t${weights.map((weight) => String(Math.round(weight * 100))).join(' ')}`);
  writeFileSync(file, `// Made by \`npm run train:mail\` from ${learntFrom}. Not for editing: change the texts and train again.
// One line a word or pair of words as the model reads it; hundredths of log odds for: ${heads.join(', ')}.
export const bias: readonly number[] = [${model.bias.join(', ')}];

export const table = \`
${lines.join('\n')}
\`;
`);
}
