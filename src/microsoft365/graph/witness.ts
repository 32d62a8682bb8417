import type { Context, Middleware, MiddlewareOptions } from '@microsoft/microsoft-graph-client';

/** Passed with one call; afterwards it holds what really went wrong. The Graph client's own error keeps only a message. */
export class Witness implements MiddlewareOptions {
  cause: unknown = null;
}

/** First in the client's chain: remembers the error of sign-in or network in the call's witness. */
export class WitnessHandler implements Middleware {
  private next: Middleware | null = null;

  async execute(context: Context): Promise<void> {
    try { await this.next?.execute(context); } catch (error) {
      const witness: unknown = context.middlewareControl?.getMiddlewareOptions(Witness);
      if (witness instanceof Witness) witness.cause = error;
      throw error;
    }
  }

  setNext(next: Middleware): void {
    this.next = next;
  }
}
