import type { Audience } from '../../concern/rules/concern.ts';
import type { Person, Role } from '../../concern/rules/words-of-the-school.ts';

/**
 * The one question before every showing: may this person know that this concern exists?
 * Somebody whom the mail may be about never may, whatever role they hold.
 */
export function mayKnow(person: Person, concern: { audience: Audience }): boolean {
  const { audience } = concern;
  if (audience.not.includes(person.oid)) return false;
  return audience.also.includes(person.oid) || person.roles.some((role) => audience.roles.includes(role));
}

/** Who told us: by default only those who must ring back. Everybody else reads the mail without the name. */
export const mayKnowReporter: readonly Role[] = ['head', 'executive-head', 'safeguarding-lead', 'chair'];

/** The lead rings back too, so the lead sees who told us. */
export function seesReporter(person: Person, concern: { audience: Audience; lead: string | null }): boolean {
  return mayKnow(person, concern) && (concern.lead === person.oid || person.roles.some((role) => mayKnowReporter.includes(role)));
}
