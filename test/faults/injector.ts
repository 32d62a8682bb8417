import { Fault } from '../../src/ports.ts';

/**
 * What goes wrong at one I/O. A crash: the process is abandoned before its request went or after it landed, or with the request still under way
 * (`late`: it lands later). `lost`: it landed, and the answer did not come. `refused`: it never landed. `frozen`: the process stands still
 * there, and goes on when others have long taken over.
 */
export const mishaps = ['crash-before', 'crash-after', 'late', 'lost', 'refused', 'frozen'] as const;
export type Mishap = (typeof mishaps)[number];

export interface Plan { at: number; mishap: Mishap }

/** Stands between one process and everything outside it, counts each I/O, and does harm at the one of its plan. */
export interface Injector {
  step: <T>(label: string, kind: 'reading' | 'writing', request: () => Promise<T>) => Promise<T>;
  /** Settles when the process is no longer to be waited for. */
  gone: Promise<'gone'>;
  /** What each I/O was, in order. */
  trace: string[];
  /** Requests of a dead process that are still under way. */
  underWay: (() => Promise<unknown>)[];
  /** Lets a frozen process go on. */
  thaw(): void;
}

export function openInjector(plan: Plan | null): Injector {
  let dead = false;
  const isDead = (): boolean => dead;
  const ending = latch();
  const gate = latch();
  const trace: string[] = [];
  const underWay: Injector['underWay'] = [];
  const die = (): Promise<never> => { dead = true; ending.open(); return never; };

  const harm = async <T>(mishap: Mishap, kind: 'reading' | 'writing', request: () => Promise<T>): Promise<T> => {
    switch (mishap) {
      case 'crash-before': return die();
      case 'crash-after': await request(); return die();
      case 'late': underWay.push(request); return die();
      case 'lost': await request(); throw unknownOutcome(kind);
      case 'refused': throw unknownOutcome(kind);
      case 'frozen': ending.open(); await gate.opened; return request();
    }
  };
  return {
    trace, underWay, gone: ending.opened.then(() => 'gone' as const),
    thaw: gate.open,
    step: async (label, kind, request) => {
      if (isDead()) return never;
      trace.push(label);
      const answer = trace.length === plan?.at ? await harm(plan.mishap, kind, request) : await request();
      return isDead() ? never : answer;
    },
  };
}

function latch(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => { open = resolve; });
  return { opened, open: () => { open(); } };
}

/** A process that was killed never hears an answer, and nobody hears of it. */
const never = new Promise<never>(() => undefined);

function unknownOutcome(kind: 'reading' | 'writing'): Fault {
  return new Fault('The connection broke.', kind === 'reading' ? 'later' : 'look-first');
}
