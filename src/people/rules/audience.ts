import type { Audience } from '../../concern/rules/concern.ts';
import type { Role, Route } from '../../concern/rules/words-of-the-school.ts';

/** Somebody of the school whom a mail may be about, with the roles that the groups give them. `perhaps`: too little to close more than their own door. */
export interface MaybeAbout { oid: string; roles: readonly Role[]; certainty?: 'named' | 'maybe' | 'perhaps' }

const ordinaryRoles: Role[] = ['slt', 'head', 'office', 'safeguarding-lead', 'executive-head'];

/**
 * Who may know of a new concern; in doubt the narrower path, which a person may widen later.
 * About the head or the safeguarding lead: the Executive Head, then the chair (COI1, COI6). About the Executive Head: the chair
 * (COI8). About other staff, named or not (`unnamed`): the head and the Executive Head (COI3). A governor steps back like staff (COI4).
 * Safeguarding alone is for the lead and the head; where parents' misconduct is in it (`conduct`), for all who deal with that.
 */
export function audienceOf(route: Route, about: readonly MaybeAbout[], also: { unnamed?: boolean; conduct?: boolean } = {}): Audience {
  const not = about.map((each) => each.oid);
  const accused = about.filter((each) => each.certainty !== 'perhaps');
  const touches = (role: Role): boolean => accused.some((each) => each.roles.includes(role));
  if (touches('executive-head')) return { kind: 'conflict', roles: withoutRoles(['chair'], touches), not, also: [] };
  if (touches('head') || touches('safeguarding-lead')) return { kind: 'conflict', roles: withoutRoles(['executive-head', 'chair'], touches), not, also: [] };
  if (touches('chair')) return { kind: 'conflict', roles: ['executive-head', 'head'], not, also: [] };
  if (accused.length > 0 || also.unnamed === true || route === 'staff-conduct') return { kind: 'staff', roles: ['head', 'executive-head'], not, also: [] };
  if (route === 'safeguarding' && also.conduct !== true) return { kind: 'safeguarding', roles: ['safeguarding-lead', 'head'], not, also: [] };
  return { kind: 'ordinary', roles: [...ordinaryRoles], not, also: [] };
}

/** Where everybody in the chain may be meant, the governors who are not: a concern that nobody may see would be a lost mail. */
function withoutRoles(roles: Role[], touches: (role: Role) => boolean): Role[] {
  const left = roles.filter((role) => !touches(role));
  return left.length > 0 ? left : ['governor'];
}

/** The narrower of two: what a later mail adds may take people out, never bring them in. */
export function narrower(now: Audience, later: Audience): Audience {
  if (later.kind === 'ordinary' && later.not.length === 0) return now;
  const not = [...new Set([...now.not, ...later.not])];
  return {
    kind: now.kind === 'ordinary' || later.kind === 'conflict' ? later.kind : now.kind,
    roles: rolesOfBoth(now, later), not, also: now.also.filter((oid) => !not.includes(oid)),
  };
}

/**
 * Whom both would let know. Where that is nobody: two conflicts together leave only the governors (each chain was cut for its own reason),
 * a conflict is not opened again by a later mail that names nobody, and anything else gives way to the conflict.
 */
function rolesOfBoth(now: Audience, later: Audience): Role[] {
  const both = now.kind === 'ordinary' ? later.roles : now.roles.filter((role) => later.roles.includes(role));
  if (both.length > 0) return both;
  if (now.kind !== 'conflict') return later.roles;
  return later.kind === 'conflict' ? ['governor'] : now.roles;
}
