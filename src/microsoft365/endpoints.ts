import { z } from 'zod';

/** Where Microsoft 365 is: the public cloud, or the small one on this machine. */
export interface Endpoints {
  /** Sign-in, without a slash at its end; the tenant id follows it. */
  login: string;
  /** Graph, without version and without a slash at its end. */
  graph: string;
  /** OpenID document of what the Teams connector signs with. */
  botOpenId: string;
  /** Issuer that the connector's tokens must name. */
  botTokenIssuer: string;
  /** What the bot asks a token for; `/.default` is added by the connector's SDK. */
  botScope: string;
  /** Addresses to which the bot may send its token; a serviceUrl must start with one of them. Each ends with a slash. */
  serviceUrls: string[];
  /** Who may frame the tab (`frame-ancestors`). */
  tabFrameAncestors: string[];
  /** Origins given to `app.initialize` of teams-js; empty: Microsoft's own list. */
  tabOrigins: string[];
}

// Names in tokens, not addresses that anything connects to: the same on the local stand-in.
const botTokenIssuer = 'https://api.botframework.com';
const botScope = 'https://api.botframework.com';

/** The global cloud, which UK schools use. Frame ancestors as Microsoft's page "Tab requirements" lists them. */
export const publicEndpoints: Endpoints = {
  login: 'https://login.microsoftonline.com',
  graph: 'https://graph.microsoft.com',
  botOpenId: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  botTokenIssuer,
  botScope,
  serviceUrls: ['https://smba.trafficmanager.net/'],
  tabFrameAncestors: [
    'https://teams.microsoft.com', 'https://*.teams.microsoft.com', 'https://*.cloud.microsoft', 'https://*.microsoft365.com', 'https://*.office.com',
    'https://outlook.office.com', 'https://outlook.office365.com', 'https://outlook-sdf.office.com', 'https://outlook-sdf.office365.com',
  ],
  tabOrigins: [],
};

const loopback = z.string().refine(isLoopback, { error: (issue) => `"${String(issue.input)}" is not an address of this machine` });
// The Graph client and msal-node send no token over plain http.
const loopbackTls = loopback.refine((text) => text.startsWith('https://'), { error: 'must begin with https://' });

const localFile = z.object({
  login: loopbackTls, graph: loopbackTls, botOpenId: loopbackTls, serviceUrls: z.array(loopbackTls).min(1),
  tabFrameAncestors: z.array(loopback), tabOrigins: z.array(loopback),
});

/** Reads `.local/endpoints.json`. A host that is not loopback is refused, so that no secret of a rehearsal leaves the machine. */
export function localEndpoints(text: string): Endpoints {
  const parsed = localFile.safeParse(parseJson(text));
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw new Error(`The file .local/endpoints.json can't be used (${faults}). Start the local Microsoft 365 again with "npm start", which writes it.`);
  }
  const { login, graph, serviceUrls, ...rest } = parsed.data;
  // A prefix that ends with a slash can't be continued into another host's name.
  return { ...rest, login: withoutSlash(login), graph: withoutSlash(graph), serviceUrls: serviceUrls.map((url) => `${withoutSlash(url)}/`), botTokenIssuer, botScope };
}

function parseJson(text: string): unknown {
  try { return JSON.parse(text) as unknown; } catch { return null; }
}

function isLoopback(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { hostname, username, protocol } = new URL(text);
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname) && username === '' && /^https?:$/.test(protocol);
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}
