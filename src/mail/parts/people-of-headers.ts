import { addressParser, type Address, type Email } from 'postal-mime';
import type { MailPerson } from '../rules/mail.ts';
import { withQuotes } from './tidy-text.ts';

export function peopleOf(addresses: Address[] | undefined): MailPerson[] {
  return (addresses ?? []).flatMap((address) => address.group ?? [address]).map(personOf).filter((person) => person !== null);
}

/** Everybody in all headers of this name: a forged mail may have two. */
export function peopleOfHeader(email: Email, key: string): MailPerson[] {
  return email.headers.filter((header) => header.key === key).flatMap((header) => peopleOf(addressParser(header.value)));
}

function personOf(mailbox: { name: string; address?: string | undefined }): MailPerson | null {
  const email = (mailbox.address ?? '').trim().toLowerCase();
  const name = withQuotes(mailbox.name).replace(/\s+/g, ' ').trim();
  if (name === '' && email === '') return null;
  return { name, email: email === '' ? null : email };
}
