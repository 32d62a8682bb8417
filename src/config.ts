import { readFileSync } from 'node:fs';
import { schoolCalendar, type SchoolCalendar } from './calendar/rules/school-calendar.ts';
import type { SendingHours } from './calendar/rules/sending-hours.ts';
import type { Role } from './concern/rules/words-of-the-school.ts';
import type { Duty, RingLine } from './people/rules/duty.ts';
import type { SenderTrust } from './mail/rules/sender-verdict.ts';
import { localEndpoints, publicEndpoints, type Endpoints } from './microsoft365/endpoints.ts';
import { variables, type Variables } from './setting-variables.ts';

/** Everything that a school or its IT lead sets. One environment variable each; `docs/settings.md` lists them. */
export interface Settings {
  school: {
    /** Three letters that begin every reference. */
    code: string;
    name: string;
    addressLines: string[];
    /** Titles as the school uses them on screen. */
    titles: Record<string, string>;
    staffDomains: string[];
    groups: Record<Role, string>;
  };
  mail: {
    schoolMailbox: string;
    /** Letters leave from here; apart from school@, since everyone with school@ can read its Drafts and Sent. */
    sendingMailbox: string;
    /** Mail before this moment is neither read nor copied. */
    goLive: number;
    /** How long the content of mail set aside is kept. */
    setAsideDays: number;
    /** Is the trained model asked beside the word lists? */
    model: boolean;
    /** Folder of the school's own words, or null. */
    words: string | null;
    /** Seconds between two readings when no notification brings one forward. */
    readEverySeconds: number;
    /** When on school days the office is told what needs a look; at most twice, empty for never. */
    nudgesAt: string[];
    /** Whose word on a sender counts. */
    senderTrust: SenderTrust;
  };
  mode: 'watch' | 'live' | 'paused';
  /** Terms, INSET days, other closed days and bank holidays. */
  calendar: SchoolCalendar;
  sending: SendingHours;
  /** `morningListAt`: `07:30`, or null where the school wants none. */
  alerts: { duty: Duty; ring: RingLine[]; morningListAt: string | null };
  sharepoint: { sitePath: string };
  planner: { planId: string } | null;
  entra: { tenantId: string; clientId: string; secret: string | null; managedIdentity: string | null };
  teamsAppId: string;
  /** Conversation id of the leadership team's group chat that carries ordinary conduct; null: everybody is told in their own chat. */
  sharedChat: string | null;
  storage: { tablesUrl: string; blobsUrl: string; account: { name: string; key: string } | null };
  /** Where Graph and Teams reach us, e.g. `https://concerns.example.org`. */
  publicUrl: string;
  port: number;
  endpoints: Endpoints;
  /** The rehearsed clock's address, or null for the machine's. */
  clockUrl: string | null;
  /** The Agents Playground knows no sign-in: only by this explicit setting, only on loopback. */
  playground: { serviceUrl: string } | null;
}

/** A setting that is missing or wrong, in sentences that name it. The process does not start with it. */
export class SettingsFault extends Error {}

/** Every setting that is read; `docs/settings.md` lists them. */
export const settingNames: readonly string[] = Object.keys(variables.shape);

/** Azurite's well-known key is public: it opens nothing but a developer's own machine. */
const azuriteKeyStart = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq';

/** Reads the settings; throws `SettingsFault` with a sentence for each that is wrong. */
export function readSettings(env: Readonly<Record<string, string | undefined>>, readText = (file: string): string => readFileSync(file, 'utf8')): Settings {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = variables.safeParse(filled);
  if (!parsed.success) {
    throw new SettingsFault(parsed.error.issues.map((issue) => `Setting ${issue.path.join('.')}: ${sentence(issue, filled)}.`).join('\n'));
  }
  refuseUnsafe(parsed.data, env);
  return settingsOf(parsed.data, calendarOf(parsed.data), endpointsFor(parsed.data, readText));
}

function calendarOf({ TERM_DATES, INSET_DAYS, CLOSED_DAYS }: Variables): SchoolCalendar {
  const read = schoolCalendar({ terms: TERM_DATES, insetDays: INSET_DAYS, closedDays: CLOSED_DAYS });
  if ('problems' in read) throw new SettingsFault(read.problems.join('\n'));
  return read.calendar;
}

function endpointsFor({ MICROSOFT, MICROSOFT_LOCAL_ENDPOINTS }: Variables, readText: (file: string) => string): Endpoints {
  if (MICROSOFT === 'public') return publicEndpoints;
  let text: string;
  try { text = readText(MICROSOFT_LOCAL_ENDPOINTS); } catch (cause) {
    throw new SettingsFault(`The file ${MICROSOFT_LOCAL_ENDPOINTS} of MICROSOFT_LOCAL_ENDPOINTS can't be read. "npm start" writes it.`, { cause });
  }
  try { return localEndpoints(text); } catch (error) {
    throw new SettingsFault(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function sentence(issue: { message: string; path: PropertyKey[] }, filled: Record<string, unknown>): string {
  return filled[String(issue.path[0])] === undefined ? 'is missing' : issue.message;
}

export function isLoopback(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}

/** What goes over the net is encrypted; Azurite and the local bot are not on the net. */
function isPrivate(url: string): boolean {
  return url.startsWith('https://') || isLoopback(url);
}

/** Whatever is only fit for a developer's machine refuses to start anywhere else. */
function refuseUnsafe(v: Variables, env: Readonly<Record<string, string | undefined>>): void {
  const inAzure = env['WEBSITE_INSTANCE_ID'] !== undefined || env['CONTAINER_APP_NAME'] !== undefined;
  const onLoopback = [v.TABLES_URL, v.BLOBS_URL, v.PUBLIC_URL].every(isLoopback);
  const local = v.MICROSOFT === 'local' || v.CLOCK !== 'system' || v.PLAYGROUND_URL !== undefined || v.STORAGE_KEY?.startsWith(azuriteKeyStart) === true;
  const problems = [
    local && inAzure ? 'MICROSOFT=local, CLOCK, PLAYGROUND_URL and the local storage key are for a developer\'s machine; this process runs in Azure.' : null,
    local && !onLoopback ? 'MICROSOFT=local, CLOCK, PLAYGROUND_URL and the local storage key need TABLES_URL, BLOBS_URL and PUBLIC_URL on localhost.' : null,
    v.CLOCK !== 'system' && !isLoopback(v.CLOCK) ? 'CLOCK must be "system" or an address on localhost.' : null,
    v.PLAYGROUND_URL !== undefined && !isLoopback(v.PLAYGROUND_URL) ? 'PLAYGROUND_URL must be an address on localhost.' : null,
    ...(['TABLES_URL', 'BLOBS_URL', 'PUBLIC_URL'] as const).map((name) => (isPrivate(v[name]) ? null : `${name} must begin with https://.`)),
    v.SCHOOL_MAILBOX.toLowerCase() === v.SENDING_MAILBOX.toLowerCase() ? 'SENDING_MAILBOX must be another mailbox than SCHOOL_MAILBOX, which is only read.' : null,
    v.CLIENT_SECRET === undefined && v.MANAGED_IDENTITY_CLIENT_ID === undefined ? 'Set MANAGED_IDENTITY_CLIENT_ID (in Azure) or CLIENT_SECRET.' : null,
    (v.STORAGE_ACCOUNT === undefined) !== (v.STORAGE_KEY === undefined) ? 'STORAGE_ACCOUNT and STORAGE_KEY go together; in Azure leave both out.' : null,
    v.SENDING_FROM >= v.SENDING_TO ? 'SENDING_FROM must be before SENDING_TO.' : null,
  ].filter((each) => each !== null);
  if (problems.length > 0) throw new SettingsFault(problems.join('\n'));
}

function settingsOf(v: Variables, calendar: SchoolCalendar, endpoints: Endpoints): Settings {
  return {
    school: {
      code: v.SCHOOL_CODE, name: v.SCHOOL_NAME, addressLines: v.SCHOOL_ADDRESS, staffDomains: v.SCHOOL_STAFF_DOMAINS,
      titles: { head: v.TITLE_HEAD, 'executive-head': v.TITLE_EXECUTIVE_HEAD, 'safeguarding-lead': v.TITLE_SAFEGUARDING_LEAD, chair: v.TITLE_CHAIR },
      groups: {
        office: v.GROUP_OFFICE, slt: v.GROUP_SLT, head: v.GROUP_HEAD, 'executive-head': v.GROUP_EXECUTIVE_HEAD,
        'safeguarding-lead': v.GROUP_SAFEGUARDING, chair: v.GROUP_CHAIR, governor: v.GROUP_GOVERNORS, staff: v.GROUP_STAFF,
      },
    },
    mail: {
      schoolMailbox: v.SCHOOL_MAILBOX.toLowerCase(), sendingMailbox: v.SENDING_MAILBOX.toLowerCase(), goLive: v.GO_LIVE,
      setAsideDays: v.SET_ASIDE_DAYS, model: v.MAIL_MODEL === 'on', words: v.MAIL_WORDS ?? null, readEverySeconds: v.READ_EVERY_SECONDS, nudgesAt: v.NUDGES, senderTrust: { header: v.TRUSTED_AUTH_HEADER, server: v.TRUSTED_AUTH_SERVER ?? null },
    },
    mode: v.MODE,
    calendar,
    sending: { from: v.SENDING_FROM, to: v.SENDING_TO, delayMinutes: v.SENDING_DELAY_MINUTES, calendar },
    alerts: {
      duty: { shifts: v.DUTY_ROTA, hours: { from: v.SENDING_FROM, to: v.SENDING_TO, calendar } },
      ring: v.DANGER_RING, morningListAt: v.MORNING_LIST === 'off' ? null : v.MORNING_LIST,
    },
    sharepoint: { sitePath: v.SITE_PATH },
    planner: v.PLANNER_PLAN_ID === undefined ? null : { planId: v.PLANNER_PLAN_ID },
    entra: { tenantId: v.TENANT_ID, clientId: v.CLIENT_ID, secret: v.CLIENT_SECRET ?? null, managedIdentity: v.MANAGED_IDENTITY_CLIENT_ID ?? null },
    teamsAppId: v.TEAMS_APP_ID,
    sharedChat: v.SHARED_CHAT ?? null,
    storage: {
      tablesUrl: v.TABLES_URL, blobsUrl: v.BLOBS_URL,
      account: v.STORAGE_ACCOUNT === undefined || v.STORAGE_KEY === undefined ? null : { name: v.STORAGE_ACCOUNT, key: v.STORAGE_KEY },
    },
    publicUrl: v.PUBLIC_URL.replace(/\/$/, ''),
    port: v.PORT,
    endpoints,
    clockUrl: v.CLOCK === 'system' ? null : v.CLOCK,
    playground: v.PLAYGROUND_URL === undefined ? null : { serviceUrl: v.PLAYGROUND_URL },
  };
}
