import { clauseWord } from '../../src/concern/rules/screen-words.ts';
import { clauseIds, type ClauseId } from '../../src/concern/rules/words-of-the-school.ts';
import { box, choiceInput, type Element } from './elements.ts';
import { field, type Scene } from './scene.ts';

/** Parts of the policy to tick, those found first. Twenty boxes would push the button off a phone's screen, so they open on a press. */
export function clausesChoice(scene: Scene, verb: 'take-first-look' | 'propose', name: string, panel: { id: string; label: string; open: boolean }): Element {
  const found = scene.view.concern.clauses;
  const ordered: ClauseId[] = [...found, ...clauseIds.filter((id) => !found.includes(id))];
  const { id, value } = field(scene, verb, name, found.join(','));
  const choices = ordered.map((each) => ({ title: clauseWord(each), value: each }));
  return box([choiceInput(id, panel.label, choices, '', { ...value, isMultiSelect: true, style: 'expanded' })], { id: panel.id, isVisible: panel.open });
}
