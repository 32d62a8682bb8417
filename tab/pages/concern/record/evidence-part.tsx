import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { Exhibit } from '../../../api/shapes.ts';
import { EvidenceIcon } from '../../../look/icons.ts';
import { Section } from '../../../parts/section.tsx';
import { useConcern } from '../press/concern-scene.ts';
import { mediaWord, sizeWord } from './media-words.ts';
import { OpenOriginal } from './open-original.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalS },
  row: {
    display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { fontSize: '20px', lineHeight: 1, color: tokens.colorNeutralForeground2 },
  text: { flex: '1 1 180px', minWidth: 0 },
  name: { unicodeBidi: 'isolate', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  small: { color: tokens.colorNeutralForeground2 },
});

/** What was attached, kept as it came. File names are the sender's own and stand here only for those who may know who that is. */
export function EvidencePart(): JSX.Element | null {
  const styles = useStyles();
  const { page } = useConcern();
  if (page.exhibits.length === 0) return null;
  return (
    <Section title="Evidence">
      <ul className={styles.list}>{page.exhibits.map((each) => <Row key={each.n} exhibit={each} />)}</ul>
      {page.seesReporter ? null : <Text size={200} className={styles.small}>Originals can show who told us. They open for whoever leads on it, and for those who must ring back.</Text>}
      {page.view.concern.toCome === null ? null : <Text size={200} className={styles.small} role="status">More attachments are being kept. Look again in a moment.</Text>}
    </Section>
  );
}

function Row({ exhibit }: { exhibit: Exhibit }): JSX.Element {
  const styles = useStyles();
  const { page: { seesReporter } } = useConcern();
  const called = `evidence ${String(exhibit.n)}`;
  return (
    <li className={styles.row}>
      <span aria-hidden className={styles.icon}><EvidenceIcon /></span>
      <div className={styles.text}>
        <p>{`Evidence ${String(exhibit.n)} · ${mediaWord(exhibit.media)} · ${sizeWord(exhibit.bytes)}`}</p>
        {exhibit.name === '' ? null : <p dir="auto" className={styles.name}>{exhibit.name}</p>}
      </div>
      {seesReporter ? <OpenOriginal what={{ mail: exhibit.mail, exhibit: exhibit.n }} called={called} name={exhibit.name === '' ? called : exhibit.name} media={exhibit.media} /> : null}
    </li>
  );
}
