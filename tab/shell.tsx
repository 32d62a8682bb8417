import { MessageBar, MessageBarBody, MessageBarTitle, Tab, TabList, Text, makeStyles, tokens } from '@fluentui/react-components';
import { Suspense, lazy, useState, type JSX } from 'react';
import { useDesk } from './api/desk.ts';
import { Waiting } from './parts/coming.tsx';
import type { Place } from './place/place.ts';
import { goTo, usePlace } from './place/use-place.ts';
import { TodayPage } from './pages/today/today-page.tsx';

const RegisterPage = lazy(async () => ({ default: (await import('./pages/register/register-page.tsx')).RegisterPage }));
const ConcernPage = lazy(async () => ({ default: (await import('./pages/concern/concern-page.tsx')).ConcernPage }));

const useStyles = makeStyles({
  bar: {
    display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalXL, padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorNeutralBackground1, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 759px)': { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}` },
  },
  school: { marginLeft: 'auto', color: tokens.colorNeutralForeground2, '@media (max-width: 759px)': { display: 'none' } },
  main: {
    display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '1180px', margin: '0 auto', boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXXL}`,
    '@media (max-width: 759px)': { padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXL}` },
  },
});

/** The bar with the pages, and the page where somebody is. What was searched for stays while they look at a concern. */
export function Shell(): JSX.Element {
  const styles = useStyles();
  const { me } = useDesk();
  const place = usePlace();
  const [text, setText] = useState('');
  return (
    <>
      <header className={styles.bar}>
        <nav aria-label="Pages"><PageTabs place={place} /></nav>
        <Text size={200} className={styles.school}>{me.school}</Text>
      </header>
      <main className={styles.main}>
        <ModeNotice />
        <Suspense fallback={<Waiting label="Opening the page" />}>
          {place.page === 'today' ? <TodayPage /> : place.page === 'register' ? <RegisterPage list={place.list} text={text} setText={setText} /> : <ConcernPage key={place.ref} reference={place.ref} />}
        </Suspense>
      </main>
    </>
  );
}

function PageTabs({ place }: { place: Place }): JSX.Element {
  return (
    <TabList selectedValue={place.page === 'today' ? 'today' : 'register'} onTabSelect={(_, { value }) => { goTo(value === 'register' ? { page: 'register', list: 'open' } : { page: 'today' }); }}>
      <Tab value="today">Today</Tab>
      <Tab value="register">Register</Tab>
    </TabList>
  );
}

const modes = {
  watch: ['Watching only', 'Email is read and shown, but nothing is posted, sent or created.'],
  paused: ['Paused', 'Nothing leaves the school. Email is still read.'],
} as const;

/** Whoever waits for a letter to go must know that none will. */
function ModeNotice(): JSX.Element | null {
  const { mode } = useDesk().me;
  if (mode === 'live') return null;
  const [title, sentence] = modes[mode];
  return <MessageBar intent="warning" layout="multiline"><MessageBarBody><MessageBarTitle>{title}</MessageBarTitle>{sentence}</MessageBarBody></MessageBar>;
}
