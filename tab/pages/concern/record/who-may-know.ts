import type { Audience } from '../../../../src/concern/rules/concern.ts';
import { roleWord } from '../../../../src/concern/rules/screen-words.ts';

/** Who may know of this, as words: groups by their titles, people by name. Whom it is kept from is nobody's to read. */
export function whoMayKnow({ roles, also }: Pick<Audience, 'roles' | 'also'>, titles: Readonly<Record<string, string>>, nameOf: (oid: string) => string): string {
  return listed([...roles.map((role) => roleWord(role, titles)), ...also.map(nameOf)]);
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? 'Nobody';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
