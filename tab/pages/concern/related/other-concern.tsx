import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX, ReactNode } from 'react';
import { outcomeWords, routeWords, statusWords } from '../../../../src/concern/rules/screen-words.ts';
import type { OtherConcern as Other } from '../../../../src/incidents/rules/related.ts';
import { When } from '../../../parts/when.tsx';
import { addressOf } from '../../../place/place.ts';

const useStyles = makeStyles({
  item: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: tokens.spacingVerticalXS, minWidth: 0, paddingLeft: tokens.spacingHorizontalM, borderLeft: `3px solid ${tokens.colorNeutralStroke2}` },
  subject: { fontWeight: tokens.fontWeightSemibold, unicodeBidi: 'isolate', overflowWrap: 'anywhere' },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  why: { unicodeBidi: 'plaintext', overflowWrap: 'anywhere' },
});

/** One other concern: what it is, how it stands or ended, and why it is shown here. */
export function OtherConcern({ other, more, children }: { other: Other; more: string; children?: ReactNode }): JSX.Element {
  const styles = useStyles();
  const ended = other.outcome === null ? statusWords[other.status] : outcomeWords[other.outcome];
  return (
    <li className={styles.item}>
      <p><Link href={addressOf({ page: 'concern', ref: other.ref })}>{other.ref}</Link> <span dir="auto" className={styles.subject}>{other.subject === '' ? routeWords[other.route] : other.subject}</span></p>
      <p className={styles.small}>{ended} · came in <When at={other.at} /></p>
      <p dir="auto" className={styles.why}>{more}</p>
      {children}
    </li>
  );
}
