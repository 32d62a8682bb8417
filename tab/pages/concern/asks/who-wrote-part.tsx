import { Text } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { Mail } from '../../../api/shapes.ts';
import { Section } from '../../../parts/section.tsx';
import { buttonFor, useConcern } from '../press/concern-scene.ts';
import type { FieldSpec } from '../press/form-field.tsx';
import { FormsUnderButtons } from '../press/forms-under-buttons.tsx';
import { PressForm } from '../press/press-form.tsx';

/**
 * Nobody can tell from an email who wrote it: a person is asked, with those who may have where this person may know them. Anybody else
 * sees that the question is open, and can answer it all the same.
 */
export function WhoWrotePart(): JSX.Element | null {
  const { page } = useConcern();
  const asked = page.mail.filter((mail) => mail.asks);
  const button = buttonFor(page, 'say-who-wrote');
  if (asked.length === 0) return null;
  return (
    <Section title="Who wrote this?" next={button !== null && page.seesReporter}>
      <Text>{`Nobody can tell from ${asked.length === 1 ? 'an email' : `${String(asked.length)} emails`} who wrote it. Leave it open if nobody knows.`}</Text>
      {button === null ? null : (
        <FormsUnderButtons openings={asked.map((mail) => ({
          key: mail.identity, label: asked.length === 1 ? button.label : `${button.label}: ${titleOf(mail)}`,
          form: (close) => <PressForm button={button} fields={fieldsOf(mail)} with={{ mail: mail.identity }} send="That is who wrote it" closed={close} />,
        }))} />
      )}
    </Section>
  );
}

function titleOf({ subject }: Mail): string {
  return subject.trim() === '' ? 'No subject' : subject.slice(0, 60);
}

function fieldsOf({ candidates }: Mail): FieldSpec[] {
  const choices = candidates.map(({ n, name, address }) => ({ value: String(n), label: [name, address].filter((each) => each !== '').join(', ') }));
  const others = choices.length > 0;
  return [
    // Nothing is chosen beforehand: a wrong name is worse than none.
    ...(others ? [{ name: 'who', label: 'One of these', kind: 'choice' as const, start: '', missing: 'Choose one, or leave the question open.', choices: [{ value: '', label: 'Choose one' }, ...choices, { value: 'other', label: 'Somebody else' }] }] : []),
    { name: 'name', label: others ? 'Name, if somebody else' : 'Name', kind: 'text', ...(others ? {} : { missing: 'Write the name of whoever wrote it, or leave the question open.' }) },
    { name: 'address', label: 'Email address, if you know it', kind: 'email' },
  ];
}
