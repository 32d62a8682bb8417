import { seesReporter } from '../../src/people/rules/may-know.ts';
import { candidatesIn } from '../../src/people/rules/reporter-words.ts';
import { actionSet, choiceInput, heading, small, textInput, type Element } from './elements.ts';
import { cutText } from './fit-card.ts';
import { buttonFor, field, form, type Scene } from './scene.ts';

const verb = 'say-who-wrote';

/**
 * Nobody can tell from an email who wrote it: a person is asked, with those who may have for whoever may know them. Who may not is only
 * told that the question is open, and can answer it all the same: the office has seen the paper that was scanned.
 */
export function whoWrotePart(scene: Scene): Element[] {
  const { unnamed } = scene.view.concern;
  const button = buttonFor(scene, verb);
  if (unnamed.length === 0) return [];
  const lines = [heading('Who wrote this?'), small(`Nobody can tell from ${unnamed.length === 1 ? 'an email' : `${String(unnamed.length)} emails`} who wrote it. Leave it open if nobody knows.`)];
  if (button === null) return lines;
  const asked = askedOf(scene);
  const { opener, panel } = form(scene, button, asked.choices.length > 0 ? 'Who wrote it?' : 'Who wrote it, if you know', inputs(scene, asked.choices), 'That is who wrote it', { [`${verb}.mail`]: asked.mail });
  return [...lines, ...actionSet([opener]), panel];
}

interface Asked { mail: string; choices: { title: string; value: string }[] }

/** One email at a time: one whose candidates are known first. */
function askedOf({ view }: Scene): Asked {
  const { concern, words, person } = view;
  const prefix = ['', 'joined.'].find((each) => concern.unnamed.includes(words[`${each}candidate.mail`] ?? ''));
  if (prefix === undefined || !seesReporter(person, concern)) return { mail: concern.unnamed[0] ?? '', choices: [] };
  const choices = candidatesIn(words, prefix).map(({ n, name, email }) => ({ title: cutText([name, email].filter(Boolean).join(', '), 120).text, value: String(n) }));
  return { mail: words[`${prefix}candidate.mail`] ?? '', choices };
}

function inputs(scene: Scene, choices: Asked['choices']): Element[] {
  const [who, name, address] = [field(scene, verb, 'who'), field(scene, verb, 'name'), field(scene, verb, 'address')];
  return [
    // Nothing is chosen beforehand: a wrong name is worse than none.
    ...(choices.length === 0 ? [] : [choiceInput(who.id, 'One of these', [...choices, { title: 'Somebody else', value: 'other' }], '', { style: 'expanded', ...who.value })]),
    textInput(name.id, choices.length === 0 ? 'Name' : 'Name, if somebody else', { ...name.value, maxLength: 200 }),
    textInput(address.id, 'Email address, if you know it', { ...address.value, style: 'Email', maxLength: 320 }),
  ];
}
