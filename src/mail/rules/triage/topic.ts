import { findPhrases, phraseList } from '../words/phrases.ts';
import { everydayTopics, type Topic } from '../words/topics.ts';

const topics = everydayTopics.map((topic) => ({ topic, pattern: phraseList(topic.phrases) }));

/** The topic with most phrases wins, so that "thank you" at the end of an absence note stays an absence. */
export function topicOf(text: string): Topic | null {
  const scored = topics.map(({ topic, pattern }) => ({ topic, score: findPhrases(text, pattern).length })).filter((each) => each.score > 0);
  return scored.sort((one, other) => other.score - one.score)[0]?.topic ?? null;
}

/** How many phrases of one topic stand in it. */
export function scoreOf(text: string, id: string): number {
  return topics.filter(({ topic }) => topic.id === id).reduce((sum, { pattern }) => sum + findPhrases(text, pattern).length, 0);
}
