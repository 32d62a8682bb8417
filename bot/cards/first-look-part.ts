import { priorityWords, routeWords } from '../../src/concern/rules/screen-words.ts';
import { priorities, routes } from '../../src/concern/rules/words-of-the-school.ts';
import { clausesChoice } from './clauses-choice.ts';
import { actionSet, choiceInput, execute, heading, small, toggle, type Element } from './elements.ts';
import { buttonFor, field, pressData, type Scene } from './scene.ts';

const clausesPanel = 'first-look-clauses';

/** The first step: what kind of matter, how soon, which parts of the policy. Everything is filled in as it was read; a person decides. */
export function firstLookPart(scene: Scene): Element[] {
  const button = buttonFor(scene, 'take-first-look');
  if (button === null) return [];
  const { concern } = scene.view;
  const route = field(scene, 'take-first-look', 'route', concern.route);
  const priority = field(scene, 'take-first-look', 'priority', concern.priority);
  return [
    heading('Take the first look'),
    small('Change what was read wrongly. Whoever takes the first look leads on it.'),
    choiceInput(route.id, 'What is it?', routes.map((id) => ({ title: routeWords[id], value: id })), '', route.value),
    choiceInput(priority.id, 'How soon?', priorities.map((id) => ({ title: priorityWords[id], value: id })), '', priority.value),
    clausesChoice(scene, 'take-first-look', 'clauses', { id: clausesPanel, label: 'Parts of the policy that it touches', open: scene.options.open === 'take-first-look' }),
    ...actionSet([execute(button.label, pressData(scene, button), { primary: true, inputs: true }), toggle('Parts of the policy', clausesPanel)]),
  ];
}
