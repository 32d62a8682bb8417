import { groups, people, type SeedGroup } from '../seed/people.ts';
import type { Person, Tenant } from '../tenant.ts';

const memberships = (tenant: Tenant) => tenant.store.collection<string[]>('directory-memberships');

/** Writes down who is in which group, where it has not been written yet. */
export function seedDirectory(tenant: Tenant): void {
  for (const group of groups) {
    if (memberships(tenant).get(group.id) === undefined) memberships(tenant).put(group.id, seededMembers(group));
  }
}

/** Object ids of the members of a group, by its name or id, as the store has them now. */
export function membershipOf(tenant: Tenant, nameOrId: string): string[] {
  const group = groupCalled(nameOrId);
  return memberships(tenant).get(group.id) ?? seededMembers(group);
}

/** Puts exactly these people into a group: how a test, or the page, changes who is head. */
export function setMembership(tenant: Tenant, groupName: string, oids: string[]): void {
  for (const oid of oids) if (!people.some((one) => one.oid === oid && !one.outside)) throw new Error(`Nobody at the school has the id ${oid}.`);
  memberships(tenant).put(groupCalled(groupName).id, [...oids]);
}

/** The person with that object id, staff or outside. */
export function personWith(oid: string): Person | undefined {
  return people.find((one) => one.oid.toLowerCase() === oid.toLowerCase());
}

function groupCalled(nameOrId: string): SeedGroup {
  const found = groups.find((one) => [one.displayName, one.id].includes(nameOrId));
  if (found === undefined) throw new Error(`There is no group "${nameOrId}".`);
  return found;
}

function seededMembers(group: SeedGroup): string[] {
  return people.filter((one) => !one.outside && one.groups.includes(group.displayName)).map((one) => one.oid);
}
