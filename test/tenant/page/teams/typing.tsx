import { makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';

const blink = { '0%': { opacity: 0.25 }, '50%': { opacity: 1 }, '100%': { opacity: 0.25 } };
const useStyles = makeStyles({
  root: { display: 'inline-flex', gap: '4px', alignSelf: 'flex-start', marginLeft: '44px', padding: '12px 14px', borderRadius: tokens.borderRadiusXLarge, backgroundColor: tokens.colorNeutralBackground1 },
  dot: { width: '6px', height: '6px', borderRadius: tokens.borderRadiusCircular, backgroundColor: tokens.colorNeutralForeground2, animationName: blink, animationDuration: '1.2s', animationIterationCount: 'infinite' },
});

export function Typing(): JSX.Element {
  const styles = useStyles();
  return (
    <span className={styles.root} role="status" aria-label="Concern Desk is typing">
      {[0, 1, 2].map((n) => <span key={n} className={styles.dot} style={{ animationDelay: `${String(n * 0.2)}s` }} />)}
    </span>
  );
}
