import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Tenant } from '../tenant.ts';
import { createDrive } from './drive.ts';
import { createList, wholeSeconds, type ListDefinition } from './lists.ts';
import { grantSite, siteHost, sites, type Site } from './site.ts';

/** The site that holds the concerns, and one of the school's others, which no grant opens. */
export const concernsSiteId = `${siteHost},5b1c7a2e-8d34-4a6f-b0c9-1e2f3a4b5c60,9d8e7f60-5a4b-4c3d-8e2f-1a0b9c8d7e60`;
const staffRoomSiteId = `${siteHost},5b1c7a2e-8d34-4a6f-b0c9-1e2f3a4b5c61,9d8e7f60-5a4b-4c3d-8e2f-1a0b9c8d7e61`;

// Only what this file itself reads is held to a shape; the columns are Graph's own words and go through `createList`.
const definitions = z.object({
  site: z.object({ path: z.string(), displayName: z.string() }),
  lists: z.array(z.looseObject({ displayName: z.string(), list: z.object({ template: z.string() }), columns: z.array(z.looseObject({ name: z.string() })) })),
});

/** Makes the sites, lists and libraries where there are none yet, from the file that provisions a real school's site. */
export function seedSharepoint(tenant: Tenant): void {
  if (sites(tenant).get(concernsSiteId) !== undefined) return;
  const asked = definitions.parse(JSON.parse(readFileSync(listsFile(), 'utf8')));
  const site = addSite(tenant, concernsSiteId, asked.site.path, asked.site.displayName);
  addSite(tenant, staffRoomSiteId, '/sites/staffroom', 'Staff room');
  addList(tenant, site, { displayName: 'Documents', list: { template: 'documentLibrary' } });
  for (const list of asked.lists) addList(tenant, site, list);
  grantSite(tenant, site.id, tenant.appId, 'write');
}

function addSite(tenant: Tenant, id: string, path: string, displayName: string): Site {
  const site: Site = { id, path, displayName, created: wholeSeconds(tenant.now()) };
  sites(tenant).put(id, site);
  return site;
}

function addList(tenant: Tenant, site: Site, definition: ListDefinition): void {
  const list = createList(tenant, site, definition);
  if (list.template === 'documentLibrary') createDrive(tenant, site, list, list.displayName === 'Documents');
}

/** `infra/sharepoint/lists.json`, found upwards: this file runs from the sources and from `dist`. */
function listsFile(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'infra', 'sharepoint', 'lists.json');
    if (existsSync(file)) return file;
  }
  throw new Error('infra/sharepoint/lists.json is missing: run from a full checkout.');
}
