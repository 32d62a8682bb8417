import { membershipOf } from '../directory/membership.ts';
import { TenantFault } from '../route.ts';
import { people } from '../seed/people.ts';
import type { Person, Tenant } from '../tenant.ts';
import type { PagePerson } from './shapes.ts';

/** Everybody one can be on the page, each under a key that names the post and not the person: keys stand in addresses. */
export function pagePeople(): PagePerson[] {
  const seen = new Map<string, number>();
  return people.map((person) => {
    const post = person.jobTitle.toLowerCase().replace(/[^a-z]+/g, '-');
    const n = (seen.get(post) ?? 0) + 1;
    seen.set(post, n);
    const { oid, displayName, jobTitle, mail, outside } = person;
    return { key: outside || n > 1 ? `${post}-${String(n)}` : post, oid, displayName, jobTitle, mail, outside };
  });
}

export function requirePerson(key: string): PagePerson {
  const found = pagePeople().find((person) => person.key === key);
  if (found === undefined) throw new TenantFault(404, 'NotFound', 'Nobody here goes by that key. Choose again who you are.');
  return found;
}

/** As the groups are now, not as they were seeded. */
export function isInGroup(tenant: Tenant, person: Pick<Person, 'oid'>, ...groups: string[]): boolean {
  return groups.some((name) => membershipOf(tenant, `Concern Desk ${name}`).includes(person.oid));
}

/** The name that goes with an address, where the school or one of the invented parents has it. */
export function nameForAddress(address: string): string {
  return people.find((person) => person.mail.toLowerCase() === address.toLowerCase())?.displayName ?? '';
}
