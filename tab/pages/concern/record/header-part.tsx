import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import { outcomeWords, routeWords } from '../../../../src/concern/rules/screen-words.ts';
import { PriorityBadge, StatusBadge } from '../../../parts/badges.tsx';
import { PageTitle } from '../../../parts/page-title.tsx';
import { useConcern } from '../press/concern-scene.ts';

const useStyles = makeStyles({
  header: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  small: { color: tokens.colorNeutralForeground2 },
  badges: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

/** Reference, what it is about, in what state, how soon. */
export function HeaderPart(): JSX.Element {
  const styles = useStyles();
  const { concern, words } = useConcern().page.view;
  const title = words['subject']?.trim();
  return (
    <header className={styles.header}>
      <Text size={300} weight="semibold" className={styles.small}>{concern.ref}</Text>
      <PageTitle>{title === undefined || title === '' ? routeWords[concern.route] : title.slice(0, 300)}</PageTitle>
      <div className={styles.badges}>
        {concern.status === 'none' ? null : <StatusBadge status={concern.status} />}
        {concern.outcome === null ? <PriorityBadge priority={concern.priority} /> : null}
        <Text>{`${concern.outcome === null ? '' : `${outcomeWords[concern.outcome]} · `}${routeWords[concern.route]}`}</Text>
      </div>
    </header>
  );
}
