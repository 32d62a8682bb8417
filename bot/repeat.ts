/** Work done again and again: every so often, or sooner when asked. Never twice at once. */
export interface Repeated {
  /** Do it now, or as soon as the present run has ended. */
  soon(): void;
  /** Waits for the present run. */
  stop(): Promise<void>;
}

/** `work` must not throw. What is asked for within `gatherMs` of each other costs one run. */
export function repeat(everyMs: number, work: () => Promise<void>, gatherMs = 0): Repeated {
  let stopped = false;
  let asked = false;
  let wake: () => void = () => undefined;
  // Read through functions: both change while the loop waits.
  const isStopped = (): boolean => stopped;
  const wasAsked = (): boolean => asked;
  const pause = (): Promise<void> => new Promise((resolve) => {
    const timer = setTimeout(resolve, everyMs);
    wake = () => { clearTimeout(timer); resolve(); };
  });
  const running = (async () => {
    while (!isStopped()) {
      if (wasAsked()) await new Promise((resolve) => { setTimeout(resolve, gatherMs); });
      asked = false;
      await work();
      // Asked for while the work ran: what came in may have been missed by it.
      if (!wasAsked() && !isStopped()) await pause();
    }
  })();
  return {
    soon: () => { asked = true; wake(); },
    stop: async () => { stopped = true; wake(); await running; },
  };
}
