import type { Tenant } from '../tenant.ts';
import { keep } from '../odata/select.ts';
import { eTagOf, newest, type Item, type ItemVersion } from './item.ts';
import type { List } from './lists.ts';
import { sites, webOf } from './site.ts';

/** A list item as Graph sends it; `fields` null leaves them out (no `$expand=fields`). */
export function itemBody(tenant: Tenant, list: List, item: Item, fields: string[] | 'all' | null): object {
  const last = newest(item);
  const site = sites(tenant).get(list.siteId);
  return {
    '@odata.etag': eTagOf(item), createdDateTime: item.created, eTag: eTagOf(item), id: item.id, lastModifiedDateTime: last.at,
    webUrl: `${site === undefined ? '' : webOf(tenant, site)}/Lists/${encodeURIComponent(list.name)}/${item.id}_.000`,
    createdBy: byApp(item.versions[0]?.byApp), lastModifiedBy: byApp(last.byApp),
    parentReference: { siteId: list.siteId, id: list.id }, contentType: { id: '0x0100', name: 'Item' },
    ...(fields === null ? {} : { 'fields@odata.context': `${context(tenant, list)}/items('${item.id}')/fields/$entity`, fields: fieldsBody(item, fields) }),
  };
}

/** The `fieldValueSet`: own columns that have a value, and the built-in ones that SharePoint always adds. */
export function fieldsBody(item: Item, wanted: string[] | 'all'): object {
  const all = { '@odata.etag': eTagOf(item), ...valuesOf(item, newest(item)) };
  return wanted === 'all' ? all : keep(all, wanted);
}

export function versionBody(item: Item, version: ItemVersion, withFields: boolean): object {
  return {
    '@odata.type': '#microsoft.graph.listItemVersion', id: versionName(version), lastModifiedDateTime: version.at, lastModifiedBy: byApp(version.byApp),
    ...(withFields ? { fields: { '@odata.etag': `"${item.guid},${String(version.number)}"`, ...valuesOf(item, version) } } : {}),
  };
}

export function versionName(version: ItemVersion): string {
  return `${String(version.number)}.0`;
}

export function context(tenant: Tenant, list: List): string {
  return `${tenant.origin}/v1.0/$metadata#sites('${list.siteId}')/lists('${list.id}')`;
}

/** What an app wrote shows the app, never the person who asked for it. */
export function byApp(appId: string | undefined): object {
  return { application: { id: appId ?? '', displayName: 'Concern Desk' }, user: { displayName: 'SharePoint App' } };
}

function valuesOf(item: Item, version: ItemVersion): Record<string, unknown> {
  const own = Object.fromEntries(Object.entries(version.fields).filter(([, value]) => value !== null));
  const title = version.fields['Title'] ?? '';
  return {
    ...own, id: item.id, ContentType: 'Item', Modified: version.at, Created: item.created, AuthorLookupId: '6', EditorLookupId: '6', _UIVersionString: versionName(version),
    Attachments: false, Edit: '', LinkTitleNoMenu: title, LinkTitle: title, ItemChildCount: '0', FolderChildCount: '0', _ComplianceFlags: '', _ComplianceTag: '',
    _ComplianceTagWrittenTime: '', _ComplianceTagUserId: '',
  };
}
