import { Avatar, Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type JSX } from 'react';
import type { ActivityView, ChatView as Chat, PagePerson } from '../../page-api/shapes.ts';
import { actOnPage, sentenceOf } from '../live/ask-page.ts';
import { useLive } from '../live/use-live.ts';
import { BackIcon, DeskOnIcon } from '../look/icons.ts';
import { Loading } from '../parts/loading.tsx';
import { buildHash } from '../place/place.ts';
import { Activity } from './activity.tsx';
import { MessageBox } from './message-box.tsx';
import { Typing } from './typing.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%' },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`, backgroundColor: tokens.colorNeutralBackground1, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, minHeight: '52px' },
  stream: { flex: 1, overflowY: 'auto', padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}` },
  middle: { maxWidth: '860px', margin: '0 auto', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  none: { textAlign: 'center', color: tokens.colorNeutralForeground2, padding: tokens.spacingVerticalXXL },
  problem: { color: tokens.colorStatusDangerForeground1, textAlign: 'right' },
});

export function ChatView({ person, chat, back }: { person: PagePerson; chat: Chat; back: boolean }): JSX.Element {
  const styles = useStyles();
  const base = `as/${person.key}/teams/${encodeURIComponent(chat.id)}`;
  const activities = useLive<ActivityView[]>(base, ['activity-posted', 'activity-updated', 'activity-deleted']);
  const [waiting, setWaiting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const say = (text: string): void => {
    setWaiting(true);
    setProblem(null);
    actOnPage<{ reached: boolean }>(`${base}/say`, { text }).then(({ reached }) => { if (!reached) setProblem('Unable to reach app. Please try again.'); }, (error: unknown) => { setProblem(sentenceOf(error)); })
      .finally(() => { setWaiting(false); });
  };
  const all = activities.data;
  const stream = useStickToEnd(`${String(all?.length ?? 0)} ${String(waiting)} ${problem ?? ''}`);
  if (all === null) return <Loading label="Opening the chat" error={activities.error} />;
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        {back ? <Button as="a" href={buildHash(person.key, 'teams')} appearance="subtle" icon={<BackIcon />} aria-label="Back to the chats" /> : null}
        <Avatar size={32} shape="square" color="brand" icon={<DeskOnIcon />} aria-hidden />
        <Text as="h1" size={400} weight="semibold" style={{ margin: 0 }}>{chat.name}</Text>
      </div>
      <div ref={stream} className={`${styles.stream} scrolls`} tabIndex={0} role="log" aria-label="Messages">
        <div className={styles.middle}>
          {all.length === 0 ? <Text className={styles.none}>Nothing has been written here yet. Say hello.</Text> : null}
          {all.map((one) => <Activity key={one.id} person={person} base={base} activity={one} />)}
          {waiting ? <Typing /> : null}
          {problem === null ? null : <Text role="alert" size={200} className={styles.problem}>{problem}</Text>}
        </div>
      </div>
      <MessageBox to={chat.name} busy={waiting} onSend={say} />
    </div>
  );
}

/** Keeps the newest message in view, unless somebody has scrolled up to read; cards that grow later are followed too. */
function useStickToEnd(signal: string): React.RefObject<HTMLDivElement> {
  const stream = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  useEffect(() => {
    const box = stream.current;
    const inside = box?.firstElementChild;
    if (box === null || inside === null || inside === undefined) return;
    const toEnd = (): void => { if (atEnd.current) box.scrollTop = box.scrollHeight; };
    const noted = (): void => { atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 60; };
    const grown = new ResizeObserver(toEnd);
    grown.observe(inside);
    box.addEventListener('scroll', noted);
    toEnd();
    return () => { grown.disconnect(); box.removeEventListener('scroll', noted); };
  }, [signal]);
  return stream;
}
