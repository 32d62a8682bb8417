import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import type { Entry } from '../../../api/shapes.ts';
import { ForeignText } from '../../../parts/foreign-text.tsx';
import { Section } from '../../../parts/section.tsx';
import { When } from '../../../parts/when.tsx';
import { useConcern } from '../press/concern-scene.ts';

const atFirst = 20;

const useStyles = makeStyles({
  list: { display: 'grid' },
  entry: {
    position: 'relative', minWidth: 0, paddingLeft: '22px', paddingBottom: tokens.spacingVerticalL,
    '::before': { content: '""', position: 'absolute', left: '4px', top: '6px', width: '8px', height: '8px', boxSizing: 'border-box', borderRadius: '50%', border: `2px solid ${tokens.colorCompoundBrandStroke}` },
    '::after': { content: '""', position: 'absolute', left: '7px', top: '18px', bottom: '-2px', width: '2px', backgroundColor: tokens.colorNeutralStroke2 },
    ':last-child::after': { display: 'none' },
  },
  when: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  sentence: { unicodeBidi: 'plaintext' },
  note: { marginTop: tokens.spacingVerticalXS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground3, border: `1px solid ${tokens.colorNeutralStroke2}` },
  more: { alignSelf: 'flex-start' },
});

/** What happened, newest first: who did what when. */
export function ChronologyPart(): JSX.Element {
  const styles = useStyles();
  const { page: { history } } = useConcern();
  const [all, setAll] = useState(false);
  return (
    <Section title="What has happened">
      <ol className={styles.list}>{(all ? history : history.slice(0, atFirst)).map((entry) => <OneEntry key={entry.n} entry={entry} />)}</ol>
      {history.length > atFirst && !all ? <Button className={styles.more} size="small" onClick={() => { setAll(true); }}>{`Show all ${String(history.length)}`}</Button> : null}
    </Section>
  );
}

function OneEntry({ entry }: { entry: Entry }): JSX.Element {
  const styles = useStyles();
  const note = entry.type === 'note-added' ? entry.words['note'] : undefined;
  return (
    <li className={styles.entry}>
      <p className={styles.when}><When at={entry.at} /></p>
      <p className={styles.sentence}>{entry.sentence}</p>
      {entry.removed ? <p className={styles.when}>Its words were removed.</p> : null}
      {note === undefined ? null : <div className={styles.note}><ForeignText text={note} /></div>}
    </li>
  );
}
