import { loadMailWords } from '../../src/mail/load-words/load-mail-words.ts';
import type { ReadingContext, StaffEntry } from '../../src/mail/rules/understanding.ts';

const person = (n: number, displayName: string, jobTitle: string, roles: StaffEntry['roles']): StaffEntry => ({
  oid: `00000000-0000-4000-8000-00000000000${String(n)}`, displayName, jobTitle, roles: [...roles, 'staff'],
  mail: `${displayName.toLowerCase().replace(' ', '.')}@grove.example`,
});

/** The invented staff of Grove, as the groups would list them. */
export const staff = {
  olive: person(1, 'Olive Marsh', 'Office manager', ['office']),
  daniel: person(2, 'Daniel Okafor', 'Deputy head', ['slt']),
  priya: person(3, 'Priya Raman', 'Assistant head', ['slt']),
  helen: person(4, 'Helen Whitlock', 'Head teacher', ['head', 'slt']),
  marcus: person(5, 'Marcus Bell', 'Executive Head Teacher', ['executive-head']),
  sara: person(6, 'Sara Lindqvist', 'Safeguarding lead', ['safeguarding-lead', 'slt']),
  tom: person(7, 'Tom Ashby', 'Teacher', []),
  gwen: person(8, 'Gwen Adeyemi', 'Chair of governors', ['chair', 'governor']),
};

/** The words that are shipped. */
export const words = loadMailWords(null);

export const grove: ReadingContext = { staffDomains: ['grove.example'], staff: Object.values(staff), schoolCode: 'GRV', words };

export function namesOf(people: readonly { oid: string; certainty?: string }[]): string[] {
  return people.map((each) => {
    const name = Object.values(staff).find((entry) => entry.oid === each.oid)?.displayName.split(' ')[0] ?? '?';
    return each.certainty === 'maybe' || each.certainty === 'perhaps' ? `${name}?` : name;
  });
}
