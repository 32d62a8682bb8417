import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { PagePerson } from '../../page-api/shapes.ts';
import { useWide } from '../look/use-wide.ts';
import { Connection } from './connection.tsx';
import { PersonMenu } from './person-menu.tsx';
import { SchoolClock } from './school-clock.tsx';
import { ThemeMenu } from './theme-menu.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, height: '48px', flexShrink: 0, padding: `0 ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground4, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  school: { flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

export function Header(props: { school: string; person: PagePerson }): JSX.Element {
  const styles = useStyles();
  const wide = useWide(1_000);
  return (
    <header className={styles.root}>
      <Text weight="semibold" size={wide ? 400 : 300} className={styles.school}>{props.person.outside ? props.person.displayName : props.school}</Text>
      <SchoolClock wide={wide} />
      <Connection words={wide} />
      <ThemeMenu />
      <PersonMenu person={props.person} />
    </header>
  );
}
