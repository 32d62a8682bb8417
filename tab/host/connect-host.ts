import { app, authentication } from '@microsoft/teams-js';

export const themeNames = ['default', 'dark', 'contrast'] as const;
export type ThemeName = (typeof themeNames)[number];

/** What the tab knows of the Teams around it. Who somebody is says only the token, which the server checks. */
export interface Host {
  theme: ThemeName;
  /** The concern that a deep link asked for. */
  subPage: string | null;
  /** A fresh token for our own server; teams keeps it as long as it holds. */
  token(): Promise<string>;
  onTheme(hear: (theme: ThemeName) => void): void;
}

const patience = 10_000;

/**
 * Shakes hands with Teams, or gives null where there is no Teams around the page. `origins` are hosts besides Microsoft's own list,
 * a setting of the server and never a part of the address.
 */
export async function connectHost(origins: readonly string[]): Promise<Host | null> {
  try {
    await inTime(app.initialize([...origins]));
    const context = await inTime(app.getContext());
    void app.notifySuccess();
    return {
      theme: themeOf(context.app.theme), subPage: context.page.subPageId ?? null,
      token: () => authentication.getAuthToken(), onTheme: (hear) => { app.registerOnThemeChangeHandler((name) => { hear(themeOf(name)); }); },
    };
  } catch {
    return null;
  }
}

/** Teams knows more themes than these; what is new is light. */
function themeOf(name: string): ThemeName {
  return themeNames.find((each) => each === name) ?? 'default';
}

/** A page that frames us without being Teams never answers. */
function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((done, refuse) => {
    const timer = setTimeout(() => { refuse(new Error('Teams did not answer.')); }, patience);
    void work.then(done, refuse).finally(() => { clearTimeout(timer); });
  });
}
