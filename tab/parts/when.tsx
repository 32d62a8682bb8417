import type { JSX } from 'react';
import { formatLondon } from '../../src/calendar/rules/london-time.ts';

/** A moment as people at the school read it. */
export function When({ at }: { at: number }): JSX.Element {
  return <time dateTime={new Date(at).toISOString()}>{formatLondon(at)}</time>;
}
