import type { FolderView, MailboxView } from '../../page-api/shapes.ts';

export interface MailPlace { mailbox: string; folder: string; message: string | null }

/** `own/inbox/AAk…`; the mailbox may be left out, and is the person's own then: `inbox/AAk…`. */
export function parseMailPlace(rest: string[], mailboxes: MailboxView[]): MailPlace {
  const named = mailboxes.some((one) => one.key === rest[0]);
  const [mailbox = 'own', folder = 'inbox', message] = named ? rest : ['own', ...rest];
  return { mailbox, folder, message: message ?? null };
}

export function folderName(folders: FolderView[] | null, key: string): string {
  return folders?.find((one) => one.key === key)?.name ?? '';
}
