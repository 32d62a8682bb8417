import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX, ReactNode } from 'react';
import { phoneWidth } from '../look/use-wide.ts';

const phone = `@media (max-width: ${String(phoneWidth - 1)}px)`;
const useStyles = makeStyles({
  page: { height: '100%', overflowY: 'auto', padding: `${tokens.spacingVerticalXXL} 32px`, [phone]: { padding: tokens.spacingHorizontalL } },
  title: { display: 'block', margin: 0 },
  quiet: { display: 'block', color: tokens.colorNeutralForeground2, margin: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalL}`, maxWidth: '640px' },
  box: { backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusXLarge, border: `1px solid ${tokens.colorNeutralStroke2}`, overflowX: 'auto', minHeight: '200px' },
});

/** A page of SharePoint or Planner: its name, a line about it, what is on it. */
export function SitePage({ title, about, boxed, children }: { title: string; about: string; boxed: boolean; children: ReactNode }): JSX.Element {
  const styles = useStyles();
  return (
    <div className={`${styles.page} scrolls`} tabIndex={0} role="region" aria-label={title}>
      <Text as="h1" size={600} weight="semibold" className={styles.title}>{title}</Text>
      <Text className={styles.quiet}>{about}</Text>
      {boxed ? <div className={styles.box}>{children}</div> : children}
    </div>
  );
}
