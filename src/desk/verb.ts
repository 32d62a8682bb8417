/** What a verb is given. `print` writes one line on standard output, `complain` one on standard error. */
export interface Desk {
  /** What stands after the verb, without the switches. */
  words: readonly string[];
  /** Switches as given: `--json` is `json: true`, `--days=3` is `days: '3'`. */
  switches: Readonly<Record<string, string | true>>;
  print(line: string): void;
  complain(line: string): void;
}

/** Does the work and answers the exit code: 0 all well, 1 something is not, 2 asked wrongly. */
export type Verb = (desk: Desk) => Promise<number>;
