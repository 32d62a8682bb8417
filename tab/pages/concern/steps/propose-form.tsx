import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import { letterKindFor, needsApproval } from '../../../../src/concern/rules/decide/approval.ts';
import { transitionOf } from '../../../../src/concern/rules/transitions.ts';
import type { Choosable } from '../../../../src/concern/rules/words-of-the-school.ts';
import { fillIn, letterForm, type LetterField } from '../../../../src/letters/rules/letter-form.ts';
import type { Page } from '../../../api/shapes.ts';
import { buttonFor, useConcern } from '../press/concern-scene.ts';
import { clausesField } from '../press/clauses-field.ts';
import type { FieldSpec } from '../press/form-field.tsx';
import { PressForm } from '../press/press-form.tsx';

const useStyles = makeStyles({ intro: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS } });

/** Why this response, and what its letter needs. One that was sent back starts with what was typed before. */
export function ProposeForm({ response, back }: { response: Choosable; back: () => void }): JSX.Element {
  const styles = useStyles();
  const { page } = useConcern();
  const button = buttonFor(page, 'propose');
  if (button === null) return <Text>You cannot propose a response here.</Text>;
  return (
    <PressForm button={button} fields={fieldsOf(page, response)} with={{ response }} send={needsApproval(response) ? 'Propose this' : 'Decide this'} closed={back} cancel="Back">
      <div className={styles.intro}>
        {letterKindFor(response) === 'CLOSE-R' ? <Text>It goes to the person who told us, from the school's address.</Text> : null}
        {needsApproval(response) ? <Text>Somebody else decides it. Nothing leaves the school before that.</Text> : null}
      </div>
    </PressForm>
  );
}

function fieldsOf(page: Page, response: Choosable): FieldSpec[] {
  const kind = letterKindFor(response);
  const earlier = earlierWords(page, response);
  const missing = transitionOf('propose').needs?.['reason'] ?? '';
  return [
    ...(kind === null ? [] : letterForm[kind].map((each) => letterField(page, each, earlier.typed[each.name] ?? ''))),
    { name: 'reason', label: 'Why this is right', kind: 'long', missing, start: earlier.reason },
  ];
}

function letterField(page: Page, field: LetterField, start: string): FieldSpec {
  if (field.kind === 'clauses') return clausesField(`letter.${field.name}`, field.label, page.view.concern.clauses, start);
  return {
    name: `letter.${field.name}`, label: field.label, kind: field.kind ?? (field.long === true ? 'long' : 'text'), start,
    ...(field.hint === undefined ? {} : { hint: field.long === true ? field.hint : `For example: ${field.hint}` }), ...(field.required ? { missing: fillIn(field) } : {}),
  };
}

/** Of the last proposal of the same response, while it is still to be put right. */
function earlierWords({ view: { concern, words }, letters }: Page, response: Choosable): { reason: string; typed: Readonly<Record<string, string>> } {
  const last = concern.proposals.at(-1);
  if (last === undefined || last.response !== response || (last.status !== 'waiting' && last.status !== 'sent-back')) return { reason: '', typed: {} };
  return { reason: words[`proposal.${String(last.n)}.reason`] ?? '', typed: letters.find((each) => each.n === last.letter)?.typed ?? {} };
}
