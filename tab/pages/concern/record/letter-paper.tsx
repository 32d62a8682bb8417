import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import { sentenceOf } from '../../../api/api-problem.ts';
import { useDesk } from '../../../api/desk.ts';
import type { LetterEntry } from '../../../api/shapes.ts';
import { PdfIcon } from '../../../look/icons.ts';
import { ForeignText } from '../../../parts/foreign-text.tsx';
import { saveFile } from '../../../parts/save-file.ts';
import { useOnce } from '../../../parts/use-once.ts';
import { useConcern } from '../press/concern-scene.ts';

const useStyles = makeStyles({
  paper: {
    display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalXL, borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3, border: `1px solid ${tokens.colorNeutralStroke2}`, '@media (max-width: 759px)': { padding: tokens.spacingHorizontalM },
  },
  to: { color: tokens.colorNeutralForeground2, unicodeBidi: 'isolate' },
  subject: { fontWeight: tokens.fontWeightSemibold, unicodeBidi: 'isolate' },
  pdf: { alignSelf: 'flex-start' },
});

/** The letter word for word as it will be sent, readable on a phone, and the very PDF that goes with it. */
export function LetterPaper({ letter }: { letter: LetterEntry }): JSX.Element {
  const styles = useStyles();
  if (letter.text === '') return <p>{letter.kind === 'closing-note' || letter.kind === 'acknowledgement' ? 'It goes to the person who told us. Only those who may know who that is can read it.' : 'The words of this letter were removed.'}</p>;
  return (
    <div className={styles.paper}>
      <p dir="auto" className={styles.to}>{`To ${letter.to}, ${letter.address}`}</p>
      <p dir="auto" className={styles.subject}>{letter.subject}</p>
      <ForeignText text={letter.text} whole />
      {letter.kind === 'acknowledgement' ? null : <Pdf n={letter.n} />}
    </div>
  );
}

function Pdf({ n }: { n: number }): JSX.Element {
  const styles = useStyles();
  const { api } = useDesk();
  const { page: { view: { concern } } } = useConcern();
  const { busy, once } = useOnce();
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    setProblem(null);
    try { saveFile(await api.letterPdf(concern.ref, n), `${concern.ref} letter ${String(n)}.pdf`, 'application/pdf'); } catch (error) { setProblem(sentenceOf(error)); }
  };
  return (
    <>
      <Button className={styles.pdf} size="small" icon={<PdfIcon />} disabledFocusable={busy} aria-label={`Save as PDF: letter ${String(n)}`} onClick={() => { once(save); }}>Save as PDF</Button>
      {problem === null ? null : <MessageBar intent="error" layout="multiline" role="alert"><MessageBarBody>{problem}</MessageBarBody></MessageBar>}
    </>
  );
}
