import { letterOf, thanksOf } from '../../src/concern/rules/concern.ts';
import { letterProblemWords } from '../../src/concern/rules/screen-words.ts';
import { thanksSentence } from '../../src/concern/rules/thanks-words.ts';
import { actionSet, foreignText, ownText, small, type Element } from './elements.ts';
import { cutLines } from './fit-card.ts';
import { buttonFor, form, pressButton, type Scene } from './scene.ts';

/** "Thank you, we have it": offered quietly with every word of it; afterwards one line that it went, and Stop until then. */
export function thanksPart(scene: Scene): Element[] {
  const { concern, nameOf } = scene.view;
  const thanks = thanksOf(concern);
  const letter = thanks?.letter == null ? null : letterOf(concern, thanks.letter);
  if (thanks === null || letter === null) return offer(scene);
  const plain = (['stop-letter', 'say-it-went', 'say-it-did-not-go'] as const).flatMap((verb) => buttonFor(scene, verb, letter.n) ?? []);
  return [
    ownText(letter.status === 'unknown' ? letterProblemWords['outcome-unknown'] : thanksSentence(letter, nameOf(thanks.by)), { spacing: 'Medium', ...(letter.status === 'sent' ? { color: 'good' } : {}) }),
    ...actionSet(plain.map((button) => pressButton(scene, button))),
  ];
}

function offer(scene: Scene): Element[] {
  const button = buttonFor(scene, 'thank');
  if (button === null) return [];
  const { subject, text } = scene.view.thanks;
  // Only what is shown whole is sent from here.
  const { lines, cut } = cutLines(text, Math.min(scene.room.letter, 2_500));
  if (cut) return [small(`${button.label}: from the tab.`)];
  const { opener, panel } = form(scene, button, 'It goes to the person who told us, from the school\'s address', [
    foreignText(subject, { weight: 'Bolder' }), ...lines.map((line) => foreignText(line.text, { size: 'Small' }, line.after ? 'Small' : 'None')),
  ], 'Send the thank-you');
  return [...actionSet([opener]), panel];
}
