import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TabHost { origin: string; server: Server }

/** What the host tells the tab: who somebody is (as a token), which theme, and the place that a deep link names. */
export interface HostedTab { tab: string; token: string; theme: string; subPage: string | null }

/**
 * A page on another origin that plays the host of teams-js over `postMessage`, as Teams does. What it should say stands after the `#`;
 * `changeTheme(name)` pushes another theme.
 */
export async function startTabHost(): Promise<TabHost> {
  const server = createServer((_, response) => { response.setHeader('content-type', 'text/html; charset=utf-8'); response.end(page); });
  await new Promise<void>((ready) => { server.listen(0, 'localhost', ready); });
  return { server, origin: `http://localhost:${String((server.address() as AddressInfo).port)}` };
}

export function hostAddress(host: TabHost, hosted: HostedTab): string {
  return `${host.origin}/#${encodeURIComponent(JSON.stringify(hosted))}`;
}

const runtime = {
  apiVersion: 4, hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } }, isLegacyTeams: false,
  supports: { dialog: { card: { bot: {} }, url: { bot: {} }, update: {} }, pages: { appButton: {}, tabs: {}, config: {}, backStack: {}, fullTrust: {} } },
};

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Teams</title>
<style>html,body{margin:0;height:100%}iframe{display:block;width:100%;height:100%;border:0}</style></head><body><iframe title="Concern Desk"></iframe><script>
const hosted = JSON.parse(decodeURIComponent(location.hash.slice(1)));
const frame = document.querySelector('iframe');
const origin = new URL(hosted.tab).origin;
const answers = {
  initialize: () => ['content', 'web', ${JSON.stringify(JSON.stringify(runtime))}, '2.0.1'],
  getContext: () => [{ theme: hosted.theme, locale: 'en-gb', entityId: 'concerns', subEntityId: hosted.subPage ?? undefined, frameContext: 'content', hostName: 'Teams', hostClientType: 'web', sessionId: 's', userObjectId: 'not-proof' }],
  'authentication.getAuthToken': () => hosted.token === '' ? [false, 'CancelledByUser'] : [true, hosted.token],
};
addEventListener('message', (event) => {
  if (event.source !== frame.contentWindow || event.origin !== origin) return;
  const { id, func, uuid, uuidAsString } = event.data;
  if (answers[func] !== undefined) frame.contentWindow.postMessage({ id, uuid, uuidAsString, args: answers[func]() }, origin);
});
window.changeTheme = (theme) => { frame.contentWindow.postMessage({ func: 'themeChange', args: [theme] }, origin); };
frame.src = hosted.tab;
</script></body></html>`;
