import type { Route } from '../route.ts';
import type { Tenant } from '../tenant.ts';
import { downloadRoutes } from './download.ts';
import { driveRoutes } from './drives.ts';
import { itemRoutes } from './items.ts';
import { listRoutes } from './lists.ts';
import { siteRoutes } from './site.ts';

export { seedSharepoint } from './seed.ts';

/** SharePoint through Graph: sites, lists and their items, document libraries. */
export function sharepointRoutes(tenant: Tenant): Route[] {
  // The site's path takes any rest (`/sites/{host}:/…`), so it stands after the routes that say more.
  return [...listRoutes(tenant), ...itemRoutes(tenant), ...driveRoutes(tenant), ...downloadRoutes(tenant), ...siteRoutes(tenant)];
}
