import { stringify } from 'yaml';
import { people, tenantId } from '../seed/people.ts';
import type { Person } from '../tenant.ts';

/**
 * The Playground's own file: its user is the school's head, so that what the bot knows of people holds there too. It ends without a word
 * where a part is missing or not exactly five others are named, so all are, though the bot answers in people's own chats alone.
 */
export function playgroundConfig(name = 'Helen Whitlock'): string {
  const staff = people.filter((person) => !person.outside);
  const current = staff.find((each) => each.displayName === name);
  if (current === undefined) throw new Error(`Nobody of the invented school is called ${name}.`);
  return stringify({
    version: '0.1.1', tenantId,
    bot: { id: '00000000-0000-4000-8000-00000000b070', name: 'Concern Desk' },
    currentUser: userOf(current), users: staff.filter((each) => each !== current).slice(0, 5).map(userOf), personalChat: { id: 'personal-chat' },
    groupChat: { id: 'group-chat', name: 'Group chat' },
    team: { id: 'team', name: 'Team', aadGroupId: '00000000-0000-4000-8000-0000000000e1', channels: [{ id: 'channel', name: 'General' }] },
  });
}

/** `userPrincipleName` is the Playground's own spelling. */
function userOf(person: Person): Record<string, string> {
  const [givenName = '', surname = ''] = person.displayName.split(' ');
  return { id: `29:${person.oid}`, name: person.displayName, userPrincipleName: person.mail, aadObjectId: person.oid, givenName, surname, email: person.mail };
}
