import { Button, MessageBar, MessageBarActions, MessageBarBody, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX, ReactNode } from 'react';
import { AgainIcon } from '../look/icons.ts';
import type { Asked } from '../api/use-asked.ts';

const useStyles = makeStyles({ wait: { display: 'grid', placeItems: 'center', minHeight: '120px', padding: tokens.spacingVerticalL } });

/** What was asked for; until it is here that it is coming, and where it did not come why, with a button to try again. */
export function Coming<T>({ asked, label, children }: { asked: Asked<T> & { again: () => void }; label: string; children: (value: T) => ReactNode }): JSX.Element {
  return (
    <>
      {asked.state === 'failed' ? <Failed sentence={asked.sentence} again={asked.again} /> : null}
      {asked.value !== null ? children(asked.value) : asked.state === 'waiting' ? <Waiting label={label} /> : null}
    </>
  );
}

export function Waiting({ label }: { label: string }): JSX.Element {
  const styles = useStyles();
  return <div role="status" className={styles.wait}><Spinner size="small" label={label} delay={300} /></div>;
}

export function Failed({ sentence, again }: { sentence: string; again: () => void }): JSX.Element {
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{sentence}</MessageBarBody>
      <MessageBarActions><Button size="small" icon={<AgainIcon />} onClick={again}>Try again</Button></MessageBarActions>
    </MessageBar>
  );
}
