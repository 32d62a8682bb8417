import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type JSX } from 'react';

const useStyles = makeStyles({
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', unicodeBidi: 'plaintext', lineHeight: tokens.lineHeightBase400, maxWidth: '75ch' },
  more: { alignSelf: 'flex-start' },
});

/** Longer than this opens on a press. */
const atFirst = 1_500;

/**
 * What somebody wrote, as text and nothing else: React writes it as text, its direction stays its own, and the longest word breaks.
 */
export function ForeignText({ text, whole = false }: { text: string; whole?: boolean }): JSX.Element {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const long = !whole && text.length > atFirst + 300;
  return (
    <>
      <p dir="auto" className={styles.text}>{long && !open ? `${beginning(text)} …` : text}</p>
      {long ? <Button className={styles.more} size="small" aria-expanded={open} onClick={() => { setOpen(!open); }}>{open ? 'Show less' : 'Show all of it'}</Button> : null}
    </>
  );
}

/** Never inside a surrogate pair. */
function beginning(text: string): string {
  return text.slice(0, atFirst).replace(/[\uD800-\uDBFF]$/u, '').trimEnd();
}
