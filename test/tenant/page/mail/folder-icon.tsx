import type { ComponentType, JSX } from 'react';
import { ArchiveIcon, DeleteIcon, DraftsIcon, FolderIcon, InboxIcon, JunkIcon, SendIcon } from '../look/icons.ts';

const icons: Record<string, ComponentType> = { inbox: InboxIcon, drafts: DraftsIcon, sentitems: SendIcon, archive: ArchiveIcon, junkemail: JunkIcon, deleteditems: DeleteIcon };

export function FolderSign({ folder }: { folder: string }): JSX.Element {
  const Icon = icons[folder] ?? FolderIcon;
  return <Icon />;
}
