import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme, type Theme } from '@fluentui/react-components';
import type { ThemeName } from '../host/connect-host.ts';

export const themes: Readonly<Record<ThemeName, Theme>> = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };
