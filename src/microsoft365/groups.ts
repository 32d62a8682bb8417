import { z } from 'zod';
import type { Role } from '../concern/rules/words-of-the-school.ts';
import { Fault, type Groups, type SchoolPerson } from '../ports.ts';
import type { Graph } from './client.ts';
import { query, quoted, segment } from './graph/odata.ts';
import { readPages } from './graph/pages.ts';

/** For each role the name of its Entra group, or better its id: anybody may give another group the same name. */
export type GroupSettings = Partial<Record<Role, string>>;

const group = z.object({ id: z.string(), displayName: z.string().nullish() });
const member = z.object({
  '@odata.type': z.string().nullish(), id: z.string(), displayName: z.string().nullish(), mail: z.string().nullish(), jobTitle: z.string().nullish(),
});
type Member = z.infer<typeof member>;

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The port `Groups`: roles come from membership of the named groups, and from nothing else. */
export function openGroups(graph: Graph, settings: GroupSettings): Groups {
  const ids = new Map<string, string>();
  const idOf = async (name: string): Promise<string> => {
    const id = guid.test(name) ? name : ids.get(name) ?? await findGroup(graph, name);
    ids.set(name, id);
    return id;
  };
  return {
    people: async () => {
      const named = Object.entries(settings) as [Role, string][];
      const found = new Map<string, SchoolPerson>();
      for (const [role, name] of named) for (const one of await members(graph, await idOf(name))) addRole(found, one, role);
      return [...found.values()];
    },
  };
}

async function findGroup(graph: Graph, name: string): Promise<string> {
  const path = `/groups${query({ $filter: `displayName eq ${quoted(name)}`, $select: 'id,displayName' })}`;
  const { values } = await readPages(graph.send, { doing: 'find a group of the school', right: 'groups', method: 'GET', path }, group);
  const [only, ...more] = values;
  if (only === undefined) throw new Fault(`There is no group "${name}" in Entra. Create it, or correct the setting that names it.`, 'never');
  if (more.length > 0) throw new Fault(`There are ${String(values.length)} groups called "${name}" in Entra. Put the id of the right one into the setting instead of its name.`, 'never');
  return only.id;
}

/** Groups inside groups count. Only people: the cast to users in the path would need the directory's advanced queries. */
async function members(graph: Graph, id: string): Promise<Member[]> {
  const path = `/groups/${segment(id)}/transitiveMembers${query({ $select: 'id,displayName,mail,jobTitle', $top: 999 })}`;
  const { values } = await readPages(graph.send, { doing: 'read who is in a group of the school', right: 'groups', method: 'GET', path }, member);
  return values.filter((one) => one['@odata.type'] === '#microsoft.graph.user');
}

function addRole(found: Map<string, SchoolPerson>, one: Member, role: Role): void {
  const known = found.get(one.id);
  if (known === undefined) {
    found.set(one.id, { oid: one.id, displayName: one.displayName ?? '', mail: one.mail ?? '', jobTitle: one.jobTitle ?? '', roles: [role] });
  } else if (!known.roles.includes(role)) known.roles.push(role);
}
