import { createContext, useContext, useState } from 'react';
import { themeNames, type ThemeName } from './themes.ts';

export interface ThemeChoice { theme: ThemeName; choose: (theme: ThemeName) => void }
export const ThemeContext = createContext<ThemeChoice>({ theme: 'default', choose: () => undefined });

const key = 'theme';

/** The theme as it was last chosen in this browser, light at first. */
export function useThemeChoice(): ThemeChoice {
  const [theme, setTheme] = useState<ThemeName>(() => themeNames.find((name) => name === window.localStorage.getItem(key)) ?? 'default');
  return { theme, choose: (next) => { window.localStorage.setItem(key, next); setTheme(next); } };
}

export function useTheme(): ThemeName {
  return useContext(ThemeContext).theme;
}
