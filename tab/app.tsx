import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type JSX } from 'react';
import { openApi, type Api } from './api/api.ts';
import { DeskContext } from './api/desk.ts';
import { useAsked } from './api/use-asked.ts';
import type { Host } from './host/connect-host.ts';
import { useHost } from './host/use-host.ts';
import { themes } from './look/themes.ts';
import { Coming, Waiting } from './parts/coming.tsx';
import { placeOfLink } from './place/place.ts';
import { startAt } from './place/use-place.ts';
import { OutsideTeams } from './pages/outside-teams.tsx';
import { Shell } from './shell.tsx';

const useStyles = makeStyles({
  root: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2, color: tokens.colorNeutralForeground1 },
  signIn: { maxWidth: '640px', margin: '0 auto', padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalM}` },
});

/** The tab in its theme: inside Teams the desk, elsewhere a sentence. */
export function App({ origins }: { origins: readonly string[] }): JSX.Element {
  const styles = useStyles();
  const { found, theme } = useHost(origins);
  return (
    <FluentProvider theme={themes[theme]} className={styles.root}>
      {found.state === 'asking' ? <Waiting label="Opening Concern Desk" /> : found.state === 'outside' ? <OutsideTeams /> : <SignedIn host={found.host} />}
    </FluentProvider>
  );
}

function SignedIn({ host }: { host: Host }): JSX.Element {
  const styles = useStyles();
  const api = useMemo(() => apiFor(host), [host]);
  const asked = useAsked('me', () => api.me());
  const me = asked.value;
  const desk = useMemo(() => (me === null ? null : { api, me }), [api, me]);
  if (desk === null) return <main className={styles.signIn}><Coming asked={asked} label="Signing you in">{() => null}</Coming></main>;
  return <DeskContext.Provider value={desk}><Shell /></DeskContext.Provider>;
}

function apiFor(host: Host): Api {
  const linked = placeOfLink(host.subPage);
  if (linked !== null) startAt(linked);
  return openApi(() => host.token());
}
