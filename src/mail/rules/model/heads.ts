/** What the model is asked, each a question of its own: danger now; danger; a concern at all; data asked for; staff accused; parents' conduct. */
export const heads = ['now', 'danger', 'concern', 'request', 'staff', 'conduct'] as const;
export type Head = (typeof heads)[number];

/** One number for each head, in their order. */
export type Weights = readonly number[];

/**
 * The trained model: a start for each head, and what each word ("belt") and pair of words ("my belt") adds. Nothing else; whoever wants
 * to know why it answered as it did adds up.
 */
export interface Model {
  bias: Weights;
  weights: ReadonlyMap<string, Weights>;
}

/** Reads the table as it lies in `weights.ts`: a word or pair, a tab, hundredths for each head. */
export function parseModel(bias: Weights, table: string): Model {
  const weights = new Map<string, Weights>();
  for (const line of table.split('\n')) {
    const [feature = '', numbers = ''] = line.split('\t');
    if (feature !== '') weights.set(feature, numbers.split(' ').map((each) => Number(each) / 100));
  }
  return { bias, weights };
}
