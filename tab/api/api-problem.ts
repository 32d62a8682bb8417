/** What a person reads when an answer did not come. `status` is 0 where nobody answered. */
export class ApiProblem extends Error {
  readonly status: number;

  constructor(sentence: string, status: number) {
    super(sentence);
    this.status = status;
  }
}

/** A sentence for anything that went wrong; our own faults bring theirs. */
export function sentenceOf(error: unknown): string {
  return error instanceof ApiProblem ? error.message : 'That did not work just now. Nothing was lost; try again in a moment.';
}
