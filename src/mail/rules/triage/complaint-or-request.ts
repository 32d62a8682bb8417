import type { Answer } from '../model/ask-model.ts';
import { findRequest } from '../find-signs.ts';
import type { MailWords } from '../words/mail-words.ts';
import { findPhrases, hasPhrase } from '../words/phrases.ts';
import { short } from './clauses.ts';
import { isDoubtful } from './doubtful.ts';
import { topicOf } from './topic.ts';
import type { Triage } from './verdict.ts';

export function ofRequest(text: string, words: MailWords, answer: Answer | null): Triage | null {
  if (hasData(text, words)) return dataAnswer(text, words);
  const said = complaintIn(text, 'complaint', words) ?? worryIn(text, words);
  if (said === null) return null;
  if (hasPhrase(text, words.lists.chat) && !isComplaintProper(text, words) && !isDoubtful(answer)) return { route: 'conduct', priority: 'P2', clauses: [], reason: `It says "${short(said)}" and speaks of a group or post.` };
  return { route: 'complaint', priority: 'P3', clauses: [], reason: `It says "${short(said)}".` };
}

export function hasData(text: string, words: MailWords): boolean {
  return dataWords(text, words) !== null;
}

export function dataWords(text: string, words: MailWords): string | null {
  const friends = findPhrases(text, words.lists['no-data-request']);
  const named = findPhrases(text, words.lists['data-request']).find((hit) => !friends.some((friend) => friend.start < hit.end && hit.start < friend.end));
  return named?.quote ?? findRequest(text, words);
}

export function dataAnswer(text: string, words: MailWords): Triage {
  return { route: 'data-request', priority: 'P2', clauses: [], reason: `It says "${short(dataWords(text, words) ?? '')}"; the clock of a request may be running.` };
}

/** A lawful complaint is never misconduct because it mentions a group; what other parents do in one is. */
export function isComplaintProper(text: string, { lists }: MailWords): boolean {
  return hasPhrase(text, lists['complaint-to-the-school']) && !hasPhrase(text, lists['parents-act']);
}

/** A worry beside an absence note ("worried about her temperature") is no complaint yet. */
function worryIn(text: string, words: MailWords): string | null {
  return topicOf(text, words)?.id === 'absence' ? null : complaintIn(text, 'worry', words);
}

export function complaintIn(text: string, list: 'complaint' | 'worry', { lists }: MailWords): string | null {
  const friends = findPhrases(text, lists['no-complaint']);
  return findPhrases(text, lists[list]).find((hit) => !friends.some((friend) => friend.start < hit.end && hit.start < friend.end))?.quote ?? null;
}
