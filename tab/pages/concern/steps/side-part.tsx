import { Text } from '@fluentui/react-components';
import type { JSX } from 'react';
import { outcomeWords, roleWord } from '../../../../src/concern/rules/screen-words.ts';
import { transitionOf, type PersonVerb } from '../../../../src/concern/rules/transitions.ts';
import { outcomes, roles } from '../../../../src/concern/rules/words-of-the-school.ts';
import type { Page } from '../../../api/shapes.ts';
import { Section } from '../../../parts/section.tsx';
import { buttonFor, useConcern } from '../press/concern-scene.ts';
import type { FieldSpec } from '../press/form-field.tsx';
import { FormsUnderButtons, type Opening } from '../press/forms-under-buttons.tsx';
import { PressForm } from '../press/press-form.tsx';

/** What can be done at any time: a note, letting somebody know, closing. */
export function SidePart(): JSX.Element | null {
  const { page } = useConcern();
  const openings = [note(page), letKnow(page), close(page)].filter((each) => each !== null);
  return openings.length === 0 ? null : <Section title="At any time"><FormsUnderButtons openings={openings} /></Section>;
}

function long(verb: PersonVerb, name: string, label: string): FieldSpec {
  return { name, label, kind: 'long', missing: transitionOf(verb).needs?.[name] ?? '' };
}

function note(page: Page): Opening | null {
  const button = buttonFor(page, 'add-note');
  if (button === null) return null;
  return { key: button.verb, label: button.label, form: (closed) => (
    <PressForm button={button} fields={[long('add-note', 'note', 'Staff note (may be disclosed)')]} send="Keep the note" closed={closed}><Text>A parent can ask for what we hold about them. Write what they could read.</Text></PressForm>
  ) };
}

function letKnow(page: Page): Opening | null {
  const button = buttonFor(page, 'let-know');
  const { audience } = page.view.concern;
  const others = roles.filter((role) => !audience.roles.includes(role) && role !== 'staff');
  const [first] = others;
  if (button === null || first === undefined) return null;
  const who: FieldSpec = { name: 'role', label: 'Who', kind: 'choice', start: first, choices: others.map((value) => ({ value, label: roleWord(value, page.view.titles) })) };
  return { key: button.verb, label: button.label, form: (closed) => <PressForm button={button} fields={[who, long('let-know', 'reason', 'Why they need to know')]} send="Let them know" closed={closed} /> };
}

function close(page: Page): Opening | null {
  const button = buttonFor(page, 'close');
  if (button === null) return null;
  const how: FieldSpec = { name: 'outcome', label: 'How it ended', kind: 'choice', start: 'resolved', choices: outcomes.map((value) => ({ value, label: outcomeWords[value] })) };
  return { key: button.verb, label: button.label, form: (closed) => <PressForm button={button} fields={[how, long('close', 'reason', 'In a sentence')]} send="Close it" closed={closed} /> };
}
