import type { MailWords, ReadyTopic } from '../words/mail-words.ts';
import { findPhrases } from '../words/phrases.ts';

/** The topic with most phrases wins, so that "thank you" at the end of an absence note stays an absence. */
export function topicOf(text: string, { topics }: MailWords): ReadyTopic | null {
  const scored = topics.map((topic) => ({ topic, score: findPhrases(text, topic.words).length })).filter((each) => each.score > 0);
  return scored.sort((one, other) => other.score - one.score)[0]?.topic ?? null;
}

/** How many phrases of one topic stand in it. */
export function scoreOf(text: string, id: string, { topics }: MailWords): number {
  return topics.filter((topic) => topic.id === id).reduce((sum, topic) => sum + findPhrases(text, topic.words).length, 0);
}
