import { Checkbox, Field, Input, Select, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { useId, type JSX } from 'react';

export interface Choice { value: string; label: string }

/**
 * One field of a form. `missing` is what to say when it was left empty; without it, it may be. Of `checks` the `first` few stand open and
 * the rest under `others`: twenty boxes would push the button off a phone's screen.
 */
export type FieldSpec = { name: string; label: string; hint?: string; missing?: string; start?: string }
  & ({ kind: 'text' | 'long' | 'email' | 'date' } | { kind: 'choice'; choices: readonly Choice[] } | { kind: 'checks'; choices: readonly Choice[]; first: number; others: string });

interface Props { spec: FieldSpec; value: string; problem: string | null; disabled: boolean; change: (value: string) => void }

export function FormField({ spec, value, problem, disabled, change }: Props): JSX.Element {
  if (spec.kind === 'checks') return <Checks spec={spec} value={value} disabled={disabled} change={change} />;
  return (
    <Field label={spec.label} required={spec.missing !== undefined} {...(spec.hint === undefined ? {} : { hint: spec.hint })} {...(problem === null ? {} : { validationMessage: problem })}>
      {spec.kind === 'choice'
        ? <Select name={spec.name} value={value} disabled={disabled} onChange={(_, data) => { change(data.value); }}>{spec.choices.map((each) => <option key={each.value} value={each.value}>{each.label}</option>)}</Select>
        : spec.kind === 'long'
          ? <Textarea name={spec.name} value={value} disabled={disabled} resize="vertical" rows={4} maxLength={20_000} textarea={{ dir: 'auto' }} onChange={(_, data) => { change(data.value); }} />
          : <Input name={spec.name} type={spec.kind} value={value} disabled={disabled} maxLength={400} autoComplete="off" input={{ dir: 'auto' }} onChange={(_, data) => { change(data.value); }} />}
    </Field>
  );
}

const useStyles = makeStyles({
  set: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalXS },
  others: { cursor: 'pointer', padding: `${tokens.spacingVerticalXS} 0` },
  boxes: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 260px), 1fr))' },
});

/** Ticked values, comma-separated, in the order of the list. */
function Checks(props: { spec: Extract<FieldSpec, { kind: 'checks' }>; value: string; disabled: boolean; change: (value: string) => void }): JSX.Element {
  const styles = useStyles();
  const id = useId();
  const { choices, first, label, others } = props.spec;
  const ticked = props.value === '' ? [] : props.value.split(',');
  const tick = (value: string, on: boolean): void => {
    props.change(choices.map((each) => each.value).filter((each) => (each === value ? on : ticked.includes(each))).join(','));
  };
  const boxes = (some: readonly Choice[]): JSX.Element => (
    <div className={styles.boxes}>{some.map((each) => (
      <Checkbox key={each.value} label={each.label} checked={ticked.includes(each.value)} disabled={props.disabled} onChange={(_, { checked }) => { tick(each.value, checked === true); }} />
    ))}</div>
  );
  return (
    <fieldset className={styles.set}>
      <legend id={id} className={styles.legend}>{label}</legend>
      {boxes(choices.slice(0, first))}
      <details open={first === 0}><summary className={styles.others}>{others}</summary>{boxes(choices.slice(first))}</details>
    </fieldset>
  );
}
