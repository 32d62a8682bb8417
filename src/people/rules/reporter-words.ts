import { goesToReporter, type Concern } from '../../concern/rules/concern.ts';
import type { Words } from '../../concern/rules/events.ts';
import { withoutTraces } from '../../evidence/rules/person-traces.ts';
import { personWhoToldUs } from '../../evidence/rules/signature.ts';
import type { MailPerson } from '../../mail/rules/mail.ts';

/**
 * Names and addresses of those who told us, and the closing note to them, are searched and read only by those who may know who they are. A person
 * whom the state no longer keeps (very many wrote) is taken for one of them.
 */
export function splitWords(concern: Concern, words: Words): { words: Words; reporterWords: Words } {
  const notes = concern.proposals.filter(goesToReporter).map((each) => `proposal.${String(each.n)}.letter.`);
  // Of a mail whose writer nobody knows, whoever may have written it; and what the office sent them by hand.
  const isTold = ([key]: [string, string]): boolean => /^(?:joined\.)?candidate\.|^by-hand\.(?:to|text|subject)$/.test(key) || notes.some((start) => key.startsWith(start)) || toldUs(concern, /^p\d+(?=\.)/.exec(key)?.[0]);
  const open = Object.entries(words).filter((each) => !isTold(each));
  return {
    words: Object.fromEntries(open.map(([key, text]) => [key, isOfMail(key) ? withoutNames(text, namesIn(concern, words, key.startsWith('joined.'))) : text])),
    reporterWords: Object.fromEntries(Object.entries(words).filter(isTold)),
  };
}

/** Who is known now to have written a mail of which nobody could tell at first, and while nobody says, who may have. */
export interface LaterNames { said: readonly MailPerson[]; candidates: readonly MailPerson[] }

const nameHeldBack = '[a name held back]';

/** A mail's words as others read them: those who told us were taken out when it came in, these only became known later. */
export function withoutNames(text: string, { said, candidates }: LaterNames): string {
  return withoutTraces(withoutTraces(text, said, personWhoToldUs), candidates, nameHeldBack);
}

export interface Candidate extends MailPerson { n: number }

/** As their numbered words give them: `candidate.1.name`, `candidate.1.address` … */
export function candidatesIn(words: Words, prefix = ''): Candidate[] {
  return [1, 2, 3, 4, 5].flatMap((n) => {
    const { name, email } = personIn(words, `${prefix}candidate.${String(n)}`);
    return name === '' && email === null ? [] : [{ n, name, email }];
  });
}

function namesIn(concern: Concern, words: Words, joined: boolean): LaterNames {
  const said = Object.keys(words).flatMap((key) => {
    const who = /^(p\d+)\.of$/.exec(key)?.[1];
    return who !== undefined && (words[key] === concern.mail) !== joined ? [personIn(words, who)] : [];
  });
  return { said, candidates: candidatesIn(words, joined ? 'joined.' : '') };
}

function personIn(words: Words, key: string): MailPerson {
  return { name: words[`${key}.name`] ?? '', email: words[`${key}.address`] || null };
}

function isOfMail(key: string): boolean {
  return /^(?:joined\.)?(?:subject|summary|reason|comment|danger|quote\.\w+)$/.test(key);
}

function toldUs(concern: Concern, who: string | undefined): boolean {
  return who !== undefined && !['subject', 'recipient'].includes(concern.people[who]?.kind ?? 'reporter');
}
