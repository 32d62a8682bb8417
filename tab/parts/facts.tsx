import { makeStyles, tokens } from '@fluentui/react-components';
import type { JSX, ReactNode } from 'react';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalS },
  label: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  value: { unicodeBidi: 'isolate' },
});

export type Fact = readonly [label: string, value: ReactNode];

/** Small facts, each under its label: reads the same on a phone. */
export function Facts({ facts }: { facts: readonly Fact[] }): JSX.Element {
  const styles = useStyles();
  return <dl className={styles.list}>{facts.map(([label, value]) => <div key={label}><dt className={styles.label}>{label}</dt><dd dir="auto" className={styles.value}>{value}</dd></div>)}</dl>;
}
