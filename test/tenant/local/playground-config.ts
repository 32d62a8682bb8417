import { stringify } from 'yaml';
import { people, tenantId } from '../seed/people.ts';

/** The Playground's own file: its user is the school's head, so that what the bot knows of people holds there too. */
export function playgroundConfig(name = 'Helen Whitlock'): string {
  const person = people.find((each) => each.displayName === name);
  if (person === undefined) throw new Error(`Nobody of the invented school is called ${name}.`);
  const [givenName = '', surname = ''] = person.displayName.split(' ');
  return stringify({
    version: '0.1.1', tenantId,
    bot: { id: '00000000-0000-4000-8000-00000000b070', name: 'Concern Desk' },
    currentUser: {
      id: `29:${person.oid}`, name: person.displayName, userPrincipleName: person.mail, aadObjectId: person.oid, givenName, surname, email: person.mail,
    },
    users: [], personalChat: { id: 'personal-chat-with-concern-desk' },
  });
}
