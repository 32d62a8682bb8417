import type { JSX } from 'react';
import { transitionOf } from '../../../../src/concern/rules/transitions.ts';
import { buttonFor, useConcern } from '../press/concern-scene.ts';
import type { FieldSpec } from '../press/form-field.tsx';
import { FormsUnderButtons, type Opening } from '../press/forms-under-buttons.tsx';
import { PressForm } from '../press/press-form.tsx';

const why: FieldSpec = { name: 'reason', label: 'Why they are two', kind: 'long', missing: transitionOf('unsay-same-incident').needs?.['reason'] ?? '' };

/** A person says whether it is so. Yes is one press; no takes a sentence, since somebody may ask later why they were kept apart. */
export function SameOrNot({ other, tied = false }: { other: string; tied?: boolean }): JSX.Element | null {
  const { page } = useConcern();
  const yes = tied ? null : buttonFor(page, 'say-same-incident');
  const no = buttonFor(page, 'unsay-same-incident');
  const openings: Opening[] = no === null ? [] : [{
    key: no.verb, label: no.label, form: (closed) => <PressForm button={no} fields={[why]} send="Keep them apart" with={{ other }} closed={closed} />,
  }];
  if (yes === null && openings.length === 0) return null;
  return <FormsUnderButtons openings={openings}>{yes === null ? null : <PressForm button={yes} fields={[]} send={yes.label} with={{ other }} />}</FormsUnderButtons>;
}
