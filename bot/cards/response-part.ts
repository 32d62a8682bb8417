import { responseWord } from '../../src/concern/rules/screen-words.ts';
import { responseIds, type Choosable } from '../../src/concern/rules/words-of-the-school.ts';
import { responses } from '../../src/responses/rules/responses.ts';
import { actionSet, choiceInput, execute, foreignText, heading, list, ownText, small, type Action, type Element } from './elements.ts';
import { inputId } from './card-press.ts';
import type { Scene } from './scene.ts';

/** Choosing only opens the guide: when it fits, when not, what comes first. Nothing is proposed yet. */
export function chooseResponsePart(scene: Scene): Element[] {
  const choices = responseIds.map((id) => ({ title: responses[id].label, value: id }));
  return [
    heading('Choose a response'),
    small('No order, and more than one is possible. You see first when it fits and what to do before.'),
    // Nothing is chosen beforehand: the first of a list is a nudge.
    choiceInput(inputId('show-response', 'response'), 'Response', choices, '', { placeholder: 'Choose one' }),
    ...actionSet([execute('Look at it', { verb: 'show-response', ref: scene.view.concern.ref }, { primary: true, inputs: true })]),
  ];
}

export function showResponseButton(scene: Scene, response: Choosable, title: string): Action {
  return execute(title, { verb: 'show-response', ref: scene.view.concern.ref, response });
}

/** What the school's guide says of one response. */
export function guidePart(response: Choosable): Element[] {
  if (response === 'closing-note') return closingGuide;
  const guide = responses[response];
  return [
    heading(guide.label),
    guide.quote === null ? small('School practice: the policy does not mention it.') : foreignText(`The policy: "${guide.quote}"`, { isSubtle: true }),
    ...list('When it fits', guide.when), ...list('When not', guide.notWhen), ...list('Before you do', guide.beforeYouDo), ...list('Keep in mind', guide.warnings),
  ];
}

const closingGuide: Element[] = [
  heading(responseWord('closing-note')),
  ownText('A short, neutral note to the person who told us: that it was looked into, that we cannot share details about other families, and whom to tell if it happens again.'),
];
