import { Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useSyncExternalStore, type JSX } from 'react';
import { followConnection, isConnected } from '../live/news.ts';

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2 },
  dot: { width: '8px', height: '8px', borderRadius: tokens.borderRadiusCircular, backgroundColor: tokens.colorPaletteGreenBackground3 },
  off: { backgroundColor: tokens.colorPaletteRedBackground3 },
});

/** Whether news reaches this page at once; without it what is shown may be old. */
export function Connection({ words }: { words: boolean }): JSX.Element {
  const styles = useStyles();
  const connected = useSyncExternalStore(followConnection, isConnected);
  const text = connected ? 'Connected' : 'Connecting…';
  return (
    <span className={styles.root} role="status" aria-label={text} title={text}>
      <span className={mergeClasses(styles.dot, connected ? undefined : styles.off)} aria-hidden />
      {words ? <Text size={200}>{text}</Text> : null}
    </span>
  );
}
