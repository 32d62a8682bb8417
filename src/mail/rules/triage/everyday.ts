import type { Answer } from '../model/ask-model.ts';
import type { MailWords } from '../words/mail-words.ts';
import { findPhrases, hasPhrase } from '../words/phrases.ts';
import { complaintIn } from './complaint-or-request.ts';
import { scoreOf, topicOf } from './topic.ts';
import type { Triage, TriageInput } from './verdict.ts';

const english = new Set(['the', 'and', 'to', 'a', 'of', 'i', 'is', 'it', 'in', 'for', 'you', 'my', 'we', 'on', 'be', 'have', 'with', 'that', 'this', 'at', 'are', 'was', 'will', 'can', 'please', 'has', 'not', 'if', 'she', 'he', 'her', 'his', 'your', 'but', 'from', 'so', 'me', 'an', 'our', 'as', 'or', 'by', 'do', 'all', 'up', 'out', 'they', 'there', 'would', 'been', 'had', 'hi', 'hello', 'thanks', 'thank', 'today']);
/** Where the model keeps watch, any word of school life will do. */
const schoolLife = { id: 'everyday', sentence: 'It is about everyday school life.' };

export function ofEveryday(input: TriageInput, text: string, withGroup: boolean, words: MailWords, answer: Answer | null): Triage | null {
  const topic = topicOf(text, words) ?? (answer !== null && hasPhrase(text, words.lists['school-life']) ? schoolLife : null);
  if (topic === null || (withGroup && hasPicture(input) && topic.id !== 'thanks')) return null;
  if (answer === null ? isUneasy(text, topic.id, words) || (isForeign(text) && scoreOf(text, topic.id, words) < 2) : isForeign(text) && topic === schoolLife) return null;
  return { route: 'not-a-concern', priority: 'PX', clauses: [], reason: topic.sentence };
}

/** Everyday by the lists alone: a topic, and nothing uneasy. */
export function isCalm(text: string, words: MailWords): boolean {
  const topic = topicOf(text, words);
  return topic !== null && !isUneasy(text, topic.id, words);
}

/** Something in it is not everyday. A supplier's or a seller's hard words are theirs. */
function isUneasy(text: string, topic: string, words: MailWords): boolean {
  if (topic === 'advert' || topic === 'invoice' || topic === 'application') return complaintIn(text, 'worry', words) !== null;
  const friends = [...findPhrases(text, words.lists['no-unease']), ...(topic === 'thanks' ? findPhrases(text, words.lists.chat) : [])];
  return findPhrases(text, words.lists.unease).some((hit) => !friends.some((friend) => friend.start < hit.end && hit.start < friend.end));
}

/** Few of the small words of English: then one everyday word is not enough to put it aside. */
function isForeign(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length >= 12 && words.filter((word) => english.has(word)).length < words.length * 0.14;
}

function hasPicture(input: TriageInput): boolean {
  return input.exhibits.some((exhibit) => /^(?:image|video|audio)\//.test(exhibit.type) || /\.(?:heic|mov|mp4|opus|zip)$/i.test(exhibit.name));
}
