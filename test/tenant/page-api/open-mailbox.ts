import { childFolders } from '../mail/folders.ts';
import { findMailbox } from '../mail/mailboxes.ts';
import { messagesIn } from '../mail/messages.ts';
import type { Folder, Mailbox } from '../mail/model.ts';
import { TenantFault } from '../route.ts';
import { school } from '../seed/people.ts';
import type { Tenant } from '../tenant.ts';
import { isInGroup } from './people.ts';
import type { FolderView, MailboxView, PagePerson } from './shapes.ts';

/** Shared mailboxes and the groups that Exchange has given full access to them. */
const shared: { key: string; groups: string[] }[] = [
  // The office's working mailbox. Who reads it can read there what Concern Desk would not show them; so few do.
  { key: 'school', groups: ['Office'] },
  { key: 'letters', groups: ['Office'] },
];

/** The mailboxes a person finds in Outlook: their own, and the shared ones they have been given. */
export function mailboxesFor(tenant: Tenant, person: PagePerson): { key: string; mailbox: Mailbox }[] {
  const given = person.outside ? [] : shared.filter(({ groups }) => isInGroup(tenant, person, ...groups));
  const keys = [{ key: 'own', address: person.mail }, ...given.map(({ key }) => ({ key, address: `${key}@${school.domain}` }))];
  return keys.flatMap(({ key, address }) => {
    const mailbox = findMailbox(tenant, address);
    return mailbox === undefined ? [] : [{ key, mailbox }];
  });
}

export function requireMailbox(tenant: Tenant, person: PagePerson, key: string): Mailbox {
  const found = mailboxesFor(tenant, person).find((one) => one.key === key);
  if (found === undefined) throw new TenantFault(403, 'ErrorAccessDenied', 'This mailbox has not been given to you.');
  return found.mailbox;
}

export function mailboxViews(tenant: Tenant, person: PagePerson): MailboxView[] {
  return mailboxesFor(tenant, person).map(({ key, mailbox }) => ({
    key, address: mailbox.address, displayName: mailbox.displayName,
    unread: folderViews(tenant, mailbox).find((folder) => folder.key === 'inbox')?.unread ?? 0,
  }));
}

/** In Outlook's order, folders that people made last; the Outbox is left out since mail leaves at once here. */
export function folderViews(tenant: Tenant, mailbox: Mailbox): FolderView[] {
  const order = ['inbox', 'drafts', 'sentitems', 'archive', 'junkemail', 'deleteditems'];
  const rank = (folder: Folder): number => { const at = order.indexOf(folder.wellKnown ?? ''); return at < 0 ? order.length : at; };
  const all = allFolders(tenant, mailbox.address, null).filter((folder) => folder.wellKnown !== 'outbox');
  return all.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name)).map((folder) => {
    const held = messagesIn(tenant, mailbox.address, folder.id);
    return { key: folder.wellKnown ?? folder.id, name: folder.name, total: held.length, unread: held.filter((message) => !message.isRead && !message.isDraft).length };
  });
}

function allFolders(tenant: Tenant, address: string, parent: string | null): Folder[] {
  return childFolders(tenant, address, parent).flatMap((folder) => [folder, ...allFolders(tenant, address, folder.id)]);
}
