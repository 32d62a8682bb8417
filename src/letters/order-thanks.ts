import type { LetterOrder } from '../concern/rules/commands.ts';
import type { Loaded } from '../concern/load-concern.ts';
import { roleWord } from '../concern/rules/screen-words.ts';
import type { Person, Role } from '../concern/rules/words-of-the-school.ts';
import type { MailPerson } from '../mail/rules/mail.ts';
import type { School } from '../school.ts';
import { prepareLetter, type LetterAsk, type LetterProblems } from './prepare-letter.ts';
import { thanksText } from './rules/thanks-text.ts';

/** Of somebody who holds several, the office that stands under the thank-you. */
const signingRoles: readonly Role[] = ['head', 'executive-head', 'safeguarding-lead', 'chair', 'governor', 'slt', 'office'];

/** The school's agreed thank-you to the person who wrote, signed by whoever presses. `day` is when it would leave; it is not printed. */
export function orderThanks(school: School, loaded: Loaded, to: MailPerson, wish: { day: string; by: Person }): Promise<LetterOrder | LetterProblems> {
  return prepareLetter({ sealed: school.stores.sealed, settings: school.settings }, {
    ref: loaded.ref, letter: loaded.concern.letterCount + 1, day: wish.day, signatory: signatoryOf(school, wish.by), reporters: [to],
    kind: 'THANKS', words: { name: to.name === '' ? to.email ?? '' : to.name, email: to.email ?? '' },
  });
}

/** Every word that would leave if this person pressed. */
export function thanksBy(school: School, ref: string, by: Person): { subject: string; text: string } {
  const { name, titles } = school.settings.school;
  const signatory = signatoryOf(school, by);
  return thanksText({ ref, schoolName: name, safeguardingTitle: roleWord('safeguarding-lead', titles), signatoryName: signatory.name, signatoryTitle: signatory.title });
}

/** With the title that the school gave the office; else as Entra says what they do: "Office manager" rather than "School office". */
function signatoryOf(school: School, by: Person): Required<LetterAsk['signatory']> {
  const { titles } = school.settings.school;
  const role = signingRoles.find((each) => by.roles.includes(each)) ?? 'office';
  const jobTitle = school.directory.known().find((each) => each.oid === by.oid)?.jobTitle.trim() ?? '';
  return { name: school.directory.nameOf(by.oid), role, title: titles[role] ?? (jobTitle === '' ? roleWord(role, titles) : jobTitle) };
}
