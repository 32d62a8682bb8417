import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type FormEvent, type JSX, type ReactNode } from 'react';
import type { Button as Press } from '../../../../src/concern/rules/allowed.ts';
import { Sending } from '../../../parts/sending.tsx';
import { useOnce } from '../../../parts/use-once.ts';
import { useConcern } from './concern-scene.ts';
import { FormField, type FieldSpec } from './form-field.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '720px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface Props { button: Press; fields: readonly FieldSpec[]; send: string; with?: Readonly<Record<string, string>>; children?: ReactNode; closed?: () => void; cancel?: string }

/**
 * What must be typed before a button counts. One nonce for the form as it is shown, so that one press sent twice is one; a refusal or a
 * broken line keeps what was typed.
 */
export function PressForm({ button, fields, send, with: along = {}, children, closed, cancel = 'Cancel' }: Props): JSX.Element {
  const styles = useStyles();
  const { press } = useConcern();
  const { busy, slow, once } = useOnce();
  const [nonce] = useState(() => crypto.randomUUID());
  const [values, setValues] = useState(() => Object.fromEntries(fields.map((each) => [each.name, each.start ?? ''])));
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = fields.find((each) => each.name in problems);
    if (first !== undefined) form.current?.querySelector<HTMLElement>(`[name="${first.name}"]`)?.focus();
  }, [problems]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const missing = missingIn(fields, values);
    setProblems(missing);
    if (Object.keys(missing).length > 0) return;
    once(async () => {
      setRefusal(null);
      const after = await press(button, nonce, { ...values, ...along });
      if (after.kept) setRefusal(after.sentence); else closed?.();
    });
  };
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit}>
      {children}
      {fields.map((spec) => <FormField key={spec.name} spec={spec} value={values[spec.name] ?? ''} problem={problems[spec.name] ?? null} disabled={busy} change={(value) => { setValues((before) => ({ ...before, [spec.name]: value })); }} />)}
      {refusal === null ? null : <MessageBar intent="error" layout="multiline" role="alert"><MessageBarBody>{refusal}</MessageBarBody></MessageBar>}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>{send}</Button>
        {closed === undefined ? null : <Button onClick={closed} disabled={busy}>{cancel}</Button>}
      </div>
      <Sending slow={slow} />
    </form>
  );
}

function missingIn(fields: readonly FieldSpec[], values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(fields.flatMap(({ name, missing }) => (missing !== undefined && (values[name] ?? '').trim() === '' ? [[name, missing]] : [])));
}
