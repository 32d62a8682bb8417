import type { MailPerson } from '../../src/mail/rules/mail.ts';
import { mayKnow } from '../../src/people/rules/may-know.ts';
import type { Label } from './labels.ts';
import { staff, type Reading } from './read-labelled.ts';

/** One line of the table: which mails it counts, which of them are misses, and what is aimed for. */
export interface Figure {
  name: string;
  /** As a share of the mails that count, or as a bare number of misses. */
  shown: 'right' | 'missed' | 'number';
  aim: { atLeast: number } | { atMost: number } | null;
  counts: (reading: Reading) => boolean;
  isMiss: (reading: Reading) => boolean;
}

const urgent = (reading: Reading): boolean => ['P0', 'P1'].includes(reading.understood?.priority ?? '');
const routeIs = (reading: Reading, ...routes: string[]): boolean => routes.includes(reading.understood?.route ?? '');
const isFalse = (reading: Reading, priority: 'P0' | 'P1'): boolean => reading.understood?.priority === priority && !reading.label.priorities.includes(priority);
const isRead = (reading: Reading): boolean => reading.understood !== null;

/** The figures that are aimed for, then three to look at. */
export const figures: readonly Figure[] = [
  { name: 'could not be read', shown: 'number', aim: { atMost: 0 }, counts: () => true, isMiss: (reading) => reading.crash !== null },
  { name: 'author right among answers', shown: 'right', aim: { atLeast: 0.99 }, counts: (reading) => reading.understood?.author != null, isMiss: isWrongName },
  { name: 'wrong names shown', shown: 'number', aim: { atMost: 0 }, counts: isRead, isMiss: isWrongName },
  { name: 'no author on readable forwards', shown: 'missed', aim: { atMost: 0.05 }, counts: ({ label }) => label.forwarder !== null && label.author !== null, isMiss: (reading) => reading.understood?.author == null },
  { name: 'concerns kept from "set aside"', shown: 'right', aim: { atLeast: 0.99 }, counts: ({ label }) => !label.setAside, isMiss: (reading) => routeIs(reading, 'not-a-concern') },
  { name: 'danger found', shown: 'right', aim: { atLeast: 0.99 }, counts: ({ label }) => label.danger, isMiss: (reading) => !urgent(reading) },
  { name: 'false P0 per mail without danger', shown: 'missed', aim: { atMost: 0.002 }, counts: ({ label }) => !label.danger, isMiss: (reading) => isFalse(reading, 'P0') },
  { name: 'false P1 per mail without danger', shown: 'missed', aim: { atMost: 0.01 }, counts: ({ label }) => !label.danger, isMiss: (reading) => isFalse(reading, 'P1') },
  { name: 'danger set aside', shown: 'missed', aim: { atMost: 0 }, counts: ({ label }) => label.danger, isMiss: (reading) => routeIs(reading, 'not-a-concern') },
  { name: 'everyday mail that makes a card', shown: 'missed', aim: { atMost: 0.01 }, counts: ({ label }) => label.setAside, isMiss: (reading) => urgent(reading) || !routeIs(reading, 'not-a-concern', 'unsure') },
  { name: 'complaints filed as misconduct', shown: 'number', aim: { atMost: 0 }, counts: ({ label }) => label.complaint, isMiss: isMisfiled },
  { name: 'data requests found', shown: 'right', aim: { atLeast: 0.95 }, counts: ({ label }) => label.dataRequest, isMiss: (reading) => reading.understood?.dataRequest !== true },
  { name: 'data requests seen in other mail', shown: 'missed', aim: null, counts: ({ label }) => !label.dataRequest, isMiss: (reading) => reading.understood?.dataRequest === true },
  { name: 'office mail set aside', shown: 'right', aim: { atLeast: 0.9 }, counts: ({ label }) => label.setAside, isMiss: (reading) => !routeIs(reading, 'not-a-concern') },
  { name: 'shown to the accused', shown: 'number', aim: { atMost: 0 }, counts: ({ label }) => label.accused.length > 0, isMiss: isShownToAccused },
  { name: 'narrowed needlessly', shown: 'missed', aim: { atMost: 0.02 }, counts: ({ label }) => !label.narrow, isMiss: (reading) => isNarrowed(reading) },
  { name: 'left wide that should be narrow', shown: 'missed', aim: null, counts: ({ label }) => label.narrow, isMiss: (reading) => !isNarrowed(reading) },
  { name: 'an acceptable route', shown: 'right', aim: null, counts: isRead, isMiss: (reading) => !routeIs(reading, ...reading.label.routes) },
  { name: 'an acceptable priority', shown: 'right', aim: null, counts: isRead, isMiss: ({ label, understood }) => understood !== null && !label.priorities.includes(understood.priority) },
  { name: 'every clause suggested', shown: 'right', aim: null, counts: ({ label }) => label.clauses.length > 0, isMiss: ({ label, understood }) => !label.clauses.every((id) => understood?.clauses.some((found) => found.id === id)) },
];

function isWrongName({ label, understood }: Reading): boolean {
  const author = understood?.author ?? null;
  return author !== null && !isSame(author, label.author);
}

function isSame(found: MailPerson, wanted: Label['author']): boolean {
  if (wanted === null) return false;
  if (wanted.email !== null && found.email !== null) return wanted.email.toLowerCase() === found.email;
  return wanted.name !== null && wanted.name.toLowerCase() === found.name.toLowerCase();
}

/** A lawful complaint treated as a breach of the policy or as an allegation, where the label does not allow it. */
function isMisfiled(reading: Reading): boolean {
  return routeIs(reading, 'conduct', 'staff-conduct') && !routeIs(reading, ...reading.label.routes);
}

function isShownToAccused({ label, audience, understood }: Reading): boolean {
  if (audience === null || understood === null || understood.route === 'not-a-concern') return false;
  return staff.some((person) => label.accused.includes(person.displayName) && mayKnow(person, { audience }));
}

function isNarrowed({ audience, understood }: Reading): boolean {
  return understood !== null && understood.route !== 'not-a-concern' && audience !== null && audience.kind !== 'ordinary';
}
