import type { JSX } from 'react';
import { buttonFor, useConcern } from '../press/concern-scene.ts';
import type { FieldSpec } from '../press/form-field.tsx';
import { FormsUnderButtons } from '../press/forms-under-buttons.tsx';
import { PressForm } from '../press/press-form.tsx';

const fields: FieldSpec[] = [
  { name: 'other', label: 'Its reference', hint: 'Such as GRV-26-0041', kind: 'text', missing: 'Write the reference of the other concern.' },
  { name: 'reason', label: 'Why they are one incident (may be left empty)', kind: 'long' },
];

/** People often know what no rule can see. */
export function NameAnother(): JSX.Element | null {
  const button = buttonFor(useConcern().page, 'say-same-incident');
  if (button === null) return null;
  return <FormsUnderButtons openings={[{ key: button.verb, label: 'Name another concern about it', form: (closed) => <PressForm button={button} fields={fields} send={button.label} closed={closed} /> }]} />;
}
