import { Text } from '@fluentui/react-components';
import type { JSX } from 'react';
import { clauseWord, priorityWords, routeWords } from '../../../../src/concern/rules/screen-words.ts';
import { clauseIds, priorities, routes } from '../../../../src/concern/rules/words-of-the-school.ts';
import { Section } from '../../../parts/section.tsx';
import { buttonFor, useConcern } from '../press/concern-scene.ts';
import type { FieldSpec } from '../press/form-field.tsx';
import { PressForm } from '../press/press-form.tsx';

/** The first step: what kind of matter, how soon, which parts of the policy. Filled in as it was read; a person decides. */
export function FirstLookPart(): JSX.Element | null {
  const { page } = useConcern();
  const button = buttonFor(page, 'take-first-look');
  if (button === null) return null;
  const { route, priority, clauses } = page.view.concern;
  const ordered = [...clauses, ...clauseIds.filter((id) => !clauses.includes(id))];
  const fields: FieldSpec[] = [
    { name: 'route', label: 'What is it?', kind: 'choice', start: route, choices: routes.map((value) => ({ value, label: routeWords[value] })) },
    { name: 'priority', label: 'How soon?', kind: 'choice', start: priority, choices: priorities.map((value) => ({ value, label: priorityWords[value] })) },
    { name: 'clauses', label: 'Parts of the policy that it touches', kind: 'checks', start: clauses.join(','), first: clauses.length, others: clauses.length === 0 ? 'Parts of the policy' : 'Other parts of the policy', choices: ordered.map((value) => ({ value, label: clauseWord(value) })) },
  ];
  return (
    <Section title="Take the first look" next>
      <PressForm button={button} fields={fields} send={button.label}><Text>Change what was read wrongly. Whoever takes the first look leads on it.</Text></PressForm>
    </Section>
  );
}
