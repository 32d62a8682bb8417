import { notThere } from '../../src/concern/rules/allowed.ts';
import type { Person } from '../../src/concern/rules/words-of-the-school.ts';
import type { AdaptiveCard } from '../../src/ports.ts';
import { buildBaseCard } from '../cards/base-card.ts';
import { buildHelpCard } from '../cards/help-card.ts';
import { answerCard, type AnswerDeps } from './answer-card.ts';

/** A card alone with the words of its notification, or a sentence: text and card in one message would become two. */
export type ChatAnswer = { card: AdaptiveCard; summary: string } | { sentence: string };

const reference = /\b[a-z]{2,8}-\d{2}-\d{4,7}\b/i;
const askedForWaiting = /\b(wait|waiting|to ?do|pending|open|new|next|list|anything)\b/i;
const greeted = /^(hi|hello|hey|good (morning|afternoon|evening)|help|start|what can you do|\?)\b|^\?$/i;

/** What a person wrote to the bot. What is posted holds no names and no content. */
export async function answerMessage(deps: AnswerDeps, person: Person, userId: string, text: string): Promise<ChatAnswer> {
  const named = reference.exec(text)?.[0].toUpperCase();
  if (named !== undefined) {
    return await deps.door.view(person, named) === null ? { sentence: notThere.sentence }
      : { card: buildBaseCard(named, { deepLink: deps.deepLink(named), userIds: [userId] }), summary: `A concern: ${named}` };
  }
  if (greeted.test(text)) return { card: buildHelpCard({ tabLink: deps.deepLink(null) }), summary: 'What you can ask Concern Desk' };
  if (askedForWaiting.test(text)) {
    const { card, sentence } = await answerCard(deps, person, userId, { kind: 'waiting' });
    return { card, summary: sentence };
  }
  return { sentence: 'I did not understand that. Write "what is waiting?", a reference such as GRV-26-0042, or "help". Please send concerns by email to school, not here.' };
}
