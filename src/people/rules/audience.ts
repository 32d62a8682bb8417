import type { Audience } from '../../concern/rules/concern.ts';
import type { Role, Route } from '../../concern/rules/words-of-the-school.ts';

/** Somebody of the school whom a mail may be about, with the roles that the groups give them. `perhaps`: too little to close more than their own door. */
export interface MaybeAbout { oid: string; roles: readonly Role[]; certainty?: 'named' | 'maybe' | 'perhaps' }

/** What else a mail says of it: staff accused whom it does not name; parents' misconduct; who of the school is hurt by it. */
export interface AlsoSaid { unnamed?: boolean; conduct?: boolean; hurt?: readonly MaybeAbout[] }

const ordinaryRoles: readonly Role[] = ['slt', 'head', 'office', 'safeguarding-lead', 'executive-head'];
/** Offices of which a school mostly has one: whoever is left out takes the office with them, so that nothing waits for somebody who is not told. */
const heldByOne: readonly Role[] = ['head', 'executive-head', 'safeguarding-lead', 'chair'];
/** Who comes next where head and safeguarding lead are left out. */
const nextInChain: readonly Role[] = ['executive-head', 'chair'];
/** Where so many may be meant, leaving each out might leave nobody. */
const many = 3;

/**
 * Who may know of a new concern; in doubt the narrower path, which a person may widen later.
 * About the head or the safeguarding lead: the Executive Head, then the chair (COI1, COI6). About the Executive Head: the chair
 * (COI8). About other staff, named or not (`unnamed`): the head and the Executive Head (COI3). A governor steps back like staff (COI4).
 * Safeguarding alone is for the lead and the head; where parents' misconduct is in it (`conduct`), for all who deal with that.
 * Whoever is only `perhaps` meant is left out, and the others know. Whoever is hurt by it may know and approves nothing of it (COI1).
 */
export function audienceOf(route: Route, about: readonly MaybeAbout[], also: AlsoSaid = {}): Audience {
  const perhaps = about.filter((each) => each.certainty === 'perhaps');
  const without = officesOf(perhaps);
  const chain = chainFor(route, about.filter((each) => each.certainty !== 'perhaps'), also);
  const left = chain.roles.filter((role) => !without.includes(role));
  const stepBack = officesOf(also.hurt ?? []);
  return {
    ...left.length > 0 ? { kind: chain.kind, roles: withGovernors(left, chain.kind, perhaps), ...perhaps.length > 0 ? { perhaps: perhaps.map((each) => each.oid) } : {} } : chainFor(route, about, also),
    not: about.map((each) => each.oid), also: [], ...without.length > 0 ? { without } : {}, ...stepBack.length > 0 ? { stepBack } : {},
  };
}

function officesOf(people: readonly MaybeAbout[]): Role[] {
  return heldByOne.filter((role) => people.some((each) => each.roles.includes(role)));
}

/** Where so many are left out of an ordinary matter, a governor is let in: a concern that nobody may see would be a lost mail. */
function withGovernors(roles: Role[], kind: Audience['kind'], leftOut: readonly unknown[]): Role[] {
  return kind === 'ordinary' && leftOut.length >= many && !roles.includes('governor') ? [...roles, 'governor'] : roles;
}

function chainFor(route: Route, accused: readonly MaybeAbout[], also: AlsoSaid): Pick<Audience, 'kind' | 'roles'> {
  const touches = (role: Role): boolean => accused.some((each) => each.roles.includes(role));
  if (touches('executive-head')) return { kind: 'conflict', roles: withoutRoles(['chair'], touches) };
  if (touches('head') || touches('safeguarding-lead')) return { kind: 'conflict', roles: withoutRoles(['executive-head', 'chair'], touches) };
  if (touches('chair')) return { kind: 'conflict', roles: ['executive-head', 'head'] };
  if (accused.length > 0 || also.unnamed === true || route === 'staff-conduct') return { kind: 'staff', roles: ['head', 'executive-head'] };
  if (route === 'safeguarding' && also.conduct !== true) return { kind: 'safeguarding', roles: ['safeguarding-lead', 'head'] };
  return { kind: 'ordinary', roles: [...ordinaryRoles] };
}

/** Nobody is left out: it may stand where all leaders look, in the list, the folder, Planner and a shared chat. */
export function isOpen({ kind, not }: Audience): boolean {
  return kind === 'ordinary' && not.length === 0;
}

/** Where everybody in the chain may be meant, the governors who are not: a concern that nobody may see would be a lost mail. */
function withoutRoles(roles: Role[], touches: (role: Role) => boolean): Role[] {
  const left = roles.filter((role) => !touches(role));
  return left.length > 0 ? left : ['governor'];
}

/** The narrower of two: what a later mail adds may take people out, never bring them in. */
export function narrower(now: Audience, later: Audience): Audience {
  const offices = { ...both('without', now, later), ...both('stepBack', now, later) };
  if (isOpen(later)) return { ...now, ...offices };
  const not = [...new Set([...now.not, ...later.not])];
  const kind = now.kind === 'ordinary' || later.kind === 'conflict' ? later.kind : now.kind;
  const perhaps = not.filter((oid) => [now, later].every((each) => !each.not.includes(oid) || each.perhaps?.includes(oid) === true));
  return { kind, roles: withGovernors(rolesOfBoth(now, later), kind, not), not, also: now.also.filter((oid) => !not.includes(oid)), ...offices, ...perhaps.length > 0 ? { perhaps } : {} };
}

function both(name: 'without' | 'stepBack', now: Audience, later: Audience): Partial<Record<typeof name, Role[]>> {
  const offices = [...new Set([...now[name] ?? [], ...later[name] ?? []])];
  return offices.length > 0 ? { [name]: offices } : {};
}

/**
 * Whom both would let know, without the offices that either left out. Where that is nobody: two conflicts together leave only the governors
 * (each chain was cut for its own reason), a conflict is not opened again by a later mail that names nobody, a narrow matter goes on to the next
 * in the chain and never to all leaders because of an ordinary mail, and anything else gives way.
 */
function rolesOfBoth(now: Audience, later: Audience): Role[] {
  const without = both('without', now, later).without ?? [];
  const among = (roles: readonly Role[]): Role[] => roles.filter((role) => !without.includes(role));
  const shared = among(now.kind === 'ordinary' ? later.roles : now.roles.filter((role) => later.roles.includes(role)));
  if (shared.length > 0) return shared;
  const left = now.kind !== 'conflict' ? among(later.kind === 'ordinary' ? nextInChain : later.roles) : later.kind === 'conflict' ? [] : among(now.roles);
  return left.length > 0 ? left : ['governor'];
}
