import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX, ReactNode } from 'react';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'center', justifyContent: 'center', height: '100%', padding: tokens.spacingHorizontalXXL, gap: tokens.spacingVerticalS, textAlign: 'center' },
  icon: {
    display: 'grid', placeItems: 'center', width: '64px', height: '64px', marginBottom: tokens.spacingVerticalS, borderRadius: tokens.borderRadiusCircular, fontSize: '30px',
    color: tokens.colorBrandForeground2, backgroundColor: tokens.colorBrandBackground2, border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  text: { color: tokens.colorNeutralForeground2, maxWidth: '380px' },
  actions: { display: 'flex', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalM },
});

/** What stands where there is nothing yet: what would be here, and what to do about it. */
export function EmptyState(props: { icon: ReactNode; title: string; text?: string; children?: ReactNode }): JSX.Element {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <span className={styles.icon} aria-hidden>{props.icon}</span>
      <Text size={400} weight="semibold">{props.title}</Text>
      {props.text === undefined ? null : <Text className={styles.text}>{props.text}</Text>}
      {props.children === undefined ? null : <div className={styles.actions}>{props.children}</div>}
    </div>
  );
}
