/** What a log line may say: ids, counts and durations. There is no field for a name or a text, so none can get in. */
export interface LogLine {
  what: string;
  ref?: string;
  version?: number;
  verb?: string;
  deed?: string;
  ms?: number;
  count?: number;
  /** Class and status of a fault: `Fault later 429`. Never its message from outside, which may quote content. */
  fault?: string;
  level?: 'info' | 'attention';
}

export type Log = (line: LogLine) => void;

/** One JSON line on stderr: stdout belongs to what a command prints. */
export const logToStderr: Log = (line) => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`);
};

/** Our own faults carry sentences of ours; of anything else only the class is safe to say. */
export function faultName(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'again' in error ? `${error.constructor.name} ${String(error.again)}: ${error.message}` : error.constructor.name;
}
