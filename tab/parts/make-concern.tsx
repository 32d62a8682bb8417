import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, DialogTrigger, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import { sentenceOf } from '../api/api-problem.ts';
import { useDesk } from '../api/desk.ts';
import type { Row } from '../api/shapes.ts';
import { Facts, type Fact } from './facts.tsx';
import { rowTitle } from './row-title.ts';
import { Sending } from './sending.tsx';
import { useOnce } from './use-once.ts';
import { When } from './when.tsx';
import { goTo } from '../place/use-place.ts';

/** A mail that was set aside, made a concern by a person: shown once more before it is done, since a number is never given back. */
export function MakeConcern({ row }: { row: Row }): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={(_, data) => { setOpen(data.open); }}>
      <DialogTrigger disableButtonEnhancement><Button size="small" aria-label={`Make it a concern: ${rowTitle(row)}`}>Make it a concern</Button></DialogTrigger>
      <DialogSurface>{open ? <Check row={row} /> : null}</DialogSurface>
    </Dialog>
  );
}

const useStyles = makeStyles({ content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM } });

function Check({ row }: { row: Row }): JSX.Element {
  const styles = useStyles();
  const { api } = useDesk();
  const { busy, slow, once } = useOnce();
  const [nonce] = useState(() => crypto.randomUUID());
  const [problem, setProblem] = useState<string | null>(null);
  const make = async (): Promise<void> => {
    try {
      const answer = await api.makeConcern(row.key, nonce);
      if (answer.ref === null) setProblem(answer.sentence); else goTo({ page: 'concern', ref: answer.ref });
    } catch (error) { setProblem(sentenceOf(error)); }
  };
  return (
    <DialogBody>
      <DialogTitle>Make this email a concern?</DialogTitle>
      <DialogContent className={styles.content}>
        <Facts facts={factsOf(row)} />
        <p>It gets a number of its own, and those who may know are told in Teams. The email stays as it is in the mailbox.</p>
        {problem === null ? null : <MessageBar intent="error" layout="multiline" role="alert"><MessageBarBody>{problem}</MessageBarBody></MessageBar>}
        <Sending slow={slow} />
      </DialogContent>
      <DialogActions fluid>
        <DialogTrigger disableButtonEnhancement><Button>Leave it</Button></DialogTrigger>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => { once(make); }}>Make it a concern</Button>
      </DialogActions>
    </DialogBody>
  );
}

function factsOf(row: Row): Fact[] {
  const { from, reason } = row.words;
  return [
    ['What it says it is about', rowTitle(row)], ...(from === undefined ? [] : [['From', from] as const]), ['Came in', <When key="at" at={row.at} />],
    ...(reason === undefined || reason === '' ? [] : [['Why it was not made one', reason] as const]),
  ];
}
