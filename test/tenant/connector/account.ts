import { createHash } from 'node:crypto';
import { personWith } from '../directory/membership.ts';
import { TenantFault } from '../route.ts';
import { people } from '../seed/people.ts';
import type { Person, Tenant } from '../tenant.ts';

export const botName = 'Concern Desk';

export function botId(tenant: Tenant): string {
  return `28:${tenant.appId}`;
}

/** A person's id in Teams. It is made per bot: under another app registration the same person has another one. */
export function teamsIdOf(tenant: Tenant, oid: string): string {
  return `29:1${createHash('sha256').update(`${tenant.appId}~${oid}`).digest('base64url')}`;
}

/** The person behind a `29:` id or an Entra object id; anything else can't be decrypted, as Teams says. */
export function personBehind(tenant: Tenant, id: string): Person {
  const found = id.startsWith('29:') ? people.find((one) => teamsIdOf(tenant, one.oid) === id) : personWith(id);
  if (found === undefined || found.outside) throw new TenantFault(400, 'BadArgument', 'Failed to decrypt pairwise id');
  return found;
}

/** A person as the roster of a conversation shows them. */
export function memberBody(tenant: Tenant, person: Person): object {
  const [givenName = '', ...rest] = person.displayName.split(' ');
  return {
    id: teamsIdOf(tenant, person.oid), name: person.displayName, aadObjectId: person.oid, objectId: person.oid, givenName, surname: rest.join(' '), email: person.mail,
    userPrincipalName: person.mail, tenantId: tenant.tenantId, userRole: 'user',
  };
}

/** The sender of an activity. */
export function senderBody(tenant: Tenant, person: Person): object {
  return { id: teamsIdOf(tenant, person.oid), name: person.displayName, aadObjectId: person.oid };
}
