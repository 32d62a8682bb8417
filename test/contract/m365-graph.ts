import { openGraph, type Graph } from '../../src/microsoft365/client.ts';
import { localEndpoints, type Endpoints } from '../../src/microsoft365/endpoints.ts';
import { appId, appSecret, tenantId } from '../tenant/seed/people.ts';
import type { RunningTenant } from '../tenant/server.ts';

/** The product's own door to Graph, opened on a local Microsoft 365 as `MICROSOFT=local` opens it. */
export function productGraph(local: RunningTenant, secret = appSecret): Graph {
  return openGraph(endpointsOf(local), { tenantId, clientId: appId, secret });
}

export function endpointsOf(local: RunningTenant): Endpoints {
  return localEndpoints(JSON.stringify({
    login: local.origin, graph: local.origin, botOpenId: `${local.origin}/botframework/v1/.well-known/openidconfiguration`, serviceUrls: [local.origin],
    tabFrameAncestors: [], tabOrigins: [],
  }));
}
