import { makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import { formatLondon } from '../../../../src/calendar/rules/london-time.ts';
import { letterOf, proposalOf, type Concern, type Letter } from '../../../../src/concern/rules/concern.ts';
import { letterProblemWords, letterWords, responseWord } from '../../../../src/concern/rules/screen-words.ts';
import { Section } from '../../../parts/section.tsx';
import { useConcern } from '../press/concern-scene.ts';
import { LetterPaper } from './letter-paper.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalS },
  summary: { cursor: 'pointer', padding: `${tokens.spacingVerticalS} 0`, borderRadius: tokens.borderRadiusMedium },
  small: { color: tokens.colorNeutralForeground2 },
});

/** Every letter that was made, newest first, with what became of it. */
export function LettersPart(): JSX.Element | null {
  const styles = useStyles();
  const { page } = useConcern();
  const { concern } = page.view;
  if (page.letters.length === 0) return null;
  return (
    <Section title="Letters">
      <ul className={styles.list}>
        {[...page.letters].reverse().map((letter) => (
          <li key={letter.n}>
            <details>
              <summary className={styles.summary}>{titleOf(concern, letter.n)} <span className={styles.small}>· {stateOf(concern, letter.n)}</span></summary>
              <LetterPaper letter={letter} />
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function titleOf(concern: Concern, n: number): string {
  const proposal = proposalOf(concern, letterOf(concern, n)?.proposal ?? 0);
  return `Letter ${String(n)}${proposal === null ? '' : `: ${responseWord(proposal.response)}`}`;
}

function stateOf(concern: Concern, n: number): string {
  const letter = letterOf(concern, n);
  return letter === null ? '' : letterState(letter);
}

/** In what state a letter is, with its hour while it has one. */
export function letterState(letter: Letter): string {
  if (letter.status === 'approved' && letter.goesAt !== null) return `Goes on ${formatLondon(letter.goesAt)}`;
  if (letter.problem !== null && (letter.status === 'stopped' || letter.status === 'unknown')) return letterProblemWords[letter.problem];
  return letterWords[letter.status];
}
