import { people, school, tenantId, appId, appSecret } from '../seed/people.ts';
import { concernsPlanId } from '../planner/seed.ts';
import { siteHost } from '../sharepoint/site.ts';
import { insetDays, terms } from './school-years.ts';
import { azuriteAccount } from './start-azurite.ts';

export interface Addresses { blobsUrl: string; tablesUrl: string; origin: string; pageUrl: string; controlUrl: string; botPort: number; endpointsFile: string; caFile: string }

/** The settings of the invented school, as a real one would set them in Azure. */
export function botEnvironment(at: Addresses, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    MICROSOFT: 'local', MICROSOFT_LOCAL_ENDPOINTS: at.endpointsFile, NODE_EXTRA_CA_CERTS: at.caFile,
    SCHOOL_CODE: school.code, SCHOOL_NAME: school.name, SCHOOL_ADDRESS: '12 Orchard Lane;London SE22 0AA', SCHOOL_STAFF_DOMAINS: school.domain,
    TITLE_HEAD: 'Head Teacher', TITLE_EXECUTIVE_HEAD: 'Executive Head Teacher',
    SCHOOL_MAILBOX: `school@${school.domain}`, SENDING_MAILBOX: `letters@${school.domain}`,
    GO_LIVE: '2026-09-01T00:00:00Z', READ_EVERY_SECONDS: '10', MODE: 'live',
    TERM_DATES: terms.map(({ from, to }) => `${from}..${to}`).join(';'), INSET_DAYS: insetDays.join(';'),
    SITE_PATH: `${siteHost}:/sites/concerns`, PLANNER_PLAN_ID: concernsPlanId,
    TENANT_ID: tenantId, CLIENT_ID: appId, CLIENT_SECRET: appSecret, TEAMS_APP_ID: appId,
    TABLES_URL: at.tablesUrl, BLOBS_URL: at.blobsUrl, STORAGE_ACCOUNT: azuriteAccount.name, STORAGE_KEY: azuriteAccount.key,
    PUBLIC_URL: `http://localhost:${String(at.botPort)}`, PORT: String(at.botPort), CLOCK: `${at.controlUrl}/clock`,
    ...more,
  };
}

/** What `MICROSOFT=local` reads: every address of Microsoft 365, on this machine. */
export function endpointsOf(at: Pick<Addresses, 'origin' | 'pageUrl'>): Record<string, unknown> {
  return {
    login: at.origin, graph: at.origin, botOpenId: `${at.origin}/botframework/v1/.well-known/openidconfiguration`, serviceUrls: [`${at.origin}/connector/`],
    tabFrameAncestors: [at.pageUrl], tabOrigins: [at.pageUrl],
  };
}

/** The people who have the app in Teams from the start: everybody of the school's groups. */
export const staffOids = people.filter((person) => !person.outside).map((person) => person.oid);
