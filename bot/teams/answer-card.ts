import { randomUUID } from 'node:crypto';
import type { PressAnswer } from '../../src/concern/rules/press.ts';
import { notThere } from '../../src/concern/rules/allowed.ts';
import { newsSentence } from '../../src/concern/rules/screen-words.ts';
import type { Person } from '../../src/concern/rules/words-of-the-school.ts';
import type { AdaptiveCard } from '../../src/ports.ts';
import { buildBaseCard } from '../cards/base-card.ts';
import type { CardAction } from '../cards/card-press.ts';
import { buildConcernCard } from '../cards/concern-card.ts';
import type { ConcernCardOptions } from '../cards/scene.ts';
import { buildSentenceCard } from '../cards/sentence-card.ts';
import { buildWaitingCard, waitingRows } from '../cards/waiting-card.ts';
import type { Door } from '../door.ts';

export interface AnswerDeps {
  door: Door;
  /** Opens a concern in the tab; null: the tab itself. */
  deepLink(ref: string | null): string;
}

/** What the person sees after a press. `sentence` is said to clients that cannot show the card; `also` is posted into the chat. */
export interface CardAnswer { card: AdaptiveCard; sentence: string; also?: { card: AdaptiveCard; summary: string } }

/** Answers a press with the card as it is now. Whoever presses is asked for at the door; nothing in the card proves a right. */
export async function answerCard(deps: AnswerDeps, person: Person, userId: string, action: CardAction): Promise<CardAnswer> {
  switch (action.kind) {
    case 'waiting': return waiting(deps, person);
    case 'open': return openInChat(deps, person, userId, action.ref);
    case 'refresh': return present(deps, person, userId, action.ref, {});
    case 'show-response': return present(deps, person, userId, action.ref, action.response === null ? { notice: 'Choose a response first.' } : { response: action.response });
    case 'press': return press(deps, person, userId, action);
  }
}

async function press(deps: AnswerDeps, person: Person, userId: string, action: Extract<CardAction, { kind: 'press' }>): Promise<CardAnswer> {
  const answer = await deps.door.press(person, action.press);
  return present(deps, person, userId, action.press.ref, optionsAfter(action, answer));
}

/** What did not count keeps its form open with what was typed. */
function optionsAfter({ press: { verb, fields }, typed }: Extract<CardAction, { kind: 'press' }>, answer: PressAnswer): Extra {
  const sentence = answer.sentence ?? newsSentence(answer.news);
  if (answer.outcome === 'done') return sentence === null ? {} : { notice: sentence };
  if (answer.outcome === 'already') return { notice: sentence ?? 'That was done already. Here is how it stands.' };
  const response = verb === 'propose' ? fields['response'] : undefined;
  const guide = response === undefined || answer.outcome === 'look-first' ? {} : { response: response as NonNullable<ConcernCardOptions['response']> };
  return { notice: sentence ?? 'This has moved on. Here is the latest.', open: verb, typed, ...guide };
}

type Extra = Omit<ConcernCardOptions, 'nonce' | 'deepLink' | 'userIds'>;

async function present(deps: AnswerDeps, person: Person, userId: string, ref: string, extra: Extra): Promise<CardAnswer> {
  const view = await deps.door.view(person, ref);
  if (view === null) {
    const sentence = extra.notice ?? notThere.sentence;
    return { card: buildSentenceCard(sentence), sentence };
  }
  const card = buildConcernCard(view, { nonce: randomUUID(), deepLink: deps.deepLink(ref), userIds: [userId], ...extra });
  return { card, sentence: extra.notice ?? 'Done.' };
}

/** The list stays where it is; the concern is posted under it as everybody's card, and Teams fetches the person's own view. */
async function openInChat(deps: AnswerDeps, person: Person, userId: string, ref: string): Promise<CardAnswer> {
  const list = await waiting(deps, person);
  if (await deps.door.view(person, ref) === null) return { card: buildSentenceCard(notThere.sentence), sentence: notThere.sentence };
  return { ...list, also: { card: buildBaseCard(ref, { deepLink: deps.deepLink(ref), userIds: [userId] }), summary: `A concern: ${ref}` } };
}

async function waiting(deps: AnswerDeps, person: Person): Promise<CardAnswer> {
  const { rows, total } = await deps.door.register(person, { waitingFor: true, limit: waitingRows, offset: 0 });
  const sentence = total === 0 ? 'Nothing waits for you.' : total === 1 ? 'One thing waits for you.' : `${String(total)} things wait for you.`;
  return { card: buildWaitingCard(rows, { total, tabLink: deps.deepLink(null) }), sentence };
}
