import { makeStyles, tokens } from '@fluentui/react-components';
import type { JSX, ReactNode } from 'react';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'center', gap: tokens.spacingVerticalS, padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}`, textAlign: 'center' },
  icon: {
    display: 'grid', placeItems: 'center', width: '48px', height: '48px', borderRadius: tokens.borderRadiusCircular, fontSize: '24px',
    color: tokens.colorBrandForeground2, backgroundColor: tokens.colorBrandBackground2, border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  text: { color: tokens.colorNeutralForeground2, maxWidth: '46ch' },
});

/** What stands where there is nothing, and whether that is good news. */
export function Empty({ icon, title, text }: { icon: ReactNode; title: string; text?: string }): JSX.Element {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <span aria-hidden className={styles.icon}>{icon}</span>
      <p className={styles.title}>{title}</p>
      {text === undefined ? null : <p className={styles.text}>{text}</p>}
    </div>
  );
}
