import { TenantFault, type TenantReply, type TenantRequest } from '../../route.ts';
import type { Tenant } from '../../tenant.ts';
import { changesAfter, lastChange, type Change } from '../changes.ts';
import { currentGeneration, readToken, writeToken, type DeltaToken } from './delta-token.ts';
import { foldersOf } from '../folders.ts';
import { messagesIn, messagesOf } from '../messages.ts';
import type { Folder, Message } from '../model.ts';
import { readPrefer, withPreferenceApplied, type Prefer } from './prefer.ts';
import { selectMessage } from './select-message.ts';

const DEFAULT_PAGE = 10;
const MAX_FILTERED = 5000;
/** Every third round begins with an empty page, as Graph's now and then do. */
const EMPTY_EVERY = 3;

interface Page { value: Record<string, unknown>[]; next: DeltaToken | null; done: DeltaToken | null }

/** `GET …/mailFolders/{id}/messages/delta`: first rounds list the folder, later ones what changed in it. */
export function deltaOf(tenant: Tenant, request: TenantRequest, folder: Folder): TenantReply {
  const prefer = readPrefer(request);
  const token = tokenOf(tenant, request, folder);
  const page = token.phase === 'listing' ? listingPage(tenant, token, prefer) : changesPage(tenant, token, prefer);
  const address = `${tenant.origin}${request.path.split('/').map(encodeURIComponent).join('/')}`;
  return withPreferenceApplied(prefer, { status: 200, body: {
    '@odata.context': `${tenant.origin}/v1.0/$metadata#Collection(message)`,
    ...(page.next === null ? {} : { '@odata.nextLink': `${address}?$skiptoken=${writeToken(page.next)}` }),
    ...(page.done === null ? {} : { '@odata.deltaLink': `${address}?$deltatoken=${writeToken(page.done)}` }),
    value: page.value,
  } });
}

function tokenOf(tenant: Tenant, request: TenantRequest, folder: Folder): DeltaToken {
  const given = request.query.get('$skiptoken') ?? request.query.get('$deltatoken');
  if (given === null) return firstToken(tenant, request, folder);
  if ([...request.query.keys()].length > 1) throw new TenantFault(400, 'BadRequest', 'Options can not be added to a delta or next link: the token holds those of the first request.');
  const token = readToken(tenant, given, `${tenant.origin}${request.path}`);
  if (token.folder !== folder.id) throw new TenantFault(400, 'ErrorInvalidSyncStateData', 'The sync state data belongs to another folder.');
  return token;
}

function firstToken(tenant: Tenant, request: TenantRequest, folder: Folder): DeltaToken {
  const order = request.query.get('$orderby');
  if (order !== null && !/^receivedDateTime\s+desc$/i.test(order)) throw new TenantFault(400, 'ErrorInvalidUrlQuery', 'Delta on messages can only be ordered by receivedDateTime desc.');
  if (request.query.has('$search') || request.query.has('$expand')) throw new TenantFault(400, 'ErrorInvalidUrlQuery', 'Delta on messages takes neither $search nor $expand.');
  const changeType = request.query.get('changeType');
  if (changeType !== null && !['created', 'updated', 'deleted'].includes(changeType)) throw new TenantFault(400, 'ErrorInvalidUrlQuery', `changeType '${changeType}' is not known.`);
  return {
    generation: currentGeneration(tenant), folder: folder.id, select: request.query.get('$select'), bound: boundOf(request.query.get('$filter')), changeType,
    phase: 'listing', roundFrom: lastChange(tenant), upTo: lastChange(tenant), after: null, round: 0, emptyPageGiven: false,
  };
}

function boundOf(filter: string | null): DeltaToken['bound'] {
  if (filter === null) return null;
  const [, operator, moment] = /^\s*receivedDateTime\s+(ge|gt)\s+'?([^\s']+)'?\s*$/i.exec(filter) ?? [];
  const at = Date.parse(moment ?? '');
  if (Number.isNaN(at)) throw new TenantFault(400, 'ErrorInvalidUrlQueryFilter', 'Delta on messages can only be filtered by receivedDateTime ge or gt.');
  return { operator: operator?.toLowerCase() === 'gt' ? 'gt' : 'ge', at };
}

function listingPage(tenant: Tenant, token: DeltaToken, prefer: Prefer): Page {
  const size = prefer.pageSize ?? DEFAULT_PAGE;
  const mailbox = mailboxOf(tenant, token.folder);
  const all = mailbox === null || token.changeType === 'deleted' ? [] : messagesIn(tenant, mailbox, token.folder).filter((message) => within(token, message));
  const left = (token.bound === null ? all : all.slice(0, MAX_FILTERED)).filter((message) => isAfter(token.after, message));
  const shown = left.slice(0, size);
  const value = shown.map((message) => entry(tenant, message, token, prefer));
  const last = shown.at(-1);
  if (last !== undefined && left.length > size) return { value, next: { ...token, after: { receivedAt: last.receivedAt, key: last.key } }, done: null };
  return { value, next: null, done: { ...token, phase: 'changes', after: null, round: token.round + 1, emptyPageGiven: false } };
}

function mailboxOf(tenant: Tenant, folder: string): string | null {
  return foldersOf(tenant).get(folder)?.mailbox ?? null;
}

/** Newest first, as `messagesIn` has them. */
function isAfter(mark: DeltaToken['after'], message: Message): boolean {
  return mark === null || message.receivedAt < mark.receivedAt || (message.receivedAt === mark.receivedAt && message.key > mark.key);
}

function changesPage(tenant: Tenant, token: DeltaToken, prefer: Prefer): Page {
  if (token.round % EMPTY_EVERY === 0 && !token.emptyPageGiven) return { value: [], next: { ...token, emptyPageGiven: true }, done: null };
  const size = prefer.pageSize ?? DEFAULT_PAGE;
  const changes = changesAfter(tenant, token.folder, token.roundFrom);
  const latest = [...new Map(changes.map((change) => [change.key, change])).values()].filter((change) => change.n > token.upTo).sort((a, b) => a.n - b.n);
  const shown = latest.slice(0, size);
  const value = shown.flatMap((change) => changeEntry(tenant, token, prefer, change, changes));
  const last = shown.at(-1);
  if (last !== undefined && latest.length > size) return { value, next: { ...token, upTo: last.n }, done: null };
  return { value, next: null, done: { ...token, roundFrom: lastChange(tenant), upTo: lastChange(tenant), round: token.round + 1, emptyPageGiven: false } };
}

/** The mail as it is now, or that it is no longer in this folder. */
function changeEntry(tenant: Tenant, token: DeltaToken, prefer: Prefer, change: Change, changes: Change[]): Record<string, unknown>[] {
  const message = messagesOf(tenant).get(change.key);
  if (change.kind === 'deleted' || message?.folder !== token.folder) {
    const id = prefer.immutableIds ? change.key : change.id;
    return wants(token, 'deleted') ? [{ '@odata.type': '#microsoft.graph.message', id, '@removed': { reason: 'deleted' } }] : [];
  }
  const kind = changes.some((one) => one.key === change.key && one.kind === 'created') ? 'created' : 'updated';
  return wants(token, kind) && within(token, message) ? [entry(tenant, message, token, prefer)] : [];
}

function wants(token: DeltaToken, kind: Change['kind']): boolean {
  return token.changeType === null || token.changeType === kind;
}

function within(token: DeltaToken, message: Message): boolean {
  if (token.bound === null) return true;
  return token.bound.operator === 'ge' ? message.receivedAt >= token.bound.at : message.receivedAt > token.bound.at;
}

function entry(tenant: Tenant, message: Message, token: DeltaToken, prefer: Prefer): Record<string, unknown> {
  return { '@odata.type': '#microsoft.graph.message', ...selectMessage(tenant, message, prefer, token.select) };
}
