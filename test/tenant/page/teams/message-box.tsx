import { Button, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import { SendIcon } from '../look/icons.ts';

const useStyles = makeStyles({
  root: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}` },
  row: { display: 'flex', alignItems: 'flex-end', gap: tokens.spacingHorizontalS, maxWidth: '860px', margin: '0 auto' },
  text: { flex: 1 },
});

/** Enter sends, Shift+Enter begins a new line. */
export function MessageBox({ to, busy, onSend }: { to: string; busy: boolean; onSend: (text: string) => void }): JSX.Element {
  const styles = useStyles();
  const [text, setText] = useState('');
  const send = (): void => {
    if (busy || text.trim() === '') return;
    onSend(text.trim());
    setText('');
  };
  return (
    <form className={styles.root} onSubmit={(event) => { event.preventDefault(); send(); }}>
      <div className={styles.row}>
        <Textarea
          className={styles.text} rows={1} value={text} placeholder={`Write to ${to}`} aria-label="Type a message" onChange={(_event, data) => { setText(data.value); }}
          onKeyDown={(event) => { if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) { event.preventDefault(); send(); } }}
        />
        <Button type="submit" appearance="subtle" icon={<SendIcon />} aria-label="Send message" disabled={busy || text.trim() === ''} />
      </div>
    </form>
  );
}
