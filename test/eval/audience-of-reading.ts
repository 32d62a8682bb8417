import type { Audience } from '../../src/concern/rules/concern.ts';
import type { Understanding } from '../../src/mail/rules/understanding.ts';
import { audienceOf } from '../../src/people/rules/audience.ts';
import { staff } from './read-labelled.ts';

/** Who would know of a mail so understood. */
export function audienceOfReading({ route, about }: Understanding): Audience {
  return audienceOf(route, about.map(({ oid }) => ({ oid, roles: staff.find((each) => each.oid === oid)?.roles ?? [] })));
}
