import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import type { PagePerson, TeamsView } from '../../page-api/shapes.ts';
import { actOnPage, sentenceOf } from '../live/ask-page.ts';
import { useLive } from '../live/use-live.ts';
import { TeamsIcon } from '../look/icons.ts';
import { phoneWidth, useWide } from '../look/use-wide.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { Loading } from '../parts/loading.tsx';
import { ChatList } from './chat-list.tsx';
import { ChatView } from './chat-view.tsx';

const phone = `@media (max-width: ${String(phoneWidth - 1)}px)`;
const useStyles = makeStyles({
  panes: { display: 'flex', height: '100%' },
  chat: { flex: 1, minWidth: 0, backgroundColor: tokens.colorNeutralBackground3, [phone]: { width: '100%' } },
});

export function TeamsPage({ person, rest }: { person: PagePerson; rest: string[] }): JSX.Element {
  const styles = useStyles();
  const wide = useWide(phoneWidth);
  const teams = useLive<TeamsView>(`as/${person.key}/teams`, ['activity-posted', 'activity-updated', 'activity-deleted'], 3_000);
  if (teams.data === null) return <Loading label="Opening Teams" error={teams.error} />;
  const { chats, installed } = teams.data;
  if (chats.length === 0) return installed ? <EmptyState icon={<TeamsIcon />} title="No messages yet" text="Concern Desk writes here when there is something for you." /> : <AddTheApp person={person} onAdded={teams.reload} />;
  // Beside the list the first chat is open; on a phone it has to be chosen.
  const open = chats.find((chat) => chat.id === rest[0]) ?? (wide || chats.length === 1 ? chats[0] : undefined);
  return (
    <div className={styles.panes}>
      {wide || open === undefined ? <ChatList person={person} chats={chats} open={open?.id ?? null} /> : null}
      {open === undefined ? null : <section className={styles.chat} aria-label={`Chat with ${open.name}`}><ChatView key={open.id} person={person} chat={open} back={!wide && chats.length > 1} /></section>}
    </div>
  );
}

function AddTheApp({ person, onAdded }: { person: PagePerson; onAdded: () => void }): JSX.Element {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const add = (): void => {
    setBusy(true);
    actOnPage<{ reached: boolean }>(`as/${person.key}/teams/install`).then(({ reached }) => { setProblem(reached ? null : 'Unable to reach app. Please try again.'); onAdded(); }, (error: unknown) => { setProblem(sentenceOf(error)); })
      .finally(() => { setBusy(false); });
  };
  return (
    <EmptyState icon={<TeamsIcon />} title="Concern Desk is not in your Teams yet" text={problem ?? 'Add it, and it can write to you here.'}>
      <Button appearance="primary" disabled={busy} onClick={add}>Add Concern Desk</Button>
    </EmptyState>
  );
}
