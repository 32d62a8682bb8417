import type { Answer } from '../model/ask-model.ts';
import { findPhrases, hasPhrase, phraseList } from '../words/phrases.ts';
import { everydayWords, type Topic } from '../words/topics.ts';
import { easeFriends, unease } from '../words/unease.ts';
import { chatWords, complaintIn, worry } from './complaint-or-request.ts';
import { scoreOf, topicOf } from './topic.ts';
import type { Triage, TriageInput } from './verdict.ts';

const uneasy = phraseList(unease);
const ease = phraseList(easeFriends);
const english = new Set(['the', 'and', 'to', 'a', 'of', 'i', 'is', 'it', 'in', 'for', 'you', 'my', 'we', 'on', 'be', 'have', 'with', 'that', 'this', 'at', 'are', 'was', 'will', 'can', 'please', 'has', 'not', 'if', 'she', 'he', 'her', 'his', 'your', 'but', 'from', 'so', 'me', 'an', 'our', 'as', 'or', 'by', 'do', 'all', 'up', 'out', 'they', 'there', 'would', 'been', 'had', 'hi', 'hello', 'thanks', 'thank', 'today']);
const everyday = phraseList(everydayWords);
/** Where the model keeps watch, any word of school life will do. */
const schoolLife: Topic = { id: 'everyday', sentence: 'It is about everyday school life.', phrases: everydayWords };

export function ofEveryday(input: TriageInput, text: string, withGroup: boolean, answer: Answer | null): Triage | null {
  const topic = topicOf(text) ?? (answer !== null && hasPhrase(text, everyday) ? schoolLife : null);
  if (topic === null || (withGroup && hasPicture(input) && topic.id !== 'thanks')) return null;
  if (answer === null ? isUneasy(text, topic.id) || (isForeign(text) && scoreOf(text, topic.id) < 2) : isForeign(text) && topic === schoolLife) return null;
  return { route: 'not-a-concern', priority: 'PX', clauses: [], reason: topic.sentence };
}

/** Everyday by the lists alone: a topic, and nothing uneasy. */
export function isCalm(text: string): boolean {
  const topic = topicOf(text);
  return topic !== null && !isUneasy(text, topic.id);
}

/** Something in it is not everyday. A supplier's or a seller's hard words are theirs. */
function isUneasy(text: string, topic: string): boolean {
  if (topic === 'advert' || topic === 'invoice' || topic === 'application') return complaintIn(text, worry) !== null;
  const friends = [...findPhrases(text, ease), ...(topic === 'thanks' ? findPhrases(text, chatWords) : [])];
  return findPhrases(text, uneasy).some((hit) => !friends.some((friend) => friend.start < hit.end && hit.start < friend.end));
}

/** Few of the small words of English: then one everyday word is not enough to put it aside. */
function isForeign(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length >= 12 && words.filter((word) => english.has(word)).length < words.length * 0.14;
}

function hasPicture(input: TriageInput): boolean {
  return input.exhibits.some((exhibit) => /^(?:image|video|audio)\//.test(exhibit.type) || /\.(?:heic|mov|mp4|opus|zip)$/i.test(exhibit.name));
}
