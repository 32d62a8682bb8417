import { letterKindFor, needsApproval } from '../../src/concern/rules/decide/approval.ts';
import type { Choosable } from '../../src/concern/rules/words-of-the-school.ts';
import { fillIn, letterForm, type LetterField } from '../../src/letters/rules/letter-form.ts';
import { clausesChoice } from './clauses-choice.ts';
import { actionSet, dateInput, execute, heading, small, textInput, toggle, type Element } from './elements.ts';
import { cutText } from './fit-card.ts';
import { buttonFor, field, pressData, type Scene } from './scene.ts';

const clausesPanel = 'letter-clauses';

/** The form under the guide. It stands alone on the card, so what must be filled in can be asked for before anything is sent. */
export function proposePart(scene: Scene, response: Choosable): Element[] {
  const button = buttonFor(scene, 'propose');
  if (button === null) return [small('You cannot propose a response here.')];
  const kind = letterKindFor(response);
  const send = needsApproval(response) ? 'Propose this' : 'Decide this';
  return [
    ...(kind === null ? [] : [heading('The letter')]), ...(kind === 'CLOSE-R' ? [small('It goes to the person who told us, from the school\'s address.')] : []),
    ...(kind === null ? [] : letterForm[kind].map((each) => letterInput(scene, each))),
    reasonInput(scene),
    ...(needsApproval(response) ? [small('Somebody else decides it. Nothing leaves the school before that.')] : []),
    ...actionSet([
      execute(send, { ...pressData(scene, button), response }, { primary: true, inputs: true }),
      ...(kind !== null && letterForm[kind].some((each) => each.kind === 'clauses') ? [toggle('Parts of the policy', clausesPanel)] : []),
      execute('Back', { verb: 'refresh', ref: scene.view.concern.ref }),
    ]),
  ];
}

function reasonInput(scene: Scene): Element {
  const { id, value } = field(scene, 'propose', 'reason', earlier(scene, 'reason'));
  return textInput(id, 'Why this is right', { ...value, isMultiline: true, isRequired: true, errorMessage: 'Say in a sentence why this response is right.' });
}

function letterInput(scene: Scene, each: LetterField): Element {
  const { id, value } = field(scene, 'propose', `letter.${each.name}`, started(scene, each.name));
  const must = each.required ? { isRequired: true, errorMessage: fillIn(each) } : {};
  const more = { ...value, ...must };
  if (each.kind === 'clauses') return clausesChoice(scene, 'propose', `letter.${each.name}`, { id: clausesPanel, label: each.label, open: scene.view.concern.clauses.length === 0 });
  if (each.kind === 'date') return dateInput(id, each.label, more);
  return textInput(id, each.label, { ...more, ...(each.hint === undefined ? {} : { placeholder: each.hint }), ...(each.long === true ? { isMultiline: true } : {}), ...(each.kind === 'email' ? { style: 'Email' } : {}) });
}

/** A proposal that was sent back or stopped is put right, not written again: who it goes to is there already. */
function started(scene: Scene, name: string): string {
  if (name === 'parentName') return earlier(scene, 'letter.to');
  return name === 'parentEmail' ? earlier(scene, 'letter.address') : '';
}

function earlier(scene: Scene, key: string): string {
  const { concern, words } = scene.view;
  const last = concern.proposals.at(-1);
  return last !== undefined && last.response === scene.options.response && ['waiting', 'sent-back'].includes(last.status)
    ? cutText(words[`proposal.${String(last.n)}.${key}`] ?? '', 1_000).text : '';
}
