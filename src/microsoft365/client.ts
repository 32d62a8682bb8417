import type { ConfidentialClientApplication } from '@azure/msal-node';
import { AuthenticationHandler, Client, HTTPMessageHandler, ResponseType, TelemetryHandler, type Middleware } from '@microsoft/microsoft-graph-client';
import { Fault } from '../ports.ts';
import type { Endpoints } from './endpoints.ts';
import { codeOf, GraphRefusal, networkFault, refusalFault, retryAfter, type CallFacts } from './faults.ts';
import { parseJson } from './graph/parse-json.ts';
import { pauseBeforeRepeat } from './graph/repeat.ts';
import type { Right } from './graph/rights.ts';
import { graphToken, openSignIn, type Credential } from './graph/sign-in.ts';
import { Witness, WitnessHandler } from './graph/witness.ts';

export type { Credential } from './graph/sign-in.ts';

export interface GraphCall {
  /** For the operator: "read a mail". No names, no addresses. */
  doing: string;
  right: Right;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Encoded (see `odata.ts`) and without host and version; or a link that Graph gave. */
  path: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as they are. */
  bytes?: Uint8Array;
  /** Doing it twice would be wrong. Every POST is taken to be so unless it says otherwise. */
  once?: boolean;
}

export interface GraphAnswer { status: number; bytes: Uint8Array; json(): unknown }

export type Send = (call: GraphCall) => Promise<GraphAnswer>;

export interface Graph {
  /** The bot's connector signs in through the same client. */
  signIn: ConfidentialClientApplication;
  /** Answers with a success or throws `Fault` or `Conflict`. */
  send: Send;
}

/** Graph calls end here, so that nothing lands long after its worker gave it up. */
const deadline = 30_000;
// SharePoint asks for this form, by which it tells apps apart when it throttles.
const userAgent = 'NONISV|School|ConcernDesk/0.1';

/** Opens Microsoft Graph as the app. All traps of the Graph client 3 are dealt with here; nobody else imports it. */
export function openGraph(endpoints: Endpoints, credential: Credential, deadlineMs = deadline): Graph {
  const signIn = openSignIn(endpoints, credential);
  let refused = false;
  const token = (): Promise<string> => { const anew = refused; refused = false; return graphToken(signIn, anew); };
  const client = openClient(endpoints.graph, token);
  const send: Send = async (call) => {
    refuseOtherHost(call, endpoints.graph);
    const began = performance.now();
    for (let tries = 1; ; tries += 1) {
      try { return await sendOnce(client, call, deadlineMs); } catch (error) {
        if (error instanceof GraphRefusal && error.status === 401) refused = true;
        const pause = pauseBeforeRepeat({ method: call.method, tries, spentMs: performance.now() - began, error });
        if (pause === null) throw error;
        await new Promise((done) => { setTimeout(done, pause); });
      }
    }
  };
  return { signIn, send };
}

/**
 * The client's chain without its retry handler, which sends creates again, and without its redirect handler, since fetch itself
 * follows and keeps the token from other hosts.
 */
function openClient(graph: string, token: () => Promise<string>): Client {
  const chain: Middleware[] = [new WitnessHandler(), new AuthenticationHandler({ getAccessToken: token }), new TelemetryHandler(), new HTTPMessageHandler()];
  chain.forEach((one, index) => { const next = chain[index + 1]; if (next !== undefined) one.setNext?.(next); });
  // A host with its port is never matched, and then no token is sent: only the name.
  return Client.initWithMiddleware({ baseUrl: `${graph}/`, customHosts: new Set([new URL(graph).hostname]), middleware: chain });
}

/** A link from elsewhere would take the token with it. */
function refuseOtherHost(call: GraphCall, graph: string): void {
  if (call.path.startsWith('/')) return;
  if (!URL.canParse(call.path) || new URL(call.path).origin !== new URL(graph).origin) {
    throw new Fault(`Microsoft 365 gave a link to another host when asked to ${call.doing}; it was not followed.`, 'never');
  }
}

async function sendOnce(client: Client, call: GraphCall, deadlineMs: number): Promise<GraphAnswer> {
  const facts: CallFacts = { doing: call.doing, right: call.right, once: call.once ?? call.method === 'POST' };
  const witness = new Witness();
  let answer: { response: Response; bytes: Uint8Array };
  try { answer = await exchange(client, call, witness, deadlineMs); } catch (error) {
    const cause = witness.cause ?? error;
    throw cause instanceof Fault ? cause : networkFault(cause, facts);
  }
  const { response, bytes } = answer;
  const json = (): unknown => parseJson(bytes);
  if (response.ok) return { status: response.status, bytes, json };
  throw refusalFault({
    status: response.status, code: codeOf(json()), after: retryAfter(response.headers.get('retry-after'), Date.now()), requestId: response.headers.get('request-id') ?? 'unknown',
  }, facts);
}

/** Raw answers: the client would hand back a stream for 202, a decoded text for `$value`, and throw an ArrayBuffer for an error. */
async function exchange(client: Client, call: GraphCall, witness: Witness, deadlineMs: number): Promise<{ response: Response; bytes: Uint8Array }> {
  const request = client.api(call.path).responseType(ResponseType.RAW).middlewareOptions([witness])
    .options({ signal: AbortSignal.timeout(deadlineMs) }).headers({ 'User-Agent': userAgent, ...call.headers });
  const response = await sendBy(request, call) as Response;
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
}

function sendBy(request: ReturnType<Client['api']>, call: GraphCall): Promise<unknown> {
  // A view of a larger buffer would be sent with all that is around it: the client looks only at `.buffer`.
  const body = call.bytes === undefined ? call.json : Buffer.from(call.bytes);
  switch (call.method) {
    case 'GET': return request.get();
    case 'POST': return request.post(body);
    case 'PUT': return request.put(body);
    case 'PATCH': return request.patch(body);
    case 'DELETE': return request.delete();
  }
}
