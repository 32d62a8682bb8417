import { makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import { PageTitle } from '../parts/page-title.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '52ch', margin: '0 auto', padding: `15vh ${tokens.spacingHorizontalXL} 0`, textAlign: 'center' },
  text: { color: tokens.colorNeutralForeground2 },
});

/** The address was opened in a browser: there is nobody to say who is there. */
export function OutsideTeams(): JSX.Element {
  const styles = useStyles();
  return (
    <main className={styles.root}>
      <PageTitle>Open Concern Desk from Teams</PageTitle>
      <p className={styles.text}>You find it in Teams among your apps. Here nobody can be signed in, so nothing is shown.</p>
    </main>
  );
}
