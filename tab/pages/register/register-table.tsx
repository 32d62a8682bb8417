import { Link, Table, TableBody, TableCell, TableHeader, TableHeaderCell, TableRow, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import { outcomeWords, routeWords } from '../../../src/concern/rules/screen-words.ts';
import type { Row } from '../../api/shapes.ts';
import { PriorityBadge, StatusBadge } from '../../parts/badges.tsx';
import { rowTitle } from '../../parts/row-title.ts';
import { When } from '../../parts/when.tsx';
import { addressOf } from '../../place/place.ts';
import { goTo } from '../../place/use-place.ts';
import { MakeConcern } from '../../parts/make-concern.tsx';

const useStyles = makeStyles({
  frame: { overflow: 'hidden', borderRadius: tokens.borderRadiusXLarge, border: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground1 },
  opens: { cursor: 'pointer' },
  cell: { paddingTop: tokens.spacingVerticalS, paddingBottom: tokens.spacingVerticalS, verticalAlign: 'top', whiteSpace: 'normal' },
  title: { unicodeBidi: 'isolate', fontWeight: tokens.fontWeightSemibold },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  about: { width: '42%' },
  last: { width: '170px' },
});

/** Concerns, or emails that are none: each with what people look for first. */
export function RegisterTable({ rows, mails }: { rows: readonly Row[]; mails: boolean }): JSX.Element {
  const styles = useStyles();
  return (
    <div className={styles.frame}>
      <Table aria-label={mails ? 'Emails' : 'Concerns'}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell className={mails ? undefined : styles.about}>What it is about</TableHeaderCell>
            {(mails ? ['Why', 'Came in'] : ['Status', 'How soon', 'Came in']).map((head) => <TableHeaderCell key={head}>{head}</TableHeaderCell>)}
            {mails ? <TableHeaderCell className={styles.last}>What to do</TableHeaderCell> : null}
          </TableRow>
        </TableHeader>
        <TableBody>{rows.map((row) => row.kind === 'mail' ? <MailRow key={row.key} row={row} /> : <ConcernRow key={row.key} row={row} />)}</TableBody>
      </Table>
    </div>
  );
}

/** The link is for keyboard and screen reader; a mouse may press the row anywhere. */
function ConcernRow({ row }: { row: Row }): JSX.Element {
  const styles = useStyles();
  return (
    <TableRow className={styles.opens} onClick={() => { goTo({ page: 'concern', ref: row.key }); }}>
      <TableCell className={styles.cell}>
        <Link className={styles.title} dir="auto" href={addressOf({ page: 'concern', ref: row.key })} onClick={(event) => { event.stopPropagation(); }}>{rowTitle(row)}</Link>
        <p className={styles.small}>{row.key} · {routeWords[row.route]}</p>
      </TableCell>
      <TableCell className={styles.cell}><StatusBadge status={row.status} /></TableCell>
      <TableCell className={styles.cell}>{row.outcome === null ? <PriorityBadge priority={row.priority} /> : outcomeWords[row.outcome]}</TableCell>
      <TableCell className={styles.cell}><When at={row.at} />{row.nextAt === null ? null : <p className={styles.small}>Letter goes on <When at={row.nextAt} /></p>}</TableCell>
    </TableRow>
  );
}

function MailRow({ row }: { row: Row }): JSX.Element {
  const styles = useStyles();
  return (
    <TableRow>
      <TableCell className={styles.cell}>
        <p className={styles.title} dir="auto">{rowTitle(row)}</p>
        {row.words['from'] === undefined ? null : <p dir="auto" className={styles.small}>From {row.words['from']}</p>}
      </TableCell>
      <TableCell className={styles.cell}>{row.words['reason'] ?? ''}</TableCell>
      <TableCell className={styles.cell}><When at={row.at} /></TableCell>
      <TableCell className={styles.cell}><MakeConcern row={row} /></TableCell>
    </TableRow>
  );
}
