import { Text } from '@fluentui/react-components';
import type { JSX } from 'react';
import { priorityWords, routeWords } from '../../../../src/concern/rules/screen-words.ts';
import { priorities, routes } from '../../../../src/concern/rules/words-of-the-school.ts';
import { Section } from '../../../parts/section.tsx';
import { clausesField } from '../press/clauses-field.ts';
import { buttonFor, useConcern } from '../press/concern-scene.ts';
import type { FieldSpec } from '../press/form-field.tsx';
import { PressForm } from '../press/press-form.tsx';

/** The first step: what kind of matter, how soon, which parts of the policy. Filled in as it was read; a person decides. */
export function FirstLookPart(): JSX.Element | null {
  const { page } = useConcern();
  const button = buttonFor(page, 'take-first-look');
  if (button === null) return null;
  const { route, priority, clauses } = page.view.concern;
  const fields: FieldSpec[] = [
    { name: 'route', label: 'What is it?', kind: 'choice', start: route, choices: routes.map((value) => ({ value, label: routeWords[value] })) },
    { name: 'priority', label: 'How soon?', kind: 'choice', start: priority, choices: priorities.map((value) => ({ value, label: priorityWords[value] })) },
    clausesField('clauses', 'Parts of the policy that it touches', clauses),
  ];
  return (
    <Section title="Take the first look" next>
      <PressForm button={button} fields={fields} send={button.label}><Text>Change what was read wrongly. Whoever takes the first look leads on it.</Text></PressForm>
    </Section>
  );
}
