import type { ServerResponse } from 'node:http';
import type { Tenant } from '../tenant.ts';

/** What the page may follow. The data are ids only. */
const NEWS = ['mail-arrived', 'mail-changed', 'activity-posted', 'activity-updated', 'activity-deleted', 'clock-moved', 'state-replaced'];

/** `GET /control/news`: the tenant's inside news as server-sent events, one event per happening. */
export function streamNews(tenant: Tenant, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(': listening\n\n');
  const listeners = NEWS.map((name) => {
    const heard = (news: unknown): void => { response.write(`event: ${name}\ndata: ${JSON.stringify(news ?? {})}\n\n`); };
    tenant.events.on(name, heard);
    return { name, heard };
  });
  response.on('close', () => { for (const { name, heard } of listeners) tenant.events.off(name, heard); });
}
