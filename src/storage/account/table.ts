import { AzureNamedKeyCredential, TableClient, type TransactionAction } from '@azure/data-tables';
import { Conflict, Fault } from '../../ports.ts';
import { sendAscii } from './ascii-body.ts';
import { checkKey } from './check-key.ts';
import { creatingFirst } from './creating-first.ts';
import { codeOf, statusOf } from '../faults.ts';
import type { Row } from './row.ts';
import { givingUp, isPlainHttp, type StorageSettings } from '../settings.ts';

export type Values = Record<string, string | number | bigint | boolean>;

/** One step of an entity-group transaction: all of one partition, all or nothing, at most 100. */
export type Step =
  | { do: 'create' | 'put'; key: string; values: Values }
  | { do: 'replace'; key: string; values: Values; etag: string }
  | { do: 'delete'; key: string };

export interface Table {
  get(partition: string, key: string): Promise<Row | null>;
  /** Rows in key order; `from` is included, `before` is not. */
  between(partition: string, from: string, before: string): Promise<Row[]>;
  /** The partitions that have a row of this key. */
  partitionsWith(key: string): Promise<string[]>;
  /** With a null etag the row must be new, else unchanged since; gives the new etag. Throws `Conflict`. */
  write(partition: string, key: string, values: Values, etag: string | null): Promise<string>;
  /** Whatever was there before. */
  put(partition: string, key: string, values: Values): Promise<void>;
  remove(partition: string, key: string): Promise<void>;
  /** Gives the etag of each step's row, in order. Throws `Conflict`. */
  transact(partition: string, steps: Step[]): Promise<string[]>;
}

/** Opens a table of one school; it is made when it is first used. */
export function openTable(settings: StorageSettings, name: string): Table {
  const client = clientOf(settings, name);
  const run = creatingFirst(() => client.createTable({ abortSignal: givingUp() }));
  return {
    get: (partition, key) => run(() => getRow(client, partition, key)),
    between: (partition, from, before) => run(() => listRows(client,
      `PartitionKey eq ${quoted(partition)} and RowKey ge ${quoted(from)} and RowKey lt ${quoted(before)}`)),
    partitionsWith: async (key) => (await run(() => listRows(client, `RowKey eq ${quoted(key)}`, ['PartitionKey', 'RowKey']))).map((row) => row.partition),
    write: (partition, key, values, etag) => run(() => writeRow(client, entity(partition, key, values), etag)),
    put: (partition, key, values) => run(async () => { await client.upsertEntity(entity(partition, key, values), 'Replace', { abortSignal: givingUp() }); }),
    remove: (partition, key) => run(() => removeRow(client, checkKey(partition), checkKey(key))),
    transact: (partition, steps) => run(() => transact(client, partition, steps)),
  };
}

/**
 * One short repeat, for sockets that the service closed while idle. It is harmless even for a POST: a second landing is refused with
 * 409 or 412, and the committer then finds its own command's id.
 */
function clientOf(settings: StorageSettings, name: string): TableClient {
  const options = { allowInsecureConnection: isPlainHttp(settings.tablesUrl), retryOptions: { maxRetries: 1, retryDelayInMs: 100, maxRetryDelayInMs: 500 } };
  const { credential } = settings;
  const client = 'key' in credential
    ? new TableClient(settings.tablesUrl, name, new AzureNamedKeyCredential(credential.account, credential.key), options)
    : new TableClient(settings.tablesUrl, name, credential, options);
  sendAscii(client);
  return client;
}

async function getRow(client: TableClient, partition: string, key: string): Promise<Row | null> {
  try {
    return rowOf(await client.getEntity(checkKey(partition), checkKey(key), { abortSignal: givingUp() }));
  } catch (error) {
    if (statusOf(error) === 404 && codeOf(error) !== 'TableNotFound') return null;
    throw error;
  }
}

/** Page by page, so that each request has its own time to give up and a long list is not cut off. */
async function listRows(client: TableClient, filter: string, select?: string[]): Promise<Row[]> {
  const rows: Row[] = [];
  let token: string | undefined;
  do {
    const pages = client.listEntities({ queryOptions: { filter, ...(select ? { select } : {}) }, abortSignal: givingUp() })
      .byPage({ maxPageSize: 1000, ...(token === undefined ? {} : { continuationToken: token }) });
    const page = await pages.next();
    if (page.done === true) break;
    rows.push(...page.value.map(rowOf));
    token = page.value.continuationToken;
  } while (token !== undefined && token !== '');
  return rows;
}

async function writeRow(client: TableClient, row: ReturnType<typeof entity>, etag: string | null): Promise<string> {
  const written = etag === null
    ? await client.createEntity(row, { abortSignal: givingUp() })
    : await changed(() => client.updateEntity(row, 'Replace', { etag, abortSignal: givingUp() }));
  return etagFrom(written.etag);
}

async function removeRow(client: TableClient, partition: string, key: string): Promise<void> {
  try {
    await client.deleteEntity(partition, key, { abortSignal: givingUp() });
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
  }
}

async function transact(client: TableClient, partition: string, steps: Step[]): Promise<string[]> {
  if (steps.length > 100) throw new Fault(`A transaction holds at most 100 rows, this one has ${String(steps.length)}. Commit it in parts.`, 'never');
  const actions = steps.map((step) => actionOf(partition, step));
  const answer = await changed(() => client.submitTransaction(actions, { abortSignal: givingUp() }));
  return answer.subResponses.map((each) => each.etag?.trim() ?? '');
}

/** A row that is gone when it was to be changed is a conflict like any other: read again. */
async function changed<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (statusOf(error) === 404 && codeOf(error) !== 'TableNotFound') throw new Conflict('What was to be changed is no longer there. Read it again.');
    throw error;
  }
}

function actionOf(partition: string, step: Step): TransactionAction {
  if (step.do === 'delete') return ['delete', { partitionKey: checkKey(partition), rowKey: checkKey(step.key) }];
  const row = entity(partition, step.key, step.values);
  if (step.do === 'replace') return ['update', row, 'Replace', { etag: step.etag }];
  return step.do === 'create' ? ['create', row] : ['upsert', row, 'Replace'];
}

function entity(partition: string, key: string, values: Values): Values & { partitionKey: string; rowKey: string } {
  return { ...values, partitionKey: checkKey(partition), rowKey: checkKey(key) };
}

function rowOf(found: Record<string, unknown>): Row {
  const { partitionKey, rowKey, etag, ...values } = found;
  return { partition: String(partitionKey), key: String(rowKey), etag: String(etag), values };
}

function etagFrom(etag: string | undefined): string {
  if (etag === undefined || etag === '') throw new Fault('Storage wrote a row and named no version of it.', 'look-first');
  return etag;
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
