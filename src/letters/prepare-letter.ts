import type { SchoolCalendar } from '../calendar/rules/school-calendar.ts';
import type { LetterOrder } from '../concern/rules/commands.ts';
import { roleWord } from '../concern/rules/screen-words.ts';
import type { Role } from '../concern/rules/words-of-the-school.ts';
import type { Settings } from '../config.ts';
import type { MailPerson } from '../mail/rules/mail.ts';
import type { SealedStore } from '../ports.ts';
import { parseLetterFields } from './parse-letter-fields.ts';
import { renderLetter } from './render-letter.ts';
import { buildLetter } from './rules/build-letter.ts';
import type { ClosingWords, LetterFields, SharedFields, WarningWords } from './rules/letter-fields.ts';
import { lintLetter } from './rules/lint-letter.ts';
import { isAddress, missingFields } from './rules/missing-fields.ts';
import { onlyPrintable } from './rules/printable.ts';
import { replyByMoved, usualReplyBy } from './rules/reply-by.ts';
import { sealLetter } from './seal-letter.ts';

/** The part of the settings that a letter shows. */
export interface LetterSettings {
  school: Pick<Settings['school'], 'name' | 'addressLines' | 'titles'>;
  mail: Pick<Settings['mail'], 'sendingMailbox' | 'schoolMailbox'>;
  calendar: SchoolCalendar;
}

export interface LetterDeps { sealed: SealedStore; settings: LetterSettings }

/** What somebody asks for who proposes a letter. An empty `replyBy` means ten school days after the letter's day. */
export type LetterAsk = {
  ref: string;
  /** The letter's number in the concern. */
  letter: number;
  /** The day on which it leaves. */
  day: string;
  /** Whoever approves signs. */
  signatory: { name: string; role: Role; title?: string };
  /** Those who told us or sent it on: they must not show in a letter to somebody else. */
  reporters: readonly MailPerson[];
} & ({ kind: 'RS1-A'; words: WarningWords } | { kind: 'CLOSE-R'; words: ClosingWords } | { kind: 'THANKS'; words: ClosingWords });

/** Sentences for the person who fills the letter in; nothing was made. */
export interface LetterProblems { problems: string[] }

/** Makes a letter from what was filled in: built, looked over, rendered and sealed, ready to be proposed. */
export async function prepareLetter(deps: LetterDeps, ask: LetterAsk): Promise<LetterOrder | LetterProblems> {
  const fields = fieldsOf(deps.settings, ask);
  if ('problem' in fields) return { problems: [fields.problem] };
  const problems = missingFields(fields.kind, { ...fields });
  return problems.length > 0 ? { problems } : makeLetter(deps, ask.letter, fields, ask.reporters);
}

/**
 * The same letter for another day: a letter prints the day it leaves. The parent keeps as much time to answer as before, counted from the new
 * day. Sender and school are as the settings say now.
 */
export async function remakeLetter(deps: LetterDeps, ref: string, letter: number, fieldsJson: string, newDay: string): Promise<LetterOrder | LetterProblems> {
  const before = parseLetterFields(fieldsJson);
  const { settings } = deps;
  const fields = { ...movedTo(before, newDay, settings.calendar), ref, from: settings.mail.sendingMailbox, replyTo: settings.mail.schoolMailbox, schoolName: settings.school.name };
  const problems = missingFields(fields.kind, { ...fields });
  // Nobody's words changed, so who told us need not be looked for again; nor are they kept with the letter.
  return problems.length > 0 ? { problems } : makeLetter(deps, letter, fields, []);
}

async function makeLetter({ sealed, settings }: LetterDeps, number: number, fields: LetterFields, reporters: readonly MailPerson[]): Promise<LetterOrder | LetterProblems> {
  const letter = buildLetter(fields);
  const problems = lintLetter(fields, letter, reporters);
  if (problems.length > 0) return { problems };
  const files = fields.kind === 'THANKS' ? null : await renderLetter(letter, { name: settings.school.name, addressLines: settings.school.addressLines });
  return {
    made: await sealLetter(sealed, fields.ref, number, letter, files),
    words: {
      'letter.to': letter.to.name, 'letter.address': letter.to.address, 'letter.subject': letter.subject, 'letter.text': letter.text,
      'letter.fields': JSON.stringify(fields),
    },
  };
}

/** For those whom the settings give no title. */
const usualTitles: Partial<Record<Role, string>> = { chair: 'Chair of Governors', governor: 'Governor' };

function fieldsOf(settings: LetterSettings, ask: LetterAsk): LetterFields | { problem: string } {
  const shared: SharedFields = {
    ref: ask.ref, day: ask.day, from: settings.mail.sendingMailbox, replyTo: settings.mail.schoolMailbox, schoolName: settings.school.name,
    signatoryName: ask.signatory.name, signatoryTitle: titleOf(settings, ask),
  };
  const to = ask.kind === 'RS1-A' ? null : { name: greetedAs(ask.words.name), email: ask.words.email };
  if (ask.kind === 'CLOSE-R') return { ...shared, kind: ask.kind, ...ask.words, ...to };
  if (ask.kind === 'THANKS') return { ...shared, kind: ask.kind, ...ask.words, ...to, safeguardingTitle: roleWord('safeguarding-lead', settings.school.titles) };
  const typed = ask.words.replyBy.trim();
  const replyBy = typed === '' ? usualReplyBy(ask.day, settings.calendar) : { day: typed };
  return 'problem' in replyBy ? replyBy : { ...ask.words, ...shared, kind: ask.kind, replyBy: replyBy.day };
}

/** Who approves a letter has an office; a thank-you is signed by anybody who may press, as they are called at the school. */
function titleOf({ school: { titles } }: LetterSettings, { kind, signatory: { role, title } }: LetterAsk): string {
  return kind === 'THANKS' ? title ?? roleWord(role, titles) : titles[role] ?? usualTitles[role] ?? '';
}

/** A name out of somebody's mail program may be an address, a row of emoji, or in a script that the letter's font does not have. */
function greetedAs(name: string): string {
  const printed = onlyPrintable(name).slice(0, 120);
  return isAddress(printed) || !/\p{L}/u.test(printed) ? 'parent or carer' : printed;
}

function movedTo(fields: LetterFields, day: string, calendar: SchoolCalendar): LetterFields {
  if (fields.kind !== 'RS1-A' || fields.day === day) return { ...fields, day };
  return { ...fields, day, replyBy: replyByMoved(fields, day, calendar) };
}
