import { makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import { clauseWord } from '../../../../src/concern/rules/screen-words.ts';
import { Section } from '../../../parts/section.tsx';
import { useConcern } from '../press/concern-scene.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalM },
  label: { fontWeight: tokens.fontWeightSemibold },
  quote: { margin: 0, marginTop: tokens.spacingVerticalXXS, paddingLeft: tokens.spacingHorizontalM, borderLeft: `3px solid ${tokens.colorNeutralStroke1}`, color: tokens.colorNeutralForeground2, unicodeBidi: 'plaintext', whiteSpace: 'pre-wrap' },
});

/** The parts of the policy that it may touch, each with the words that made us think so. */
export function ClausesPart(): JSX.Element | null {
  const styles = useStyles();
  const { concern, words } = useConcern().page.view;
  if (concern.clauses.length === 0) return null;
  return (
    <Section title="Parts of the policy it may touch">
      <ul className={styles.list}>
        {concern.clauses.map((id) => (
          <li key={id}>
            <p className={styles.label}>{clauseWord(id)}</p>
            {words[`quote.${id}`] === undefined ? null : <blockquote dir="auto" className={styles.quote}>{words[`quote.${id}`]}</blockquote>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
