/** What may happen elsewhere: mail comes, a card changes, the clock moves. The names are those of `/control/news`. */
export const topics = ['mail-arrived', 'mail-changed', 'activity-posted', 'activity-updated', 'activity-deleted', 'clock-moved', 'state-replaced'] as const;
export type Topic = (typeof topics)[number];
export interface News { topic: Topic; data: Record<string, unknown> }

type Listener = (news: News) => void;
const listeners = new Set<Listener>();
const connectionListeners = new Set<() => void>();
let connected = false;
let source: EventSource | null = null;

/** One stream for the whole page, opened by the first who listens; the browser opens it again by itself when it breaks. */
export function hearNews(listener: Listener): () => void {
  source ??= openSource();
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

export function isConnected(): boolean {
  return connected;
}

export function followConnection(changed: () => void): () => void {
  connectionListeners.add(changed);
  return () => { connectionListeners.delete(changed); };
}

function openSource(): EventSource {
  const opened = new EventSource('/control/news');
  let openedBefore = false;
  opened.onopen = () => {
    setConnected(true);
    // What happened while nobody listened is not told again: everybody reads anew.
    if (openedBefore) tell({ topic: 'state-replaced', data: {} });
    openedBefore = true;
  };
  opened.onerror = () => { setConnected(false); };
  for (const topic of topics) opened.addEventListener(topic, (event: MessageEvent<string>) => { tell({ topic, data: JSON.parse(event.data) as Record<string, unknown> }); });
  return opened;
}

function tell(news: News): void {
  for (const listener of listeners) listener(news);
}

function setConnected(now: boolean): void {
  connected = now;
  for (const changed of connectionListeners) changed();
}
