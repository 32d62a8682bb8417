import { routeWords } from '../../src/concern/rules/screen-words.ts';
import type { Row } from '../api/shapes.ts';

const longest = 140;

/** What a row is about, in the words of whoever wrote; where those were removed, its kind. */
export function rowTitle({ words, route }: Row): string {
  const title = [words['subject'], words['summary']].map((text) => text?.trim() ?? '').find((text) => text !== '') ?? routeWords[route];
  return title.length <= longest ? title : `${title.slice(0, longest).replace(/[\uD800-\uDBFF]$/u, '').trimEnd()} …`;
}
