import type { Desk } from './verb.ts';

/** With `--json` exactly one JSON document on stdout; otherwise lines for a person. */
export function answer(desk: Desk, document: unknown, lines: readonly string[]): void {
  desk.print(desk.switches['json'] === undefined ? lines.join('\n') : JSON.stringify(document));
}
