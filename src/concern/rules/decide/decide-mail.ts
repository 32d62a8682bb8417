import { narrower } from '../../../people/rules/audience.ts';
import { movedOn, type Refusal } from '../allowed.ts';
import type { PersonCommand, ServiceCommand, UnderstoodMail } from '../commands.ts';
import { keptPeople, type Concern, type ConcernPerson } from '../concern.ts';
import { already, events, refused, type Decision, type Happening } from './decision.ts';
import type { Words } from '../events.ts';

/** A transaction holds at most 40 events; the rest of a mail's exhibits follow in later commits. */
export const exhibitsAtOnce = 30;

export const attachmentsStillKept: Refusal = { sentence: 'The attachments of an earlier email are still being kept. This one is added in a moment.' };

export function raise(mail: UnderstoodMail): Decision {
  const { people, words } = numbered(mail, 0);
  return events(
    { data: { type: 'concern-raised', mail: mail.mail, route: mail.route, priority: mail.priority, clauses: mail.clauses, audience: mail.audience,
      people, toCome: remaining(mail.mail, mail.exhibits.length, mail.exhibitsInAll), sender: mail.sender, ...requestOf(mail) }, words },
    ...exhibitEvents(mail.exhibits, 0),
  );
}

export function join(concern: Concern, mail: UnderstoodMail): Decision {
  // One mail's attachments at a time: the state remembers which are still to come, and those of two would overwrite each other.
  if (concern.toCome !== null && mail.exhibits.length < mail.exhibitsInAll) {
    return refused(attachmentsStillKept);
  }
  const { people, words } = numbered(mail, peopleBefore(concern));
  return events(
    { data: { type: 'mail-joined', mail: mail.mail, people, audience: narrower(concern.audience, mail.audience),
      toCome: remaining(mail.mail, mail.exhibits.length, mail.exhibitsInAll), priority: mail.priority, sender: mail.sender, ...requestOf(mail) }, words },
    ...exhibitEvents(mail.exhibits, concern.exhibits),
  );
}

function requestOf({ request, requestSince }: UnderstoodMail): Pick<UnderstoodMail, 'request' | 'requestSince'> {
  return request === null || requestSince === undefined ? { request } : { request, requestSince };
}

/** No number is given twice, even when the state keeps no more people: a name must not turn up under somebody else's. A mail has at most two. */
function peopleBefore({ people, mails }: Concern): number {
  const known = Object.keys(people).length;
  return known < keptPeople ? known : keptPeople + 2 * mails;
}

/** The people of a mail become p1, p2 … of the concern, in the state and in the words alike. */
function numbered(mail: UnderstoodMail, before: number): { people: Record<string, ConcernPerson>; words: Words } {
  const number = new Map(Object.keys(mail.people).map((key, index) => [key, `p${String(before + index + 1)}`]));
  const people = Object.fromEntries(Object.entries(mail.people).map(([key, person]) => [number.get(key) ?? key, person]));
  const words = Object.fromEntries(Object.entries(mail.words).map(([key, text]) => {
    const [who = '', ...rest] = key.split('.');
    return [rest.length > 0 && number.has(who) ? [number.get(who), ...rest].join('.') : key, text];
  }));
  return { people, words };
}

function remaining(mail: string, next: number, of: number): Concern['toCome'] {
  return next < of ? { mail, next, of } : null;
}

function exhibitEvents(exhibits: readonly UnderstoodMail['exhibits'][number][], before: number): Happening[] {
  return exhibits.map((each, index) => ({
    data: { type: 'exhibit-added', exhibit: before + index + 1, mail: each.mail, sha256: each.sha256, bytes: each.bytes, media: each.media, inline: each.inline },
    words: { name: each.name },
  }));
}

/** Somebody answered from school@ without us: it stands with the concern, and whoever writes next has to have seen it. */
export function sentByHand(ask: Extract<ServiceCommand, { verb: 'record-sent-by-hand' }>, concern: Concern): Decision {
  return events({ data: { type: 'sent-by-hand-found', mail: ask.mail, sentBy: ask.sentBy, sentAt: ask.sentAt }, words: ask.words }, ...exhibitEvents(ask.exhibits, concern.exhibits));
}

/** A person says who wrote a mail of which nobody could tell. */
export function sayWhoWrote(concern: Concern, ask: Extract<PersonCommand, { verb: 'say-who-wrote' }>): Decision {
  if (!concern.unnamed.includes(ask.mail)) return refused(movedOn);
  const key = `p${String(peopleBefore(concern) + 1)}`;
  return events({
    data: { type: 'author-said', mail: ask.mail, people: { [key]: { kind: 'reporter', oid: null } } },
    // Of which mail, so that the name is taken out of what others read of it.
    words: { [`${key}.name`]: ask.name.trim().slice(0, 200), [`${key}.address`]: ask.address.trim().toLowerCase().slice(0, 320), [`${key}.of`]: ask.mail, [`${key}.how`]: 'Somebody at school said so' },
  });
}

export function addExhibits(concern: Concern, ask: Extract<ServiceCommand, { verb: 'add-exhibits' }>): Decision {
  if (concern.toCome?.mail !== ask.mail || concern.toCome.next !== ask.from) return already;
  return events(...exhibitEvents(ask.exhibits, concern.exhibits),
    { data: { type: 'exhibits-continued', toCome: remaining(ask.mail, ask.from + ask.exhibits.length, ask.of) } });
}
