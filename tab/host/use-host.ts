import { useEffect, useState } from 'react';
import { connectHost, type Host, type ThemeName } from './connect-host.ts';

export type HostState = { state: 'asking' } | { state: 'outside' } | { state: 'inside'; host: Host };

/** The Teams around the page, and its theme as it changes. */
export function useHost(origins: readonly string[]): { found: HostState; theme: ThemeName } {
  const [found, setFound] = useState<HostState>({ state: 'asking' });
  const [theme, setTheme] = useState<ThemeName>(systemTheme);
  useEffect(() => {
    void connectHost(origins).then((host) => {
      setFound(host === null ? { state: 'outside' } : { state: 'inside', host });
      if (host === null) return;
      setTheme(host.theme);
      host.onTheme(setTheme);
    });
  }, [origins]);
  return { found, theme };
}

/** Until Teams has answered: no white flash in a dark room. */
function systemTheme(): ThemeName {
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default';
}
