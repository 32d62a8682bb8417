import { outcomeWords, roleWord } from '../../src/concern/rules/screen-words.ts';
import { outcomes, roles } from '../../src/concern/rules/words-of-the-school.ts';
import { actionSet, choiceInput, openUrl, small, textInput, type Action, type Element } from './elements.ts';
import { buttonFor, field, form, type Scene } from './scene.ts';

/** What can be done at any time: a note, letting somebody know, closing; and the way into the tab. */
export function sidePart(scene: Scene): Element[] {
  const forms = [noteForm(scene), letKnowForm(scene), closeForm(scene)].filter((each) => each !== null);
  const actions: Action[] = [...forms.map((each) => each.opener), openUrl('Open in the tab', scene.options.deepLink)];
  return [...actionSet(actions, { separator: true, spacing: 'Large' }), ...forms.map((each) => each.panel)];
}

type Form = ReturnType<typeof form>;

function noteForm(scene: Scene): Form | null {
  const button = buttonFor(scene, 'add-note');
  if (button === null) return null;
  const note = field(scene, 'add-note', 'note');
  return form(scene, button, 'Staff note (may be disclosed)', [
    small('A parent can ask for what we hold about them. Write what they could read.'),
    textInput(note.id, 'Note', { ...note.value, isMultiline: true }),
  ], 'Keep the note');
}

function letKnowForm(scene: Scene): Form | null {
  const button = buttonFor(scene, 'let-know');
  const { audience } = scene.view.concern;
  const others = roles.filter((role) => !audience.roles.includes(role) && role !== 'staff');
  if (button === null || others.length === 0) return null;
  const role = field(scene, 'let-know', 'role', others[0]);
  const reason = field(scene, 'let-know', 'reason');
  return form(scene, button, 'Let somebody else know', [
    choiceInput(role.id, 'Who', others.map((id) => ({ title: roleWord(id, scene.view.titles), value: id })), '', role.value),
    textInput(reason.id, 'Why they need to know', { ...reason.value, isMultiline: true }),
  ], 'Let them know');
}

function closeForm(scene: Scene): Form | null {
  const button = buttonFor(scene, 'close');
  if (button === null) return null;
  const outcome = field(scene, 'close', 'outcome', 'resolved');
  const reason = field(scene, 'close', 'reason');
  return form(scene, button, 'Close this concern', [
    choiceInput(outcome.id, 'How it ended', outcomes.map((id) => ({ title: outcomeWords[id], value: id })), '', outcome.value),
    textInput(reason.id, 'In a sentence', { ...reason.value, isMultiline: true }),
  ], 'Close it');
}
