import { formatDay } from '../../calendar/rules/london-time.ts';
import { namePartsOf, tracesOf } from '../../evidence/rules/person-traces.ts';
import type { MailPerson } from '../../mail/rules/mail.ts';
import type { LetterModel } from './build-letter.ts';
import type { LetterFields, WarningFields } from './letter-fields.ts';

interface Never { found: RegExp; sentence: string }

/** Looked for in what a person typed, never in the policy's own words or in what the parent wrote. */
const never: readonly Never[] = [
  { found: /\b(criminal\w*|crimes?|illegal\w*|unlawful\w*|offences?|br(?:oke|oken|eaking|each of) the law)\b/i,
    sentence: 'Do not say that something was criminal or against the law. Say what was written.' },
  { found: /\b(libel\w*|slander\w*|defam\w*)/i, sentence: 'Do not say that something was libellous or defamatory. That is for the Trust\'s legal team, not for a letter.' },
  { found: /\b(lies?|lied|liars?|lying|untruthful)\b/i, sentence: 'Do not say that somebody lied. Say what was written.' },
  { found: /\b(police|solicitors?|lawyers?|legal action|prosecut\w*|court)\b/i, sentence: 'Do not mention the police, lawyers or legal action in a warning letter.' },
  { found: /\b(a|an|another|one|other|some|several|fellow) (parents?|carers?|mothers?|mums?|fathers?|dads?|famil(?:y|ies)|teachers?|members? of staff)\b[^.\n]{0,40}\b(told|reported|complained|showed|shown|sent|forwarded|emailed|contacted)\b/i,
    sentence: 'Do not hint at who told us. "It was reported to the school" is enough.' },
];

/**
 * What must not leave, as sentences for the person who wrote it; empty when nothing stands against it. `reporters` are those who told us.
 * Looks at what was typed, since the rest is the wording that the school chose. A small net beneath the eyes of the person who approves,
 * never instead of them.
 */
export function lintLetter(fields: LetterFields, letter: LetterModel, reporters: readonly MailPerson[]): string[] {
  if (fields.kind === 'CLOSE-R') return [];
  if (fields.kind === 'THANKS') return lintThanks(letter, reporters);
  const typed = [fields.summary, fields.groupType, fields.contactName, fields.meetingOffer ?? ''].join('\n');
  const showsReporter = reporters.some((reporter) => tracesOf(`${typed}\n${fields.ownWords ?? ''}`, withoutSharedNames(reporter, fields)).length > 0);
  const namesReplyBy = letter.paragraphs.some((paragraph) => paragraph.includes(formatDay(fields.replyBy)));
  return [
    ...(showsReporter ? ['The letter shows the name or address of the person who told us. Take it out, also where it stands in a quote.'] : []),
    ...never.filter((each) => each.found.test(`${typed}\n${fields.incidentDates}`)).map((each) => each.sentence),
    ...(namesReplyBy ? [] : ['The letter names no day by which the parent can answer. Put {replyBy} back into the wording.']),
  ];
}

/** It is read by whoever presses, who need not know whom it goes to; and somebody may have written of danger now. */
function lintThanks({ text }: LetterModel, reporters: readonly MailPerson[]): string[] {
  return [
    ...(/\b999\b/.test(text) ? [] : ['The thank-you does not say to ring 999 in danger. Put it back into the wording.']),
    ...(reporters.some(({ email }) => email !== null && text.toLowerCase().includes(email)) ? ['The thank-you shows the address of the person who told us. Take it out of the wording.'] : []),
  ];
}

/** A name that somebody else in the letter bears too (a family, a namesake, the school itself) tells nothing, and could not be avoided. */
function withoutSharedNames(reporter: MailPerson, fields: WarningFields): MailPerson {
  const parts = namePartsOf(reporter.name);
  const isContact = namePartsOf(fields.contactName).join(' ') === parts.join(' ');
  const others = [fields.parentName, fields.signatoryName, fields.schoolName, ...(isContact ? [] : [fields.contactName])];
  const borne = new Set(others.flatMap(namePartsOf));
  const isRecipient = reporter.email?.trim().toLowerCase() === fields.parentEmail.trim().toLowerCase();
  return {
    name: parts.some((part) => borne.has(part)) ? parts.filter((part) => !borne.has(part)).join(' ') : reporter.name,
    email: isRecipient ? null : reporter.email,
  };
}
