import { Badge, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { PagePerson, PlanView } from '../../page-api/shapes.ts';
import { useLive } from '../live/use-live.ts';
import { Loading } from '../parts/loading.tsx';
import { SitePage } from '../site/site-page.tsx';
import { TaskCard } from './task-card.tsx';

const everyMs = 2_000;
const useStyles = makeStyles({
  board: { display: 'flex', gap: tokens.spacingHorizontalL, alignItems: 'flex-start', overflowX: 'auto', paddingBottom: tokens.spacingVerticalL },
  bucket: { flex: '0 0 264px' },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, marginBottom: tokens.spacingVerticalS },
  tasks: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, listStyleType: 'none', margin: 0, padding: 0 },
  none: { display: 'block', color: tokens.colorNeutralForeground2, padding: tokens.spacingVerticalL, textAlign: 'center', border: `1px dashed ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusLarge },
});

/** The plan as a board: a column for each bucket. */
export function PlannerPage({ person }: { person: PagePerson }): JSX.Element {
  const styles = useStyles();
  const plan = useLive<PlanView>(`as/${person.key}/planner`, [], everyMs);
  if (plan.data === null) return <Loading label="Opening the plan" error={plan.error} />;
  return (
    <SitePage title="Concerns" about="A task for each concern that has one: a reference and what is to be done, never a name." boxed={false}>
      <div className={`${styles.board} scrolls`} tabIndex={0} role="group" aria-label="Board">
        {plan.data.buckets.map(({ id, name, tasks }) => (
          <section key={id} className={styles.bucket} aria-label={name}>
            <div className={styles.head}><Text as="h2" weight="semibold" style={{ margin: 0 }}>{name}</Text><Badge appearance="tint" color="informative" aria-label={`${String(tasks.length)} tasks`}>{tasks.length}</Badge></div>
            {tasks.length === 0 ? <Text size={200} className={styles.none}>No tasks</Text> : <ul className={styles.tasks}>{tasks.map((task) => <li key={task.id}><TaskCard person={person} task={task} onChanged={plan.reload} /></li>)}</ul>}
          </section>
        ))}
      </div>
    </SitePage>
  );
}
