import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import type { Button as Press } from '../../../../src/concern/rules/allowed.ts';
import { Sending } from '../../../parts/sending.tsx';
import { useOnce } from '../../../parts/use-once.ts';
import { useConcern } from './concern-scene.ts';

/** A button that sends nothing but itself. Its nonce is that of the button as it is shown. */
export function PressButton({ button, primary = false }: { button: Press; primary?: boolean }): JSX.Element {
  const { press } = useConcern();
  const { busy, slow, once } = useOnce();
  const [nonce] = useState(() => crypto.randomUUID());
  const [refusal, setRefusal] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    setRefusal(null);
    const after = await press(button, nonce, {});
    if (after.kept) setRefusal(after.sentence);
  };
  return (
    <>
      <Button appearance={primary ? 'primary' : 'secondary'} disabledFocusable={busy} onClick={() => { once(send); }}>{button.label}</Button>
      <Sending slow={slow} />
      {refusal === null ? null : <MessageBar intent="error" layout="multiline" role="alert"><MessageBarBody>{refusal}</MessageBarBody></MessageBar>}
    </>
  );
}
