import { z } from 'zod';
import { isDay } from './calendar/rules/london-time.ts';
import type { Term } from './calendar/rules/school-calendar.ts';
import type { DutyShift, RingLine } from './people/rules/duty.ts';

const list = z.string().transform((text) => text.split(';').map((each) => each.trim()).filter((each) => each !== ''));
const time = /^([01]\d|2[0-3]):[0-5]\d$/;
const hour = z.string().regex(time, 'must be a time of day such as 08:30');
const days = list.refine((each) => each.every(isDay), 'must be days such as 2026-12-21;2026-12-22');
const terms = list.transform((entered, context): Term[] => entered.flatMap((text) => {
  const [, from = '', to = ''] = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(text) ?? [];
  const right = isDay(from) && isDay(to);
  if (!right) context.addIssue({ code: 'custom', message: 'must be first and last days such as 2026-09-02..2026-10-23;2026-11-02..2026-12-18' });
  return right ? [{ from, to }] : [];
}));
const mail = z.email('must be an email address');
const rota = list.transform((shifts, context): DutyShift[] => shifts.flatMap((text) => {
  const shift = dutyShift(text);
  if (shift === null) context.addIssue({ code: 'custom', message: 'must be days and addresses such as 2026-12-19..2027-01-04=sara.lindqvist@grove.example,daniel.okafor@grove.example' });
  return shift ?? [];
}));
const ring = list.transform((lines, context): RingLine[] => lines.flatMap((text) => {
  const [, who = '', number = ''] = /^([^=]{1,60})=([\d +()-]{3,24})$/.exec(text) ?? [];
  if (number.trim() === '') context.addIssue({ code: 'custom', message: 'must be names and numbers such as Police=999;Children\'s services=0300 000 0000' });
  return number.trim() === '' ? [] : [{ who: who.trim(), number: number.trim() }];
}));
const guid = z.guid('must be a GUID');
const address = z.url('must be an address such as https://concerns.grove.example');
const number = (from: number, to: number): z.ZodCoercedNumber => {
  const asked = `must be a number from ${String(from)} to ${String(to)}`;
  return z.coerce.number(asked).min(from, asked).max(to, asked);
};
const whole = (from: number, to: number): z.ZodCoercedNumber => number(from, to).int('must be a whole number');

/** One environment variable each, with its usual value. */
export const variables = z.object({
  MICROSOFT: z.enum(['public', 'local'], 'must be public or local').default('public'),
  MICROSOFT_LOCAL_ENDPOINTS: z.string().default('.local/endpoints.json'),
  SCHOOL_CODE: z.string().regex(/^[A-Z]{3}$/, 'must be three capital letters, the beginning of every reference'),
  SCHOOL_NAME: z.string().min(1),
  SCHOOL_ADDRESS: list.default([]),
  SCHOOL_STAFF_DOMAINS: list.refine((each) => each.length > 0, 'must name at least one domain'),
  TITLE_HEAD: z.string().default('Head Teacher'),
  TITLE_EXECUTIVE_HEAD: z.string().default('Executive Head Teacher'),
  TITLE_SAFEGUARDING_LEAD: z.string().default('Safeguarding lead'),
  TITLE_CHAIR: z.string().default('Chair of governors'),
  GROUP_OFFICE: z.string().default('Concern Desk Office'),
  GROUP_SLT: z.string().default('Concern Desk SLT'),
  GROUP_HEAD: z.string().default('Concern Desk Head'),
  GROUP_EXECUTIVE_HEAD: z.string().default('Concern Desk Executive Head'),
  GROUP_SAFEGUARDING: z.string().default('Concern Desk Safeguarding'),
  GROUP_CHAIR: z.string().default('Concern Desk Chair'),
  GROUP_GOVERNORS: z.string().default('Concern Desk Governors'),
  GROUP_STAFF: z.string().default('Concern Desk Staff'),
  SCHOOL_MAILBOX: mail,
  SENDING_MAILBOX: mail,
  GO_LIVE: z.iso.datetime({ offset: true, error: 'must be a moment such as 2026-09-01T00:00:00Z' }).transform((text) => Date.parse(text)),
  SET_ASIDE_DAYS: whole(1, 90).default(14),
  MAIL_MODEL: z.enum(['on', 'off'], 'must be on or off').default('on'),
  MAIL_WORDS: z.string().optional(),
  READ_EVERY_SECONDS: number(1, 3600).default(60),
  TRUSTED_AUTH_HEADER: z.string().regex(/^[\w-]{1,80}$/, 'must be the name of one mail header, such as Authentication-Results').toLowerCase().default('authentication-results'),
  TRUSTED_AUTH_SERVER: z.string().regex(/^[^\s;=]{1,200}$/, 'must be the name with which the trusted header begins, such as mx.example').toLowerCase().optional(),
  NUDGES: z.string().refine((text) => text === 'off' || areNudgeTimes(text.split(';')), 'must be one or two times of day in their order such as 09:30;14:00, or off').default('09:30;14:00')
    .transform((text) => (text === 'off' ? [] : text.split(';'))),
  MODE: z.enum(['watch', 'live', 'paused'], 'must be watch, live or paused').default('watch'),
  SENDING_FROM: hour.default('08:00'),
  SENDING_TO: hour.default('17:00'),
  // never below ten, so that a letter can be stopped
  SENDING_DELAY_MINUTES: whole(10, 1440).default(10),
  TERM_DATES: terms.default([]),
  INSET_DAYS: days.default([]),
  CLOSED_DAYS: days.default([]),
  DUTY_ROTA: rota.default([]),
  DANGER_RING: ring.default([{ who: 'Police', number: '999' }]),
  MORNING_LIST: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|off)$/, 'must be a time of day such as 07:30, or off').default('07:30'),
  // A bare id serves where the app may not look the site up by its path (a grant on single lists).
  SITE_PATH: z.string().regex(/^([^:,/]+:\/[^/].*|[^:,/]+,[\da-f-]{36},[\da-f-]{36})$/i, 'must be host:/path, such as grove.sharepoint.com:/sites/concerns, or the site\'s id (host,id,id)'),
  PLANNER_PLAN_ID: z.string().optional(),
  TENANT_ID: guid,
  CLIENT_ID: guid,
  CLIENT_SECRET: z.string().optional(),
  MANAGED_IDENTITY_CLIENT_ID: guid.optional(),
  TEAMS_APP_ID: guid,
  SHARED_CHAT: z.string().regex(/^19:[^\s;/]+@thread\.v2$/, 'must be the id of a group chat, such as 19:…@thread.v2').optional(),
  TABLES_URL: address,
  BLOBS_URL: address,
  STORAGE_ACCOUNT: z.string().optional(),
  STORAGE_KEY: z.string().optional(),
  PUBLIC_URL: address,
  PORT: whole(1, 65_535).default(3978),
  CLOCK: z.union([z.literal('system'), z.url()], 'must be "system" or an address on localhost').default('system'),
  PLAYGROUND_URL: address.optional(),
});
export type Variables = z.infer<typeof variables>;

function areNudgeTimes(times: readonly string[]): boolean {
  return times.length <= 2 && times.every((each, index) => time.test(each) && each > (times[index - 1] ?? ''));
}

/** `2026-12-24=sara.lindqvist@grove.example` or with a last day; null when it is neither. */
function dutyShift(text: string): DutyShift | null {
  const [, from = '', to = from, who = ''] = /^([\d-]+)(?:\.\.([\d-]+))?=(.+)$/.exec(text) ?? [];
  const addresses = who.split(',').map((each) => each.trim().toLowerCase());
  const right = isDay(from) && isDay(to) && from <= to && addresses.every((each) => mail.safeParse(each).success);
  return right ? { from, to, who: addresses } : null;
}
