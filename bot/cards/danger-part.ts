import { openAlert } from '../../src/concern/rules/alert.ts';
import { dangerQuotes, guessWords, takenWords, untakenWords } from '../../src/concern/rules/alert-words.ts';
import type { Danger } from '../../src/concern/rules/concern.ts';
import { priorityWords } from '../../src/concern/rules/screen-words.ts';
import { actionSet, box, fact, foreignText, ownText, small, type Element } from './elements.ts';
import { cutText } from './fit-card.ts';
import { buttonFor, pressButton, type Scene } from './scene.ts';

/** More than this many lines to ring stand in the tab. */
const mostRung = 6;

/** The head of an alert: how soon, the words that caused it, whom to ring, and the one button that counts. */
export function dangerPart(scene: Scene): Element[] {
  const danger = openAlert(scene.view.concern);
  return danger === null ? [] : [box([
    ownText(priorityWords[danger.priority], { size: 'ExtraLarge', weight: 'Bolder', color: 'attention', style: 'heading' }),
    ownText(untakenWords(danger), { weight: 'Bolder', spacing: 'Small' }),
    ...quoteLines(scene), small(guessWords), ...ringLines(scene), ...takeButton(scene),
  ], { style: 'attention', bleed: true })];
}

/** Once somebody has it: who, and since when. */
export function takenPart({ view }: Scene): Element[] {
  const { danger, status } = view.concern;
  const taken = danger === null || status === 'closed' ? null : takenWords(danger, view.nameOf, view.now);
  return taken === null ? [] : [ownText(taken, { weight: 'Bolder', spacing: 'Medium', color: 'good' })];
}

/** The base card's line, which everybody in the chat may read. */
export function alertLine({ priority }: Pick<Danger, 'priority'>): Element {
  return ownText(priorityWords[priority], { size: 'Large', weight: 'Bolder', color: 'attention' });
}

function quoteLines({ view, room }: Scene): Element[] {
  return dangerQuotes(view.words).map((line) => foreignText(`"${cutText(line, Math.min(room.text, 240)).text}"`));
}

function ringLines({ view }: Scene): Element[] {
  if (view.ring.length === 0) return [];
  return [ownText('Ring', { weight: 'Bolder', spacing: 'Medium' }), ...view.ring.slice(0, mostRung).map(({ who, number }) => fact(who, number))];
}

function takeButton(scene: Scene): Element[] {
  const button = buttonFor(scene, 'take-danger');
  return button === null ? [] : actionSet([pressButton(scene, button, true)]);
}
