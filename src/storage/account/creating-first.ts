import { calling } from '../faults.ts';

/** Runs calls after `create` has succeeded once; a failed creation is tried again with the next call. */
export function creatingFirst(create: () => Promise<unknown>): <T>(call: () => Promise<T>) => Promise<T> {
  let made: Promise<unknown> | null = null;
  return (call) => calling(async () => {
    made ??= create();
    try {
      await made;
    } catch (error) {
      made = null;
      throw error;
    }
    return call();
  });
}
