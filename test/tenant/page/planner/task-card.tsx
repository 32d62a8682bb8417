import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { PagePerson, TaskView } from '../../page-api/shapes.ts';
import { actOnPage } from '../live/ask-page.ts';
import { DoneIcon, NotDoneIcon } from '../look/icons.ts';
import { dayOf } from '../parts/times.ts';

const useStyles = makeStyles({
  card: { display: 'flex', gap: tokens.spacingHorizontalS, padding: tokens.spacingVerticalM, backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusLarge, boxShadow: tokens.shadow2 },
  words: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0, overflowWrap: 'anywhere', paddingTop: '2px' },
  done: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** A task, and the ring that ticks it off: in Planner anybody in the group may do so. */
export function TaskCard({ person, task, onChanged }: { person: PagePerson; task: TaskView; onChanged: () => void }): JSX.Element {
  const styles = useStyles();
  const isDone = task.percent === 100;
  const tick = (): void => { void actOnPage(`as/${person.key}/planner/progress`, { task: task.id, done: !isDone }).then(onChanged); };
  const label = isDone ? `Not done after all: ${task.title}` : `Mark as done: ${task.title}`;
  return (
    <div className={styles.card}>
      <Button size="small" appearance="transparent" icon={isDone ? <DoneIcon /> : <NotDoneIcon />} aria-label={label} title={isDone ? 'Not done after all' : 'Mark as done'} onClick={tick} />
      <div className={styles.words}>
        <Text className={isDone ? styles.done : ""}>{task.title}</Text>
        <Text size={200} className={styles.quiet}>{task.done !== null ? `Done ${dayOf(task.done)}` : task.due !== null ? `Due ${dayOf(task.due)}` : task.percent > 0 ? 'In progress' : 'Not started'}</Text>
      </div>
    </div>
  );
}
