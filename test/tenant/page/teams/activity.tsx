import { Avatar, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { ActivityView, PagePerson } from '../../page-api/shapes.ts';
import { DeskOnIcon } from '../look/icons.ts';
import { phoneWidth } from '../look/use-wide.ts';
import { Face } from '../parts/face.tsx';
import { clockTime } from '../parts/times.ts';
import { htmlOfMarkdown } from './card-markdown.ts';
import { LiveCard } from './live-card.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'flex-start' },
  mine: { flexDirection: 'row-reverse', textAlign: 'left', '& > *': { alignItems: 'flex-end' } },
  // a phone needs the room for the card
  avatar: { flexShrink: 0, [`@media (max-width: ${String(phoneWidth - 1)}px)`]: { display: 'none' } },
  said: { display: 'flex', flexDirection: 'column', gap: '4px', minWidth: 0, maxWidth: '82%' },
  wide: { flex: 1, maxWidth: '100%' },
  meta: { display: 'flex', gap: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground2, flexWrap: 'wrap' },
  bubble: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`, borderRadius: tokens.borderRadiusXLarge, backgroundColor: tokens.colorNeutralBackground1, overflowWrap: 'anywhere', border: `1px solid ${tokens.colorTransparentStroke}`, '& ul, & ol': { margin: '4px 0', paddingInlineStart: '20px' } },
  myBubble: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorNeutralForeground1 },
  deleted: { fontStyle: 'italic', color: tokens.colorNeutralForeground2 },
});

/** One message in a chat: words in a bubble, or a card. */
export function Activity({ person, base, activity }: { person: PagePerson; base: string; activity: ActivityView }): JSX.Element {
  const styles = useStyles();
  const { by, card } = activity;
  return (
    <article className={mergeClasses(styles.row, by.mine ? styles.mine : undefined)} aria-label={`${by.name}, ${clockTime(activity.at)}`}>
      {by.mine ? null : by.kind === 'bot' ? <Avatar size={32} className={styles.avatar} shape="square" color="brand" icon={<DeskOnIcon />} aria-hidden /> : <Face name={by.name} size={32} className={styles.avatar} />}
      <div className={mergeClasses(styles.said, card === null ? undefined : styles.wide)}>
        <Text size={200} className={styles.meta}>
          {by.mine ? null : <Text size={200} weight="semibold">{by.name}</Text>}
          <span>{clockTime(activity.at)}</span>
          {activity.edited && !activity.deleted ? <span>Edited</span> : null}
        </Text>
        <Said person={person} base={base} activity={activity} />
      </div>
    </article>
  );
}

function Said({ person, base, activity }: { person: PagePerson; base: string; activity: ActivityView }): JSX.Element {
  const styles = useStyles();
  if (activity.deleted) return <Text className={mergeClasses(styles.bubble, styles.deleted)}>This message has been deleted.</Text>;
  if (activity.card !== null) return <LiveCard person={person} base={base} activityId={activity.id} edits={activity.edits} posted={activity.card} />;
  if (activity.by.kind === 'person') return <Text className={mergeClasses(styles.bubble, activity.by.mine ? styles.myBubble : undefined)} style={{ whiteSpace: 'pre-wrap' }}>{activity.text}</Text>;
  return <div className={styles.bubble} dangerouslySetInnerHTML={{ __html: htmlOfMarkdown(activity.text) }} />;
}
