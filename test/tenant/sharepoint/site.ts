import { TenantFault, type Caller, type Route, type TenantRequest } from '../route.ts';
import type { Tenant } from '../tenant.ts';
import { selected } from '../odata/select.ts';

/** The host that names the school's SharePoint in Graph (`/sites/{host}:/sites/concerns`). Links for people go to `webOf`. */
export const siteHost = 'grove.sharepoint.example';

export interface Site { id: string; path: string; displayName: string; created: string }
/** What `Sites.Selected` has granted: roles as SharePoint names them. `write` may not make lists or columns. */
export type SiteRole = 'read' | 'write' | 'fullcontrol';

const order: SiteRole[] = ['read', 'write', 'fullcontrol'];

export const sites = (tenant: Tenant) => tenant.store.collection<Site>('sharepoint-sites');
const grants = (tenant: Tenant) => tenant.store.collection<SiteRole>('sharepoint-grants');

/** Gives an app a role on a site, as an administrator does with `POST /sites/{id}/permissions`. */
export function grantSite(tenant: Tenant, siteId: string, appId: string, role: SiteRole): void {
  grants(tenant).put(`${siteId}~${appId}`, role);
}

/** The site's address for a person: the local page when it has said where it is (setting `sharepointWeb`). */
export function webOf(tenant: Tenant, site: Site): string {
  const settings = tenant.store.collection<unknown>('settings').get('sharepointWeb');
  return `${typeof settings === 'string' ? settings.replace(/\/$/, '') : `https://${siteHost}`}${site.path}`;
}

/** The site of this call, or the refusal that SharePoint gives an app without the right to it. */
export function requireSite(tenant: Tenant, siteId: string, caller: Caller | null, role: SiteRole = 'read'): Site {
  const site = sites(tenant).values().find((one) => one.id.toLowerCase() === siteId.toLowerCase());
  if (site === undefined) throw new TenantFault(404, 'itemNotFound', 'Requested site could not be found');
  const held = grants(tenant).get(`${site.id}~${caller?.appId ?? ''}`);
  if (held === undefined || order.indexOf(held) < order.indexOf(role)) throw new TenantFault(403, 'accessDenied', 'Access denied');
  return site;
}

export function siteRoutes(tenant: Tenant): Route[] {
  const byPath = (request: TenantRequest): Site => {
    if (request.params['host']?.toLowerCase() !== siteHost) throw new TenantFault(400, 'invalidRequest', 'Invalid hostname for this tenancy');
    const path = `/${(request.params['path'] ?? '').replace(/:$/, '')}`;
    const found = sites(tenant).values().find((one) => one.path.toLowerCase() === path.toLowerCase());
    return requireSite(tenant, found?.id ?? '', request.caller);
  };
  const answer = (request: TenantRequest, site: Site) => ({ status: 200, body: selected(request, siteBody(tenant, site)) });
  return [
    { method: 'GET', path: /^\/v1\.0\/sites\/(?<host>[^/:,]+):\/(?<path>.+)$/, handle: (request) => answer(request, byPath(request)) },
    { method: 'GET', path: '/v1.0/sites/:site', handle: (request) => answer(request, requireSite(tenant, request.params['site'] ?? '', request.caller)) },
  ];
}

function siteBody(tenant: Tenant, site: Site): object {
  return {
    '@odata.context': `${tenant.origin}/v1.0/$metadata#sites/$entity`, id: site.id, name: site.path.split('/').at(-1), displayName: site.displayName, description: '',
    webUrl: webOf(tenant, site), createdDateTime: site.created, lastModifiedDateTime: site.created, root: {}, siteCollection: { hostname: siteHost },
  };
}
