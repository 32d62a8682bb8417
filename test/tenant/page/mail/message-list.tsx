import { Button, Input, Popover, PopoverSurface, PopoverTrigger, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import type { FolderView, MailboxView, MailRow, PagePerson } from '../../page-api/shapes.ts';
import { useLive } from '../live/use-live.ts';
import { FolderIcon, InboxIcon, NewIcon } from '../look/icons.ts';
import { phoneWidth } from '../look/use-wide.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { Loading } from '../parts/loading.tsx';
import { MailboxFolders } from './folder-pane.tsx';
import { folderName, type MailPlace } from './mail-place.ts';
import { MessageRow } from './message-row.tsx';

const phone = `@media (max-width: ${String(phoneWidth - 1)}px)`;
const useStyles = makeStyles({
  root: {
    display: 'flex', flexDirection: 'column', width: '340px', flexShrink: 0, overflow: 'hidden', backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusXLarge, border: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { width: 'auto', flex: 1, borderRadius: 0, border: 'none' },
  },
  top: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { flex: 1, minWidth: 0 },
  quiet: { display: 'block', color: tokens.colorNeutralForeground2, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  list: { listStyleType: 'none', margin: 0, padding: '4px', overflowY: 'auto', flex: 1 },
  folders: { width: '260px', maxHeight: '70vh', overflowY: 'auto' },
});

interface Props { person: PagePerson; mailboxes: MailboxView[]; place: MailPlace; withFolders: boolean; onNew: () => void }

export function MessageList({ person, mailboxes, place, withFolders, onNew }: Props): JSX.Element {
  const styles = useStyles();
  const [wanted, setWanted] = useState('');
  const base = `as/${person.key}/mail/${place.mailbox}/folders`;
  const folders = useLive<FolderView[]>(base, ['mail-arrived', 'mail-changed']);
  const messages = useLive<MailRow[]>(`${base}/${encodeURIComponent(place.folder)}`, ['mail-arrived', 'mail-changed']);
  const mailbox = mailboxes.find((one) => one.key === place.mailbox);
  return (
    <section className={styles.root} aria-label="Message list">
      <div className={styles.top}>
        <div className={styles.line}>
          <div className={styles.title}>
            <Text as="h1" size={500} weight="semibold" block style={{ margin: 0 }}>{folderName(folders.data, place.folder)}</Text>
            <Text size={200} className={styles.quiet}>{mailbox?.address ?? ''}</Text>
          </div>
          {withFolders ? <FoldersButton person={person} mailboxes={mailboxes} place={place} /> : null}
          {withFolders ? <Button appearance="primary" icon={<NewIcon />} onClick={onNew} aria-label="New mail">New</Button> : null}
        </div>
        <Input type="search" size="small" placeholder="Find in this folder" aria-label="Find in this folder" value={wanted} onChange={(_event, data) => { setWanted(data.value); }} />
      </div>
      <Messages person={person} place={place} messages={messages.data} error={messages.error} wanted={wanted} />
    </section>
  );
}

function Messages(props: { person: PagePerson; place: MailPlace; messages: MailRow[] | null; error: string | null; wanted: string }): JSX.Element {
  const styles = useStyles();
  if (props.messages === null) return <Loading label="Reading" error={props.error} />;
  const found = props.messages.filter((one) => holds(one, props.wanted));
  if (found.length === 0) {
    return props.wanted === '' ? <EmptyState icon={<InboxIcon />} title="Nothing here" text="Mail shows here the moment it arrives." /> : <EmptyState icon={<InboxIcon />} title="Nothing found" text="No message here has these words." />;
  }
  return (
    <ul className={styles.list} aria-label="Messages">
      {found.map((row) => <li key={row.key}><MessageRow person={props.person} place={props.place} row={row} /></li>)}
    </ul>
  );
}

function holds(row: MailRow, wanted: string): boolean {
  const words = [row.subject, row.preview, row.from?.name, row.from?.address, ...row.to.flatMap((one) => [one.name, one.address])].join(' ').toLowerCase();
  return wanted.toLowerCase().split(/\s+/).every((word) => words.includes(word));
}

function FoldersButton({ person, mailboxes, place }: { person: PagePerson; mailboxes: MailboxView[]; place: MailPlace }): JSX.Element {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <Popover open={open} onOpenChange={(_event, data) => { setOpen(data.open); }} trapFocus positioning="below-end">
      <PopoverTrigger disableButtonEnhancement><Button icon={<FolderIcon />} aria-label="Folders" /></PopoverTrigger>
      <PopoverSurface className={styles.folders} aria-label="Folders">
        {mailboxes.map((mailbox) => <MailboxFolders key={mailbox.key} person={person} mailbox={mailbox} place={place} onChoose={() => { setOpen(false); }} />)}
      </PopoverSurface>
    </Popover>
  );
}
