import { Button, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { FolderView, MailboxView, PagePerson } from '../../page-api/shapes.ts';
import { useLive } from '../live/use-live.ts';
import { NewIcon } from '../look/icons.ts';
import { buildHash } from '../place/place.ts';
import { FolderSign } from './folder-icon.tsx';
import type { MailPlace } from './mail-place.ts';

const useStyles = makeStyles({
  root: { width: '228px', flexShrink: 0, overflowY: 'auto', padding: '4px' },
  create: { width: '100%', marginBottom: tokens.spacingVerticalM },
  mailbox: { display: 'block', padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS}`, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  folder: {
    display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, padding: `6px ${tokens.spacingHorizontalS}`, borderRadius: tokens.borderRadiusMedium, color: tokens.colorNeutralForeground2, textDecorationLine: 'none', fontSize: '18px',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 }, ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  on: { backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1, boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`, ':hover': { backgroundColor: tokens.colorNeutralBackground1 } },
  name: { flex: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  count: { color: tokens.colorBrandForeground1 },
});

interface Props { person: PagePerson; mailboxes: MailboxView[]; place: MailPlace; onNew: () => void }

/** Every mailbox the person may open, each with its folders. */
export function FolderPane({ person, mailboxes, place, onNew }: Props): JSX.Element {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Button appearance="primary" icon={<NewIcon />} className={styles.create} onClick={onNew}>New mail</Button>
      <nav aria-label="Folders">
        {mailboxes.map((mailbox) => <MailboxFolders key={mailbox.key} person={person} mailbox={mailbox} place={place} />)}
      </nav>
    </div>
  );
}

export function MailboxFolders({ person, mailbox, place, onChoose }: { person: PagePerson; mailbox: MailboxView; place: MailPlace; onChoose?: () => void }): JSX.Element {
  const styles = useStyles();
  const folders = useLive<FolderView[]>(`as/${person.key}/mail/${mailbox.key}/folders`, ['mail-arrived', 'mail-changed']);
  return (
    <div role="group" aria-label={mailbox.displayName}>
      <Text weight="semibold" className={styles.mailbox} title={mailbox.address}>{mailbox.displayName}</Text>
      {(folders.data ?? []).map((folder) => {
        const on = place.mailbox === mailbox.key && place.folder === folder.key;
        return (
          <a key={folder.key} href={buildHash(person.key, 'mail', mailbox.key, folder.key)} className={mergeClasses(styles.folder, on ? styles.on : undefined)} aria-current={on ? 'true' : undefined} onClick={onChoose}>
            <FolderSign folder={folder.key} />
            <Text className={styles.name} weight={on || folder.unread > 0 ? 'semibold' : 'regular'}>{folder.name}</Text>
            {folder.unread > 0 ? <Text size={200} weight="semibold" className={styles.count} aria-hidden>{folder.unread}</Text> : null}
          </a>
        );
      })}
    </div>
  );
}
