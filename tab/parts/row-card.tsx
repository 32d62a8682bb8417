import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import { untakenWords } from '../../src/concern/rules/alert-words.ts';
import { routeWords } from '../../src/concern/rules/screen-words.ts';
import type { Row } from '../api/shapes.ts';
import { addressOf } from '../place/place.ts';
import { MakeConcern } from './make-concern.tsx';
import { PriorityBadge, StatusBadge } from './badges.tsx';
import { rowTitle } from './row-title.ts';
import { When } from './when.tsx';

const useStyles = makeStyles({
  card: {
    position: 'relative', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  opens: { ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, border: `1px solid ${tokens.colorNeutralStroke1Hover}` } },
  /* The link is as large as the card: one target for a thumb, one stop for the keyboard. */
  link: {
    fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1, unicodeBidi: 'isolate',
    '::after': { content: '""', position: 'absolute', inset: 0, borderRadius: tokens.borderRadiusLarge },
  },
  title: { fontWeight: tokens.fontWeightSemibold, unicodeBidi: 'isolate' },
  badges: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  alert: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorStatusDangerForeground1 },
  action: { alignSelf: 'flex-start', marginTop: tokens.spacingVerticalXS },
});

/** One row of a list as a card: on a phone, and for what waits. */
export function RowCard({ row }: { row: Row }): JSX.Element {
  const styles = useStyles();
  if (row.kind === 'mail') return <MailCard row={row} />;
  return (
    <li className={`${styles.card} ${styles.opens}`}>
      <Link className={styles.link} dir="auto" href={addressOf({ page: 'concern', ref: row.key })}>{rowTitle(row)}</Link>
      <div className={styles.badges}><StatusBadge status={row.status} />{row.status === 'closed' ? null : <PriorityBadge priority={row.priority} />}</div>
      {row.alert === undefined ? null : <p className={styles.alert}>{untakenWords(row.alert)}</p>}
      <p className={styles.small}>{row.key} · {routeWords[row.route]}</p>
      <p className={styles.small}>Came in <When at={row.at} /></p>
    </li>
  );
}

function MailCard({ row }: { row: Row }): JSX.Element {
  const styles = useStyles();
  return (
    <li className={styles.card}>
      <p className={styles.title} dir="auto">{rowTitle(row)}</p>
      <div className={styles.badges}><StatusBadge status={row.status} /></div>
      {row.words['from'] === undefined ? null : <p className={styles.small} dir="auto">From {row.words['from']}</p>}
      <p className={styles.small}>{row.words['reason'] ?? ''}</p>
      <p className={styles.small}>Came in <When at={row.at} /></p>
      <div className={styles.action}><MakeConcern row={row} /></div>
    </li>
  );
}
