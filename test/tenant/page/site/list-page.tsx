import { Link, Table, TableBody, TableCell, TableHeader, TableHeaderCell, TableRow, makeStyles } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { ListColumnView, ListView, PagePerson } from '../../page-api/shapes.ts';
import { openLink } from '../desk/deep-link.ts';
import { useLive } from '../live/use-live.ts';
import { ListIcon } from '../look/icons.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { Loading } from '../parts/loading.tsx';
import { dayOf } from '../parts/times.ts';
import { SitePage } from './site-page.tsx';

/** SharePoint tells nobody of a change, so the page looks again. */
const everyMs = 2_000;
const useStyles = makeStyles({ table: { minWidth: '760px' }, cell: { overflowWrap: 'anywhere' } });

export function ListPage({ person }: { person: PagePerson }): JSX.Element {
  const styles = useStyles();
  const list = useLive<ListView>(`as/${person.key}/list`, [], everyMs);
  if (list.data === null) return <Loading label="Opening the list" error={list.error} />;
  const { name, columns, rows } = list.data;
  return (
    <SitePage title={name} about="One row for each concern. It is a view: the work is done in Teams." boxed>
      {rows.length === 0 ? <EmptyState icon={<ListIcon />} title="No concerns yet" text="A row shows here as soon as a concern is made." /> : (
        <Table className={styles.table} aria-label={name}>
          <TableHeader><TableRow>{columns.map((column) => <TableHeaderCell key={column.name}><strong>{column.title}</strong></TableHeaderCell>)}</TableRow></TableHeader>
          <TableBody>
            {rows.map((row) => <TableRow key={row.id}>{columns.map((column) => <TableCell key={column.name} className={styles.cell}><Value person={person} column={column} value={row.fields[column.name] ?? null} /></TableCell>)}</TableRow>)}
          </TableBody>
        </Table>
      )}
    </SitePage>
  );
}

function Value({ person, column, value }: { person: PagePerson; column: ListColumnView; value: string | number | boolean | null }): JSX.Element {
  if (value === null) return <span aria-label="Nothing">–</span>;
  if (column.kind === 'date') return <>{dayOf(Date.parse(String(value)))}</>;
  if (column.kind === 'link') return <Link onClick={() => { openLink(person.key, String(value)); }}>Open</Link>;
  return <>{String(value)}</>;
}
