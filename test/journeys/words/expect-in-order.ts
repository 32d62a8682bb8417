import { expect } from '@jest/globals';

/** Each of these words stands in a sentence of its own, in this order; other sentences may lie between. */
export function expectInOrder(sentences: readonly string[], words: readonly string[]): void {
  let from = 0;
  const found = words.filter((each) => {
    const at = sentences.findIndex((sentence, index) => index >= from && sentence.includes(each));
    if (at >= 0) from = at + 1;
    return at >= 0;
  });
  expect({ found, sentences }).toEqual({ found: [...words], sentences });
}
