import type { Person } from '../concern/rules/words-of-the-school.ts';
import { Fault, type Clock, type Groups, type LinkStore, type SchoolPerson } from '../ports.ts';

/** Who is of the school and which roles they hold, as the Entra groups last said. */
export interface Directory {
  /** At most five minutes old; older than that it is read before answering. */
  people(): Promise<SchoolPerson[]>;
  /** Read from Graph now: for what must not rest on a membership that has just ended. */
  peopleNow(): Promise<SchoolPerson[]>;
  /** As last read, without waiting. */
  known(): SchoolPerson[];
  personOf(oid: string): Promise<Person | null>;
  /** Display name, or words for somebody who is no longer there. Never waits. */
  nameOf(oid: string): string;
}

const freshMs = 5 * 60_000;
const kind = 'people';

/** One source for every instance: what was read last lies in `links`, and is read again when it is older than five minutes. */
export function openDirectory(groups: Groups, links: LinkStore, clock: Clock): Directory {
  let known: { at: number; people: SchoolPerson[] } = { at: 0, people: [] };
  let reading: Promise<SchoolPerson[]> | null = null;

  const readNow = async (): Promise<SchoolPerson[]> => {
    const people = await groups.people();
    if (people.length === 0) throw new Fault('The groups of the school have no members. Check the GROUP_ settings and GroupMember.Read.All.', 'never');
    known = { at: clock.machine(), people };
    await links.put(kind, 'now', known);
    return people;
  };
  const people = async (): Promise<SchoolPerson[]> => {
    if (clock.machine() - known.at < freshMs) return known.people;
    const stored = await links.get(kind, 'now') as typeof known | null | undefined;
    if (stored && stored.at > known.at) known = stored;
    if (clock.machine() - known.at < freshMs) return known.people;
    reading ??= readNow().finally(() => { reading = null; });
    return reading;
  };
  return {
    people,
    peopleNow: readNow,
    known: () => known.people,
    personOf: async (oid) => {
      const found = (await people()).find((each) => each.oid === oid);
      return found === undefined ? null : { oid, roles: found.roles };
    },
    nameOf: (oid) => (oid === 'service' ? 'Concern Desk' : known.people.find((each) => each.oid === oid)?.displayName ?? 'somebody who has left'),
  };
}
