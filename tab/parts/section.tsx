import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, type JSX, type ReactNode } from 'react';

const useStyles = makeStyles({
  section: {
    display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0, padding: tokens.spacingHorizontalXL, borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorNeutralStroke2}`, boxShadow: tokens.shadow2,
    '@media (max-width: 759px)': { padding: tokens.spacingHorizontalL },
  },
  next: { borderLeft: `4px solid ${tokens.colorCompoundBrandStroke}` },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  title: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
});

/** One subject of a page. `next` marks what waits for the person who reads it. */
export function Section({ title, next = false, beside, children }: { title: string; next?: boolean; beside?: ReactNode; children: ReactNode }): JSX.Element {
  const styles = useStyles();
  const id = useId();
  return (
    <section aria-labelledby={id} className={mergeClasses(styles.section, next && styles.next)}>
      <div className={styles.head}><h2 id={id} className={styles.title}>{title}</h2>{beside}</div>
      {children}
    </section>
  );
}
