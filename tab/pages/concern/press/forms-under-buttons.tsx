import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useRef, useState, type JSX, type ReactNode } from 'react';

export interface Opening { key: string; label: string; form: (close: () => void) => ReactNode }

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'flex-start' },
  panel: {
    padding: tokens.spacingHorizontalL, borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground3, border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** Buttons in a row; those that need something typed open a form under the row, one at a time. */
export function FormsUnderButtons({ openings, children }: { openings: readonly Opening[]; children?: ReactNode }): JSX.Element {
  const styles = useStyles();
  const id = useId();
  const [open, setOpen] = useState<string | null>(null);
  const row = useRef<HTMLDivElement>(null);
  const shown = openings.find((each) => each.key === open);
  const close = (): void => { setOpen(null); row.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus(); };
  return (
    <div className={styles.root}>
      <div className={styles.actions} ref={row}>
        {children}
        {openings.map((each) => (
          <Button key={each.key} aria-expanded={open === each.key} {...(open === each.key ? { 'aria-controls': id } : {})} onClick={() => { setOpen(open === each.key ? null : each.key); }}>{each.label}</Button>
        ))}
      </div>
      {shown === undefined ? null : <div id={id} className={styles.panel} key={shown.key}>{shown.form(close)}</div>}
    </div>
  );
}
