import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme, type Theme } from '@fluentui/react-components';

/** Teams' own names for its themes; tabs are told these words. */
export const themeNames = ['default', 'dark', 'contrast'] as const;
export type ThemeName = (typeof themeNames)[number];

export const themeLabels: Record<ThemeName, string> = { default: 'Light', dark: 'Dark', contrast: 'High contrast' };

const withFont = (theme: Theme): Theme => ({ ...theme, fontFamilyBase: "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, BlinkMacSystemFont, Roboto, 'Noto Sans', sans-serif" });
const themes: Record<ThemeName, Theme> = { default: withFont(teamsLightTheme), dark: withFont(teamsDarkTheme), contrast: withFont(teamsHighContrastTheme) };

/** Fluent's theme, with a font of our own where the machine has none of Fluent's. */
export function fluentTheme(name: ThemeName): Theme {
  return themes[name];
}
