import { goesToReporter, type Concern } from '../../concern/rules/concern.ts';
import type { Words } from '../../concern/rules/events.ts';

/**
 * Names and addresses of those who told us, and the closing note to them, are searched and read only by those who may know who they are. A person
 * whom the state no longer keeps (very many wrote) is taken for one of them.
 */
export function splitWords(concern: Concern, words: Words): { words: Words; reporterWords: Words } {
  const notes = concern.proposals.filter(goesToReporter).map((each) => `proposal.${String(each.n)}.letter.`);
  // Of a mail whose writer nobody knows, whoever may have written it; and what the office sent them by hand.
  const isTold = ([key]: [string, string]): boolean => /^(?:joined\.)?candidate\.|^by-hand\.(?:to|text|subject)$/.test(key) || notes.some((start) => key.startsWith(start)) || toldUs(concern, /^p\d+(?=\.)/.exec(key)?.[0]);
  return {
    words: Object.fromEntries(Object.entries(words).filter((each) => !isTold(each))),
    reporterWords: Object.fromEntries(Object.entries(words).filter(isTold)),
  };
}

function toldUs(concern: Concern, who: string | undefined): boolean {
  return who !== undefined && !['subject', 'recipient'].includes(concern.people[who]?.kind ?? 'reporter');
}
