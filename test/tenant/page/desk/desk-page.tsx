import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { PagePerson, TabView } from '../../page-api/shapes.ts';
import { useLive } from '../live/use-live.ts';
import { NotReachedIcon, TryAgainIcon } from '../look/icons.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { Loading } from '../parts/loading.tsx';
import { TabFrame } from './tab-frame.tsx';

const useStyles = makeStyles({ page: { height: '100%', backgroundColor: tokens.colorNeutralBackground2 } });

/** The app's personal tab, as Teams opens it. */
export function DeskPage({ person, subPage }: { person: PagePerson; subPage: string | null }): JSX.Element {
  const styles = useStyles();
  const tab = useLive<TabView>(`as/${person.key}/tab`, []);
  if (tab.data === null) return <Loading label="Opening Concern Desk" error={tab.error} />;
  if (!tab.data.reachable) {
    return (
      <EmptyState icon={<NotReachedIcon />} title="Concern Desk is not answering" text="Teams could not reach the app. It may still be starting.">
        <Button appearance="primary" icon={<TryAgainIcon />} onClick={tab.reload}>Try again</Button>
      </EmptyState>
    );
  }
  return <div className={styles.page}><TabFrame key={`${tab.data.url} ${subPage ?? ''}`} person={person} tab={tab.data} subPage={subPage} /></div>;
}
