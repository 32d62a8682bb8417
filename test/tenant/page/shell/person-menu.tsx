import { Button, Menu, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { PagePerson } from '../../page-api/shapes.ts';
import { ChangePersonIcon } from '../look/icons.ts';
import { Face } from '../parts/face.tsx';
import { leave } from '../place/use-place.ts';

const useStyles = makeStyles({
  button: { minWidth: 'auto', paddingLeft: tokens.spacingHorizontalXS, paddingRight: tokens.spacingHorizontalXS },
  who: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'center', padding: tokens.spacingVerticalM },
  words: { display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function PersonMenu({ person }: { person: PagePerson }): JSX.Element {
  const styles = useStyles();
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" className={styles.button} aria-label={`You are ${person.displayName}, ${person.jobTitle}`} icon={<Face name={person.displayName} size={28} />} />
      </MenuTrigger>
      <MenuPopover>
        <div className={styles.who}>
          <Face name={person.displayName} size={40} />
          <span className={styles.words}>
            <Text weight="semibold">{person.displayName}</Text>
            <Text size={200} className={styles.quiet}>{person.jobTitle}</Text>
            <Text size={200} className={styles.quiet}>{person.mail}</Text>
          </span>
        </div>
        <MenuDivider />
        <MenuList><MenuItem icon={<ChangePersonIcon />} onClick={leave}>Be somebody else</MenuItem></MenuList>
      </MenuPopover>
    </Menu>
  );
}
