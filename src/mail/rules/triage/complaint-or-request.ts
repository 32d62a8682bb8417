import type { Answer } from '../model/ask-model.ts';
import { findRequest } from '../find-signs.ts';
import { findPhrases, hasPhrase, phraseList, type PhraseList } from '../words/phrases.ts';
import { complaintFriends, complaintProper, complaintWords, dataRequest, dataRequestFriends, parentsAct, worryWords } from '../words/topics.ts';
import { short } from './clauses.ts';
import { isDoubtful } from './doubtful.ts';
import { topicOf } from './topic.ts';
import type { Triage } from './verdict.ts';

const data = phraseList(dataRequest);
const dataFriends = phraseList(dataRequestFriends);
const complaint = phraseList(complaintWords);
export const worry = phraseList(worryWords);
const proper = phraseList(complaintProper);
export const acts = phraseList(parentsAct);
const complaintFriend = phraseList(complaintFriends);
export const chatWords = phraseList(['whatsapp*', 'whatsapp group*', 'whatsapp chat*', 'whats app', 'group chat*', 'class chat*', 'class group*', 'parent* group', "parents' group", 'facebook', 'social media', 'telegram', 'instagram', 'screenshot*', 'grupo de padres', 'the group', 'the chat', 'in a group']);

export function ofRequest(text: string, answer: Answer | null): Triage | null {
  if (hasData(text)) return dataAnswer(text);
  const words = complaintIn(text, complaint) ?? worryIn(text);
  if (words === null) return null;
  if (hasPhrase(text, chatWords) && !isComplaintProper(text) && !isDoubtful(answer)) return { route: 'conduct', priority: 'P2', clauses: [], reason: `It says "${short(words)}" and speaks of a group or post.` };
  return { route: 'complaint', priority: 'P3', clauses: [], reason: `It says "${short(words)}".` };
}

export function hasData(text: string): boolean {
  return dataWords(text) !== null;
}

export function dataWords(text: string): string | null {
  const friends = findPhrases(text, dataFriends);
  const named = findPhrases(text, data).find((hit) => !friends.some((friend) => friend.start < hit.end && hit.start < friend.end));
  return named?.quote ?? findRequest(text);
}

export function dataAnswer(text: string): Triage {
  return { route: 'data-request', priority: 'P2', clauses: [], reason: `It says "${short(dataWords(text) ?? '')}"; the clock of a request may be running.` };
}

/** A lawful complaint is never misconduct because it mentions a group; what other parents do in one is. */
export function isComplaintProper(text: string): boolean {
  return hasPhrase(text, proper) && !hasPhrase(text, acts);
}

/** A worry beside an absence note ("worried about her temperature") is no complaint yet. */
function worryIn(text: string): string | null {
  return topicOf(text)?.id === 'absence' ? null : complaintIn(text, worry);
}

export function complaintIn(text: string, list: PhraseList): string | null {
  const friends = findPhrases(text, complaintFriend);
  return findPhrases(text, list).find((hit) => !friends.some((friend) => friend.start < hit.end && hit.start < friend.end))?.quote ?? null;
}
