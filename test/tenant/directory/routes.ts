import { parseFilter } from '../odata/filter.ts';
import { pageOf } from '../odata/page.ts';
import { selected } from '../odata/select.ts';
import { TenantFault, type Route, type TenantReply, type TenantRequest } from '../route.ts';
import { groups, mailboxes, people, type SeedGroup } from '../seed/people.ts';
import type { Tenant } from '../tenant.ts';
import { membershipOf } from './membership.ts';

export { membershipOf, seedDirectory, setMembership } from './membership.ts';

/**
 * Users and groups of Entra, read only, as an app sees them with `GroupMember.Read.All` and `User.ReadBasic.All`: names and
 * addresses, no job titles. Parents outside are not in the directory; shared mailboxes are, as in Entra.
 */
export function directoryRoutes(tenant: Tenant): Route[] {
  const list = (context: string, filterable: string[], all: (request: TenantRequest) => object[]) => (request: TenantRequest): TenantReply => {
    const kept = filtered(all(request), filterable, request).map((one) => selected(request, one));
    return { status: 200, body: pageOf(tenant, { ...request, path: withCast(request.path) }, context, kept) };
  };
  const one = (context: string, find: (wanted: string) => object) => (request: TenantRequest): TenantReply => ({
    status: 200, body: selected(request, { '@odata.context': `${tenant.origin}/v1.0/$metadata#${context}/$entity`, ...find(request.params['id'] ?? '') }),
  });
  const members = (typed: boolean) => list(typed ? 'users' : 'directoryObjects', ['id', 'mail', 'displayName'], (request) => membersOf(tenant, request, typed));
  return [
    { method: 'GET', path: '/v1.0/users', handle: list('users', ['id', 'mail', 'userPrincipalName', 'displayName'], () => users()) },
    { method: 'GET', path: '/v1.0/users/:id', handle: one('users', userCalled) },
    { method: 'GET', path: '/v1.0/groups', handle: list('groups', ['id', 'displayName'], () => groups.map(groupBody)) },
    { method: 'GET', path: '/v1.0/groups/:id', handle: one('groups', (id) => groupBody(requireGroup(id))) },
    // `members/microsoft.graph.user` reaches this list as `members/user`: the router drops the namespace of a cast.
    ...['members', 'transitiveMembers'].flatMap((way): Route[] => [
      { method: 'GET', path: `/v1.0/groups/:id/${way}`, handle: members(false) },
      { method: 'GET', path: `/v1.0/groups/:id/${way}/user`, handle: members(true) },
    ]),
  ];
}

/** The link to the next page names the cast in full again. */
function withCast(path: string): string {
  return path.replace(/(members)\/user$/i, '$1/microsoft.graph.user');
}

function filtered(all: object[], filterable: string[], request: TenantRequest): object[] {
  const asked = request.query.get('$filter');
  if (asked === null) return all;
  const filter = parseFilter(asked);
  const refused = filter.paths.find((path) => !filterable.includes(path));
  if (refused !== undefined) throw new TenantFault(400, 'Request_UnsupportedQuery', `Unsupported or invalid query filter clause specified for property '${refused}' of resource.`);
  return all.filter((one) => filter.holds((path) => (one as Record<string, unknown>)[path]));
}

function membersOf(tenant: Tenant, request: TenantRequest, typed: boolean): object[] {
  const inside = new Set(membershipOf(tenant, requireGroup(request.params['id'] ?? '').id));
  const found = users().filter((user) => inside.has(user.id));
  return typed ? found : found.map((user) => ({ '@odata.type': '#microsoft.graph.user', ...user }));
}

interface User { id: string; mail: string; displayName: string }

function users(): User[] {
  const staff = people.filter((one) => !one.outside).map((one) => userBody(one.oid, one.displayName, one.mail));
  return [...staff, ...mailboxes.filter((one) => one.kind === 'shared').map((one) => userBody(one.oid, one.displayName, one.address))];
}

function userBody(id: string, displayName: string, mail: string): User & Record<string, unknown> {
  const [givenName, ...rest] = displayName.split(' ');
  return {
    businessPhones: [], displayName, givenName: givenName ?? null, jobTitle: null, mail, mobilePhone: null, officeLocation: null, preferredLanguage: null,
    surname: rest.at(-1) ?? null, userPrincipalName: mail, id,
  };
}

function userCalled(wanted: string): object {
  const found = users().find((user) => [user.id, user.mail].some((name) => name.toLowerCase() === wanted.toLowerCase()));
  return found ?? notThere(wanted);
}

function requireGroup(id: string): SeedGroup {
  return groups.find((one) => one.id === id.toLowerCase()) ?? notThere(id);
}

function groupBody(group: SeedGroup): object {
  return {
    id: group.id, createdDateTime: '2025-09-01T08:00:00Z', description: group.description, displayName: group.displayName, groupTypes: ['Unified'], mail: null, mailEnabled: true,
    mailNickname: group.displayName.toLowerCase().replaceAll(' ', '-'), securityEnabled: true, visibility: 'Private',
  };
}

function notThere(wanted: string): never {
  throw new TenantFault(404, 'Request_ResourceNotFound', `Resource '${wanted}' does not exist or one of its queried reference-property objects are not present.`);
}
