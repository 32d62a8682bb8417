import { TenantFault, type TenantRequest } from '../route.ts';
import { parseFilter } from '../odata/filter.ts';
import { expanded } from '../odata/select.ts';
import { newest, type Item } from './item.ts';
import type { List } from './lists.ts';

/** The header by which a caller accepts that a filter on a column without an index may fail on a large list. */
const honour = 'HonorNonIndexedQueriesWarningMayFailRandomly';
/** SharePoint's list view threshold; it can't be changed online. */
const threshold = 5000;

/** The rows that `$filter` leaves, in the order of `$orderby`; what SharePoint refuses to filter on is refused. */
export function findItems(list: List, all: Item[], request: TenantRequest): Item[] {
  return ordered(list, filtered(list, all, request), request);
}

function filtered(list: List, all: Item[], request: TenantRequest): Item[] {
  const asked = request.query.get('$filter');
  if (asked === null) return all;
  if (expanded(request, 'fields') === null) throw new TenantFault(400, 'invalidRequest', 'A filter on fields needs $expand=fields.');
  const filter = parseFilter(asked);
  for (const path of filter.paths) refuseUnindexed(list, all, path, request);
  return all.filter((item) => filter.holds((path) => valueAt(item, path)));
}

function ordered(list: List, found: Item[], request: TenantRequest): Item[] {
  const [path, way] = (request.query.get('$orderby') ?? '').trim().split(/\s+/);
  if (path === undefined || path === '') return found;
  refuseUnindexed(list, found, path, request);
  const key = (item: Item): string | number => { const value = valueAt(item, path); return typeof value === 'number' || typeof value === 'string' ? value : ''; };
  const up = [...found].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  return way === 'desc' ? up.reverse() : up;
}

function refuseUnindexed(list: List, all: Item[], path: string, request: TenantRequest): void {
  const name = path.replace(/^fields\//, '');
  if (['id', 'Created', 'Modified', 'createdDateTime', 'lastModifiedDateTime'].includes(name)) return;
  const column = list.columns.find((one) => one.name === name);
  if (column === undefined || !path.startsWith('fields/')) throw new TenantFault(400, 'invalidRequest', `Field '${name}' is not recognized`);
  if (column.indexed) return;
  if (request.headers['prefer']?.toLowerCase().includes(honour.toLowerCase()) !== true) {
    throw new TenantFault(400, 'invalidRequest', `Field '${name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: ${honour}' header to allow this, but be warned that such queries may fail on large lists.`);
  }
  if (all.length > threshold) throw new TenantFault(400, 'notSupported', 'The request is unprocessable because it uses too many resources');
}

function valueAt(item: Item, path: string): unknown {
  const last = newest(item);
  const name = path.replace(/^fields\//, '');
  if (name === 'id') return Number(item.id);
  if (name === 'Created' || name === 'createdDateTime') return item.created;
  if (name === 'Modified' || name === 'lastModifiedDateTime') return last.at;
  return last.fields[name] ?? null;
}
