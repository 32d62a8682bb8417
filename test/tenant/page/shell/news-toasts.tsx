import { Link, Toast, ToastBody, ToastTitle, ToastTrigger, Toaster, useId, useToastController } from '@fluentui/react-components';
import { useEffect, useRef, type JSX } from 'react';
import type { ActivityView, PagePerson } from '../../page-api/shapes.ts';
import { readPage } from '../live/ask-page.ts';
import { hearNews } from '../live/news.ts';
import { buildHash, type Place } from '../place/place.ts';

const shownMs = 7_000;

/** A banner for what the app posts while its chat is not open: the summary only, as on a lock screen. */
export function NewsToasts({ person, place }: { person: PagePerson; place: Place }): JSX.Element {
  const toasterId = useId('news');
  const { dispatchToast } = useToastController(toasterId);
  const inTeams = useRef(false);
  inTeams.current = place.app === 'teams';
  useEffect(() => hearNews(({ topic, data }) => {
    if (topic !== 'activity-posted' || inTeams.current) return;
    void summaryOf(person, String(data['conversationId']), String(data['activityId'])).then((summary) => {
      if (summary !== null) dispatchToast(<NewsToast person={person} chat={String(data['conversationId'])} summary={summary} />, { timeout: shownMs, intent: 'info' });
    });
  }), [person, dispatchToast]);
  return <Toaster toasterId={toasterId} position="bottom-end" />;
}

function NewsToast(props: { person: PagePerson; chat: string; summary: string }): JSX.Element {
  const open = <ToastTrigger><Link href={buildHash(props.person.key, 'teams', props.chat)}>Open</Link></ToastTrigger>;
  return <Toast><ToastTitle action={open}>Concern Desk</ToastTitle><ToastBody>{props.summary}</ToastBody></Toast>;
}

/** Null where the chat is somebody else's, or the message this person's own. */
async function summaryOf(person: PagePerson, chat: string, activity: string): Promise<string | null> {
  try {
    const all = await readPage<ActivityView[]>(`as/${person.key}/teams/${encodeURIComponent(chat)}`);
    const found = all.find((one) => one.id === activity);
    if (found?.by.kind !== 'bot') return null;
    return found.summary !== '' ? found.summary : found.text !== '' ? found.text : 'Sent a card';
  } catch { return null; }
}
