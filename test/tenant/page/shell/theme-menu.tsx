import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger, Tooltip } from '@fluentui/react-components';
import { useContext, type JSX } from 'react';
import { ThemeIcon } from '../look/icons.ts';
import { themeLabels, themeNames, type ThemeName } from '../look/themes.ts';
import { ThemeContext } from '../look/use-theme.ts';

export function ThemeMenu(): JSX.Element {
  const { theme, choose } = useContext(ThemeContext);
  return (
    <Menu checkedValues={{ theme: [theme] }} onCheckedValueChange={(_event, { checkedItems }) => { choose((checkedItems[0] ?? 'default') as ThemeName); }}>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content="Theme" relationship="label"><Button appearance="subtle" icon={<ThemeIcon />} /></Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>{themeNames.map((name) => <MenuItemRadio key={name} name="theme" value={name}>{themeLabels[name]}</MenuItemRadio>)}</MenuList>
      </MenuPopover>
    </Menu>
  );
}
