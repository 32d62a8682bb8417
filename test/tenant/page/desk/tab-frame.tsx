import { MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState, type JSX } from 'react';
import type { PagePerson, TabView } from '../../page-api/shapes.ts';
import { actOnPage } from '../live/ask-page.ts';
import { useTheme } from '../look/use-theme.ts';
import { goTo } from '../place/use-place.ts';
import { hostTab, type TabContext, type TabHost } from '../teams-host.ts';
import { openLink } from './deep-link.ts';

/** The tab's id in the app's manifest. */
const pageId = 'concerns';
const useStyles = makeStyles({ frame: { display: 'block', width: '100%', height: '100%', border: 'none' } });

/** The frame and the host it talks to. It is loaded anew for another place inside the tab, as a deep link does in Teams. */
export function TabFrame({ person, tab, subPage }: { person: PagePerson; tab: TabView; subPage: string | null }): JSX.Element {
  const styles = useStyles();
  const theme = useTheme();
  const frame = useRef<HTMLIFrameElement>(null);
  const host = useRef<TabHost | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  // The tab is let load only when its host listens: what it asks before is lost.
  const [url, setUrl] = useState<string | null>(null);
  const context = useRef<TabContext>({ theme, subPage, oid: tab.oid, tid: tab.tid, upn: tab.upn, pageId, sessionId: crypto.randomUUID() });
  context.current = { ...context.current, theme, subPage };
  useEffect(() => {
    if (frame.current === null) return;
    const hosting = hostTab(frame.current, new URL(tab.url).origin, () => context.current, {
      token: async () => (await actOnPage<{ token: string }>(`as/${person.key}/tab/token`)).token,
      openLink: (address) => { openLink(person.key, address); },
      openPage: (page) => { goTo(person.key, 'desk', ...(page === null ? [] : [page])); },
      failed: setFailure,
    });
    host.current = hosting;
    setUrl(tab.url);
    return () => { hosting.stop(); host.current = null; };
  }, [person.key, tab.url]);
  useEffect(() => { host.current?.themeChanged(theme); }, [theme]);
  return (
    <>
      {failure === null ? null : <MessageBar intent="error"><MessageBarBody>{`Concern Desk could not open: ${failure}`}</MessageBarBody></MessageBar>}
      <iframe ref={frame} className={styles.frame} title="Concern Desk" src={url ?? 'about:blank'} allow="clipboard-write" sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals" />
    </>
  );
}
