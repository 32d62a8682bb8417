import { Spinner, makeStyles } from '@fluentui/react-components';
import type { JSX } from 'react';
import { LockedIcon } from '../look/icons.ts';
import { EmptyState } from './empty-state.tsx';

const useStyles = makeStyles({ root: { display: 'grid', placeItems: 'center', height: '100%', minHeight: '120px' } });

/** A spinner while something comes, or the sentence that says why it does not. */
export function Loading(props: { label: string; error: string | null }): JSX.Element {
  const styles = useStyles();
  if (props.error !== null) return <EmptyState icon={<LockedIcon />} title="Nothing to show" text={props.error} />;
  return <div className={styles.root}><Spinner size="small" label={props.label} delay={250} /></div>;
}
