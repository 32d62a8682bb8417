import type { JSX } from 'react';
import { outcomeWords } from '../../../../src/concern/rules/screen-words.ts';
import { ForeignText } from '../../../parts/foreign-text.tsx';
import { Section } from '../../../parts/section.tsx';
import { useConcern } from '../press/concern-scene.ts';

/** How it ended, in the words of whoever closed it. */
export function ClosedPart(): JSX.Element | null {
  const { concern, words } = useConcern().page.view;
  if (concern.status !== 'closed' || concern.outcome === null) return null;
  return <Section title={`Closed: ${outcomeWords[concern.outcome].toLowerCase()}`}><ForeignText text={words['closing.reason'] ?? 'What was written about it was removed.'} /></Section>;
}
