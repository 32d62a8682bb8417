import type { ThemeName } from './look/themes.ts';

/** What Teams tells a tab about where it is and for whom. */
export interface TabContext { theme: ThemeName; subPage: string | null; oid: string; tid: string; upn: string; pageId: string; sessionId: string }

/** What the tab may ask of Teams besides. */
export interface HostDoors { token(): Promise<string>; openLink(address: string): void; openPage(subPage: string | null): void; failed(reason: string): void }

export interface TabHost { themeChanged(theme: ThemeName): void; stop(): void }

interface Asked { id?: number; uuidAsString?: string; uuid?: unknown; func: string; args: unknown[] }
type Answer = unknown[] | null | Promise<unknown[] | null>;

/**
 * The host's side of Microsoft's teams-js, by `postMessage`: the frame's library asks `{id, func, args}`, the host answers
 * `{id, args}` and pushes `{func, args}` to handlers the frame has registered. Only the frame itself, while it shows the
 * tab's own origin, is listened and spoken to. What is not listed in `supports` teams-js refuses by itself.
 */
export function hostTab(frame: HTMLIFrameElement, tabOrigin: string, context: () => TabContext, doors: HostDoors): TabHost {
  const registered = new Set<string>();
  const post = (message: object): void => { frame.contentWindow?.postMessage(message, tabOrigin); };
  const heard = (event: MessageEvent<unknown>): void => {
    if (event.source !== frame.contentWindow || event.origin !== tabOrigin) return;
    const asked = parseAsked(event.data);
    if (asked === null) return;
    void Promise.resolve(answerTo(asked, context, doors, registered)).then((args) => {
      if (args !== null && asked.id !== undefined) post({ id: asked.id, args, ...uuidOf(asked) });
    });
  };
  window.addEventListener('message', heard);
  return {
    themeChanged: (theme) => { if (registered.has('themeChange')) post({ func: 'themeChange', args: [theme] }); },
    stop: () => { window.removeEventListener('message', heard); },
  };
}

/** What Teams on the web said it can do, as far as a tab of ours may need it. */
const runtime = JSON.stringify({
  apiVersion: 4, hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } }, isLegacyTeams: false,
  supports: { pages: { appButton: {}, tabs: {}, config: {}, backStack: {}, fullTrust: {} }, dialog: { card: { bot: {} }, url: { bot: {} }, update: {} } },
});

function answerTo(asked: Asked, context: () => TabContext, doors: HostDoors, registered: Set<string>): Answer {
  const [first] = asked.args;
  switch (asked.func) {
    case 'initialize': return ['content', 'web', runtime, '2.0.1'];
    case 'getContext': return [legacyContext(context())];
    case 'registerHandler': if (typeof first === 'string') registered.add(first); return null;
    case 'authentication.getAuthToken': return doors.token().then((token) => [true, token], () => [false, 'Token could not be issued.']);
    case 'executeDeepLink': doors.openLink(String(first)); return [true];
    case 'pages.navigateToApp': doors.openPage(subPageFrom(first)); return [true];
    case 'navigateBack': window.history.back(); return [true];
    case 'appInitialization.failure': case 'appInitialization.expectedFailure': doors.failed(String(asked.args[1] ?? first)); return null;
    case 'appInitialization.appLoaded': case 'appInitialization.success': case 'setFrameContext': case 'shareDeepLink': case 'returnFocus': return null;
    default: console.warn(`The tab asked Teams for "${asked.func}", which the local Microsoft 365 does not imitate.`); return null;
  }
}

/** The flat shape that `getContext` has had since version 1; teams-js sorts it into its own. */
function legacyContext(context: TabContext): object {
  return {
    theme: context.theme, locale: 'en-gb', entityId: context.pageId, subEntityId: context.subPage ?? undefined, frameContext: 'content', isFullScreen: false, isMultiWindow: false,
    userObjectId: context.oid, tid: context.tid, upn: context.upn, loginHint: context.upn, hostName: 'Teams', hostClientType: 'web', sessionId: context.sessionId, appSessionId: context.sessionId, ringId: 'general',
  };
}

function subPageFrom(parameters: unknown): string | null {
  const subPage = (parameters as { subPageId?: unknown } | null)?.subPageId;
  return typeof subPage === 'string' ? subPage : null;
}

function parseAsked(data: unknown): Asked | null {
  if (typeof data !== 'object' || data === null) return null;
  const { id, func, args, uuid, uuidAsString } = data as Record<string, unknown>;
  if (typeof func !== 'string') return null;
  return { func, args: Array.isArray(args) ? args : [], ...(typeof id === 'number' ? { id } : {}), ...(typeof uuidAsString === 'string' ? { uuidAsString } : {}), ...(uuid === undefined ? {} : { uuid }) };
}

/** teams-js finds the question an answer belongs to by these, where it sent them. */
function uuidOf(asked: Asked): object {
  return { ...(asked.uuidAsString === undefined ? {} : { uuidAsString: asked.uuidAsString }), ...(asked.uuid === undefined ? {} : { uuid: asked.uuid }) };
}
