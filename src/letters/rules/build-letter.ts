import { formatDay } from '../../calendar/rules/london-time.ts';
import { clauses } from '../../responses/rules/clauses.ts';
import type { LetterKind } from '../../responses/rules/responses.ts';
import type { LetterFields } from './letter-fields.ts';
import { asSentence, mergeWords, tidyWords } from './merge-words.ts';
import { wording, type WordingParagraph } from './wording.ts';

/** A letter as it will be printed and sent, every word of it. */
export interface LetterModel {
  kind: LetterKind;
  ref: string;
  /** The day printed on it, `2026-11-30`. */
  day: string;
  from: string;
  replyTo: string;
  to: { name: string; address: string };
  subject: string;
  schoolName: string;
  /** Above the greeting; empty for none. */
  heading: string;
  /** From the greeting to the last sentence. One that begins with `• ` is an item of a list. */
  paragraphs: string[];
  close: string;
  signatory: { name: string; title: string };
  /** The whole letter as plain text: the body of the email, and what a phone shows to the person who approves it. */
  text: string;
}

/** The item of a list in a paragraph. */
export const bullet = '• ';

/** The same fields always give the same letter. Ask `missingFields` first. */
export function buildLetter(fields: LetterFields): LetterModel {
  const words = wordsOf(fields);
  const { subject, heading, greeting, paragraphs, close } = wording[fields.kind];
  const letter = {
    kind: fields.kind, ref: fields.ref, day: fields.day, from: fields.from, replyTo: fields.replyTo, to: recipientOf(fields), subject: mergeWords(subject, words),
    schoolName: fields.schoolName, heading,
    paragraphs: [mergeWords(greeting, words), ...paragraphs.flatMap((each) => paragraphsOf(each, fields, words))],
    close, signatory: { name: tidyWords(fields.signatoryName), title: tidyWords(fields.signatoryTitle) },
  };
  return { ...letter, text: plainText(letter) };
}

function recipientOf(fields: LetterFields): LetterModel['to'] {
  const [name, address] = fields.kind === 'RS1-A' ? [fields.parentName, fields.parentEmail] : [fields.name, fields.email];
  return { name: tidyWords(name), address: address.trim() };
}

/** Words for the {braces}, as a letter prints them. */
function wordsOf(fields: LetterFields): Record<string, string> {
  const shared = { ref: fields.ref, schoolName: fields.schoolName };
  if (fields.kind === 'CLOSE-R') return { ...shared, name: tidyWords(fields.name) };
  if (fields.kind === 'THANKS') return { ...shared, safeguardingTitle: lowerFirst(tidyWords(fields.safeguardingTitle)) };
  return {
    ...shared,
    parentName: tidyWords(fields.parentName),
    groupType: tidyWords(fields.groupType),
    incidentDates: tidyWords(fields.incidentDates),
    summary: asSentence(fields.summary),
    ownWords: tidyWords(fields.ownWords ?? '').replace(/^["“”«»]+|["“”«»]+$/g, ''),
    replyBy: formatDay(fields.replyBy),
    contactName: tidyWords(fields.contactName),
    meetingOffer: asSentence(fields.meetingOffer ?? ''),
  };
}

function paragraphsOf(paragraph: WordingParagraph, fields: LetterFields, words: Record<string, string>): string[] {
  if (paragraph.onlyWith !== undefined && (words[paragraph.onlyWith] ?? '') === '') return [];
  if (paragraph.each === undefined) return [mergeWords(paragraph.text, words)];
  const chosen = fields.kind === 'RS1-A' ? fields.clauses : [];
  return chosen.map((id) => bullet + mergeWords(paragraph.text, { ...words, clauseLabel: clauses[id].label, clauseQuote: clauses[id].quote }));
}

/** "Safeguarding lead" in the middle of a sentence; "DSL" stays. */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function plainText(letter: Omit<LetterModel, 'text'>): string {
  const { signatory } = letter;
  // The thank-you is an email and no letter: it prints no day, so that it leaves as it was read whenever it leaves.
  const top = letter.kind === 'THANKS' ? [] : [[letter.heading, formatDay(letter.day), `Our reference: ${letter.ref}`].filter((line) => line !== '').join('\n')];
  return [...top, ...letter.paragraphs, `${letter.close}\n${signatory.name}\n${signatory.title}\n${letter.schoolName}`].join('\n\n');
}
