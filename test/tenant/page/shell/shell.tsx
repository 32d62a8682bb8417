import { makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { PagePerson } from '../../page-api/shapes.ts';
import { DeskPage } from '../desk/desk-page.tsx';
import { phoneWidth } from '../look/use-wide.ts';
import { MailPage } from '../mail/mail-page.tsx';
import { PlannerPage } from '../planner/planner-page.tsx';
import type { Place } from '../place/place.ts';
import { FilesPage } from '../site/files-page.tsx';
import { ListPage } from '../site/list-page.tsx';
import { TeamsPage } from '../teams/teams-page.tsx';
import { Header } from './header.tsx';
import { NewsToasts } from './news-toasts.tsx';
import { Rail } from './rail.tsx';

const phone = `@media (max-width: ${String(phoneWidth - 1)}px)`;
const useStyles = makeStyles({
  shell: { display: 'flex', flexDirection: 'column', height: '100%', backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground1 },
  below: { display: 'flex', flex: 1, minHeight: 0, [phone]: { flexDirection: 'column' } },
  main: { flex: 1, minWidth: 0, minHeight: 0, position: 'relative' },
});

/** Everything around the app that is open. */
export function Shell(props: { school: string; person: PagePerson; place: Place }): JSX.Element {
  const styles = useStyles();
  const { person, place } = props;
  const app = person.outside ? 'mail' : place.app;
  return (
    <div className={styles.shell}>
      <Header school={props.school} person={person} />
      <div className={styles.below}>
        <Rail person={person} app={app} />
        <main className={styles.main}><OpenApp person={person} place={{ ...place, app }} /></main>
      </div>
      {person.outside ? null : <NewsToasts person={person} place={place} />}
    </div>
  );
}

function OpenApp({ person, place }: { person: PagePerson; place: Place }): JSX.Element {
  switch (place.app) {
    case 'mail': return <MailPage person={person} rest={place.rest} />;
    case 'teams': return <TeamsPage person={person} rest={place.rest} />;
    case 'desk': return <DeskPage person={person} subPage={place.rest[0] ?? null} />;
    case 'list': return <ListPage person={person} />;
    case 'files': return <FilesPage person={person} folder={place.rest[0] ?? null} />;
    case 'planner': return <PlannerPage person={person} />;
  }
}
