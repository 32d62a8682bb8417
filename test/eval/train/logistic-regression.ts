/** One text as numbers: features that it has, all equally loud, what lists found in it, at full weight, and its dense part. */
export interface Row { features: Int32Array; loudness: number; phrases: Int32Array; dense: Float64Array }

export interface Fitted { bias: number; sparse: Float64Array; dense: Float64Array }

/** How strongly each kind of number is pulled to nothing: the more, the less a single text can teach it. Chosen by cross-validation. */
export interface Pull { sparse: Float64Array; dense: number }

const rounds = 300;
const step = 0.05;

/**
 * Logistic regression with L2 by Adam over all rows at once: the same rows give the same numbers. Sixty plain lines instead of a package,
 * since those maintained bring a tensor runtime, and no two heads need different words.
 */
export function fit(rows: readonly Row[], yes: readonly boolean[], pull: Pull): Fitted {
  const fitted: Fitted = { bias: 0, sparse: new Float64Array(pull.sparse.length), dense: new Float64Array(rows[0]?.dense.length ?? 0) };
  const movers = [adam(pull.sparse.length), adam(fitted.dense.length), adam(1)] as const;
  for (let round = 1; round <= rounds; round += 1) {
    const slope = slopes(rows, yes, fitted);
    fitted.sparse.forEach((weight, at) => { slope.sparse[at] = ((slope.sparse[at] ?? 0) + (pull.sparse[at] ?? 0) * weight) / rows.length; });
    fitted.dense.forEach((weight, at) => { slope.dense[at] = ((slope.dense[at] ?? 0) + pull.dense * weight) / rows.length; });
    movers[0](fitted.sparse, slope.sparse, round);
    movers[1](fitted.dense, slope.dense, round);
    const bias = Float64Array.of(fitted.bias);
    movers[2](bias, Float64Array.of(slope.bias / rows.length), round);
    fitted.bias = bias[0] ?? 0;
  }
  return fitted;
}

/** Log odds of one row. */
export function oddsOf(row: Row, { bias, sparse, dense }: Fitted): number {
  let sum = 0;
  for (const feature of row.features) sum += sparse[feature] ?? 0;
  let found = 0;
  for (const phrase of row.phrases) found += sparse[phrase] ?? 0;
  return bias + sum * row.loudness + found + row.dense.reduce((total, each, at) => total + each * (dense[at] ?? 0), 0);
}

function slopes(rows: readonly Row[], yes: readonly boolean[], fitted: Fitted): Fitted {
  const slope: Fitted = { bias: 0, sparse: new Float64Array(fitted.sparse.length), dense: new Float64Array(fitted.dense.length) };
  rows.forEach((row, index) => {
    const error = 1 / (1 + Math.exp(-oddsOf(row, fitted))) - Number(yes[index]);
    slope.bias += error;
    for (const feature of row.features) slope.sparse[feature] = (slope.sparse[feature] ?? 0) + error * row.loudness;
    for (const phrase of row.phrases) slope.sparse[phrase] = (slope.sparse[phrase] ?? 0) + error;
    for (let at = 0; at < row.dense.length; at += 1) slope.dense[at] = (slope.dense[at] ?? 0) + error * (row.dense[at] ?? 0);
  });
  return slope;
}

/** Adam (Kingma and Ba, 2014), without randomness. */
function adam(length: number): (weights: Float64Array, slope: Float64Array, round: number) => void {
  const [mean, spread] = [new Float64Array(length), new Float64Array(length)];
  return (weights, slope, round) => {
    for (let at = 0; at < length; at += 1) {
      const each = slope[at] ?? 0;
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * each;
      spread[at] = 0.99 * (spread[at] ?? 0) + 0.01 * each * each;
      const [first, second] = [(mean[at] ?? 0) / (1 - 0.9 ** round), (spread[at] ?? 0) / (1 - 0.99 ** round)];
      weights[at] = (weights[at] ?? 0) - step * first / (Math.sqrt(second) + 1e-8);
    }
  };
}
