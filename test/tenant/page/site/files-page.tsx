import { Breadcrumb, BreadcrumbButton, BreadcrumbDivider, BreadcrumbItem, Link, Table, TableBody, TableCell, TableCellLayout, TableHeader, TableHeaderCell, TableRow, makeStyles, tokens } from '@fluentui/react-components';
import { Fragment, type JSX } from 'react';
import type { FilesView, FileView, PagePerson } from '../../page-api/shapes.ts';
import { useLive } from '../live/use-live.ts';
import { FileIcon, FolderIcon, PdfIcon } from '../look/icons.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { Loading } from '../parts/loading.tsx';
import { sizeText } from '../parts/sizes.ts';
import { clockTime } from '../parts/times.ts';
import { buildHash } from '../place/place.ts';
import { SitePage } from './site-page.tsx';

const everyMs = 2_000;
const useStyles = makeStyles({ table: { minWidth: '520px' }, icon: { fontSize: '22px', color: tokens.colorBrandForeground1 } });

/** The document library: folders down to files, and a download. */
export function FilesPage({ person, folder }: { person: PagePerson; folder: string | null }): JSX.Element {
  const styles = useStyles();
  const files = useLive<FilesView>(`as/${person.key}/files${folder === null ? '' : `?folder=${encodeURIComponent(folder)}`}`, [], everyMs);
  if (files.data === null) return <Loading label="Opening the files" error={files.error} />;
  const { name, path, children } = files.data;
  return (
    <SitePage title={name} about="One folder for each concern: reading copies and letters." boxed>
      <Path person={person} name={name} path={path} />
      {children.length === 0 ? <EmptyState icon={<FolderIcon />} title="Nothing here yet" text="Folders show here as concerns are made." /> : (
        <Table className={styles.table} aria-label={path.at(-1)?.name ?? name}>
          <TableHeader><TableRow><TableHeaderCell><strong>Name</strong></TableHeaderCell><TableHeaderCell><strong>Changed</strong></TableHeaderCell><TableHeaderCell><strong>Size</strong></TableHeaderCell></TableRow></TableHeader>
          <TableBody>{children.map((one) => <FileRow key={one.id} person={person} file={one} />)}</TableBody>
        </Table>
      )}
    </SitePage>
  );
}

function FileRow({ person, file }: { person: PagePerson; file: FileView }): JSX.Element {
  const styles = useStyles();
  const Icon = file.kind === 'folder' ? FolderIcon : file.name.endsWith('.pdf') ? PdfIcon : FileIcon;
  return (
    <TableRow>
      <TableCell>
        <TableCellLayout media={<Icon className={styles.icon} />}>
          {file.kind === 'folder' ? <Link href={buildHash(person.key, 'files', file.id)}>{file.name}</Link> : <Link href={`/page/as/${person.key}/files/${file.id}`} download={file.name}>{file.name}</Link>}
        </TableCellLayout>
      </TableCell>
      <TableCell>{clockTime(file.at)}</TableCell>
      <TableCell>{file.kind === 'folder' ? `${String(file.items)} ${file.items === 1 ? 'item' : 'items'}` : sizeText(file.size)}</TableCell>
    </TableRow>
  );
}

function Path({ person, name, path }: { person: PagePerson; name: string; path: FilesView['path'] }): JSX.Element {
  const steps = [{ id: null, name }, ...path];
  return (
    <Breadcrumb aria-label="Folder">
      {steps.map((step, at) => (
        <Fragment key={step.id ?? 'root'}>
          {at === 0 ? null : <BreadcrumbDivider />}
          <BreadcrumbItem><BreadcrumbButton href={buildHash(person.key, 'files', ...(step.id === null ? [] : [step.id]))} current={at === steps.length - 1}>{step.name}</BreadcrumbButton></BreadcrumbItem>
        </Fragment>
      ))}
    </Breadcrumb>
  );
}
