import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type JSX, type ReactNode } from 'react';
import { hasMoved } from '../place/use-place.ts';

const useStyles = makeStyles({
  title: {
    fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700, fontWeight: tokens.fontWeightSemibold, outline: 'none', unicodeBidi: 'isolate', overflowWrap: 'anywhere',
    '@media (max-width: 759px)': { fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  },
});

/** The heading of a page. After a move the focus is on it, so that a screen reader says where somebody is now. */
export function PageTitle({ children }: { children: ReactNode }): JSX.Element {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => { if (hasMoved()) heading.current?.focus(); }, []);
  return <h1 ref={heading} tabIndex={-1} dir="auto" className={styles.title}>{children}</h1>;
}
