import { formatDay, isDay } from '../../calendar/rules/london-time.ts';
import type { LetterKind } from '../../responses/rules/responses.ts';
import { unprintable } from './printable.ts';

/** A field of a letter: what to say when it is missing, and how long it may be (a letter's words share 16 KB in the log). */
interface FieldRule { field: string; missing: string; called: string; longest: number; optional?: true }

const shared: readonly FieldRule[] = [
  { field: 'ref', missing: 'The reference of the concern is missing.', called: 'The reference', longest: 40 },
  { field: 'day', missing: 'The day of the letter is missing.', called: 'The day', longest: 10 },
  { field: 'from', missing: 'The settings name no mailbox from which letters are sent.', called: 'The sending mailbox', longest: 254 },
  { field: 'schoolName', missing: 'The settings do not name the school.', called: 'The name of the school', longest: 120 },
  { field: 'signatoryName', missing: 'Say who signs the letter.', called: 'The name of the person who signs', longest: 120 },
  { field: 'signatoryTitle', missing: 'Say in which position that person signs, for example Head Teacher.', called: 'The position of the person who signs', longest: 120 },
];

const rules: Record<LetterKind, readonly FieldRule[]> = {
  'RS1-A': [
    { field: 'parentName', missing: 'Say which parent the letter goes to.', called: 'The name of the parent', longest: 120 },
    { field: 'parentEmail', missing: 'Give the email address of the parent.', called: 'The email address', longest: 254 },
    { field: 'groupType', missing: 'Say what kind of group it was, for example "class WhatsApp group".', called: 'The kind of group', longest: 120 },
    { field: 'incidentDates', missing: 'Say on which day or days it happened.', called: 'The days', longest: 200 },
    { field: 'summary', missing: 'Say in neutral words what was reported.', called: 'What was reported', longest: 1_200 },
    { field: 'ownWords', missing: '', called: 'The quote', longest: 800, optional: true },
    { field: 'replyBy', missing: 'Give the day by which the parent can answer.', called: 'The day to answer by', longest: 10 },
    { field: 'contactName', missing: 'Say whom the parent can answer.', called: 'The person to answer', longest: 120 },
    { field: 'meetingOffer', missing: '', called: 'The offer to meet', longest: 300, optional: true },
    ...shared,
  ],
  THANKS: [
    { field: 'name', missing: 'Say whom the thank-you goes to.', called: 'The name', longest: 120 },
    { field: 'email', missing: 'Give the email address of the person who wrote to us.', called: 'The email address', longest: 254 },
    { field: 'safeguardingTitle', missing: 'The settings name no safeguarding lead (TITLE_SAFEGUARDING_LEAD).', called: 'The title of the safeguarding lead', longest: 120 },
    ...shared,
  ],
  'CLOSE-R': [
    { field: 'name', missing: 'Say whom the note goes to.', called: 'The name', longest: 120 },
    { field: 'email', missing: 'Give the email address of the person who wrote to us.', called: 'The email address', longest: 254 },
    ...shared,
  ],
};

/**
 * What still has to be filled in or put right before this letter can be made, as sentences for the person who fills it in. Empty when
 * nothing is.
 */
export function missingFields(kind: LetterKind, fields: Readonly<Record<string, unknown>>): string[] {
  const problems = rules[kind].flatMap((rule) => problemOf(rule, fields[rule.field]));
  return [...problems, ...addressProblems(kind, fields), ...(kind === 'RS1-A' ? warningProblems(fields) : [])];
}

function problemOf(rule: FieldRule, value: unknown): string[] {
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '') return rule.optional ? [] : [rule.missing];
  if (text.length > rule.longest) return [`${rule.called} is too long: at most ${String(rule.longest)} characters.`];
  const strange = unprintable(text);
  return strange.length > 0 ? [`${rule.called} holds ${strange.slice(0, 3).join(' ')}, which a letter cannot print. Describe it in words instead.`] : [];
}

/** One letter, one parent: two addresses, or "Mr and Mrs", are two letters. A note goes to whoever wrote, as they call themselves. */
function addressProblems(kind: LetterKind, fields: Readonly<Record<string, unknown>>): string[] {
  const address = textOf(fields[kind === 'RS1-A' ? 'parentEmail' : 'email']);
  const name = textOf(fields[kind === 'RS1-A' ? 'parentName' : 'name']);
  return [
    ...(address !== '' && !isAddress(address) ? [`"${address}" is not one email address. A letter goes to one person.`] : []),
    ...(kind === 'RS1-A' && /[&\n]|\sand\s/i.test(name) ? ['A letter goes to one person: name one, and write to the other in a letter of their own.'] : []),
  ];
}

function warningProblems(fields: Readonly<Record<string, unknown>>): string[] {
  const { clauses, replyBy, day } = fields as Partial<Record<'clauses' | 'replyBy' | 'day', unknown>>;
  return [
    ...(Array.isArray(clauses) && clauses.length > 0 ? [] : ['Choose at least one part of the code of conduct.']),
    ...replyByProblems(textOf(replyBy), textOf(day)),
  ];
}

function replyByProblems(replyBy: string, day: string): string[] {
  if (replyBy === '') return [];
  if (!isDay(replyBy)) return [`"${replyBy}" is not a day. Write the day to answer by like 2026-12-14.`];
  return isDay(day) && replyBy <= day ? [`The day to answer by must be after ${formatDay(day)}, the day of the letter.`] : [];
}

export function isAddress(text: string): boolean {
  return /^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+\.[^\s@<>,;:"().]+$/.test(text);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
