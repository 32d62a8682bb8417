import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readSettings, settingNames, SettingsFault } from '../../src/config.ts';
import { publicEndpoints } from '../../src/microsoft365/endpoints.ts';

type Environment = Readonly<Record<string, string | undefined>>;
const id = '5f0b8a9c-6d27-4c1b-8e3f-2a9d7c4e1f60';
const azuriteKey = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

const inAzure: Environment = {
  SCHOOL_CODE: 'GRV', SCHOOL_NAME: 'Grove Primary School', SCHOOL_STAFF_DOMAINS: 'grove.example', SCHOOL_MAILBOX: 'school@grove.example',
  SENDING_MAILBOX: 'letters@grove.example', GO_LIVE: '2026-09-01T00:00:00Z', SITE_PATH: 'grove.sharepoint.com:/sites/concerns', TENANT_ID: id, CLIENT_ID: id,
  MANAGED_IDENTITY_CLIENT_ID: id, TEAMS_APP_ID: id, TABLES_URL: 'https://grove.table.core.windows.net', BLOBS_URL: 'https://grove.blob.core.windows.net',
  PUBLIC_URL: 'https://concerns.grove.example', WEBSITE_INSTANCE_ID: 'one',
};
const onLaptop: Environment = {
  ...inAzure, WEBSITE_INSTANCE_ID: undefined, MANAGED_IDENTITY_CLIENT_ID: undefined, MICROSOFT: 'local', CLIENT_SECRET: 'local-only', STORAGE_ACCOUNT: 'devstoreaccount1',
  STORAGE_KEY: azuriteKey, TABLES_URL: 'http://127.0.0.1:10002/devstoreaccount1', BLOBS_URL: 'http://127.0.0.1:10000/devstoreaccount1', PUBLIC_URL: 'http://localhost:3978',
  CLOCK: 'http://127.0.0.1:3979/control/clock',
};
const endpoints = {
  login: 'https://localhost:3980', graph: 'https://localhost:3980', botOpenId: 'https://localhost:3980/openid', serviceUrls: ['https://localhost:3980/connector/'],
  tabFrameAncestors: ['http://localhost:3979'], tabOrigins: ['http://localhost:3979'],
};

function refusal(env: Environment, file: string | Error = JSON.stringify(endpoints)): string {
  try { readSettings(env, () => { if (typeof file === 'string') return file; throw file; }); } catch (error) {
    if (error instanceof SettingsFault) return error.message;
    throw error;
  }
  return 'nothing is refused';
}

describe('settings that are right', () => {
  test('in Azure: Microsoft\'s own addresses, no key, no secret', () => {
    const settings = readSettings(inAzure);
    expect(settings).toMatchObject({ endpoints: publicEndpoints, mode: 'watch', planner: null, clockUrl: null, playground: null });
    expect(settings.storage.account).toBeNull();
    expect(settings.entra.secret).toBeNull();
  });

  test('on a laptop: addresses from the file, the rehearsed clock, the emulator\'s key', () => {
    const settings = readSettings(onLaptop, () => JSON.stringify(endpoints));
    expect(settings.endpoints.graph).toBe('https://localhost:3980');
    expect(settings).toMatchObject({ clockUrl: onLaptop['CLOCK'], storage: { account: { name: 'devstoreaccount1', key: azuriteKey } } });
  });

  test.each(['grove.sharepoint.com:/sites/concerns', `grove.sharepoint.com,${id},${id}`])('the site may be %s', (site) => {
    expect(readSettings({ ...inAzure, SITE_PATH: site }).sharepoint.sitePath).toBe(site);
  });

  test('an empty setting is one left out, and lists may have spaces', () => {
    const settings = readSettings({ ...inAzure, PLANNER_PLAN_ID: '', MODE: '', CLOSED_DAYS: ' 2026-12-21 ; 2026-12-22;' });
    expect(settings).toMatchObject({ planner: null, mode: 'watch', calendar: { terms: [], closedDays: ['2026-12-21', '2026-12-22'] } });
  });
});

test('terms, INSET days and closed days are one calendar, by which letters leave and alerts know the hours', () => {
  const settings = readSettings({ ...inAzure, TERM_DATES: '2026-11-02..2026-12-18; 2026-09-02..2026-10-23', INSET_DAYS: '2026-09-02', CLOSED_DAYS: '2026-12-03' });
  expect(settings.calendar).toMatchObject({ terms: [{ from: '2026-09-02', to: '2026-10-23' }, { from: '2026-11-02', to: '2026-12-18' }], insetDays: ['2026-09-02'], closedDays: ['2026-12-03'] });
  expect(settings.sending.calendar).toBe(settings.calendar);
  expect(settings.alerts.duty.hours.calendar).toBe(settings.calendar);
  expect(refusal({ ...inAzure, TERM_DATES: '2026-09-02..2026-10-23;2026-10-23..2026-12-18', INSET_DAYS: '2026-12-25' })).toBe(
    'TERM_DATES: the terms 2026-09-02..2026-10-23 and 2026-10-23..2026-12-18 overlap.\nINSET_DAYS: Friday 25 December 2026 is a weekend or bank holiday.');
});

test('the duty rota is read as days and people, and who is rung as lines', () => {
  const settings = readSettings({ ...inAzure, DUTY_ROTA: '2026-12-19..2027-01-04=Sara.Lindqvist@grove.example, daniel.okafor@grove.example; 2027-01-09=priya.raman@grove.example', DANGER_RING: 'Police=999; Children\'s services=0300 000 0000', MORNING_LIST: 'off' });
  expect(settings.alerts).toMatchObject({
    duty: { shifts: [
      { from: '2026-12-19', to: '2027-01-04', who: ['sara.lindqvist@grove.example', 'daniel.okafor@grove.example'] }, { from: '2027-01-09', to: '2027-01-09', who: ['priya.raman@grove.example'] },
    ] },
    ring: [{ who: 'Police', number: '999' }, { who: 'Children\'s services', number: '0300 000 0000' }], morningListAt: null,
  });
});

describe('settings that are wrong are named in a sentence', () => {
  test.each<[string, string, string]>([
    ['SHARED_CHAT', '19:abc@thread.tacv2', 'must be the id of a group chat, such as 19:…@thread.v2'],
    ['SCHOOL_CODE', 'grv', 'must be three capital letters, the beginning of every reference'],
    ['SCHOOL_STAFF_DOMAINS', ' ; ', 'must name at least one domain'],
    ['SCHOOL_MAILBOX', 'school', 'must be an email address'],
    ['GO_LIVE', '1 September', 'must be a moment such as 2026-09-01T00:00:00Z'],
    ['MODE', 'on', 'must be watch, live or paused'],
    ['SET_ASIDE_DAYS', '3650', 'must be a number from 1 to 90'],
    ['READ_EVERY_SECONDS', 'often', 'must be a number from 1 to 3600'],
    ['NUDGES', 'early', 'must be one or two times of day in their order such as 09:30;14:00, or off'],
    ['NUDGES', '14:00;09:30', 'must be one or two times of day in their order such as 09:30;14:00, or off'],
    ['NUDGES', '09:30;12:00;14:00', 'must be one or two times of day in their order such as 09:30;14:00, or off'],
    ['SENDING_FROM', '8', 'must be a time of day such as 08:30'],
    ['SENDING_DELAY_MINUTES', '0', 'must be a number from 10 to 1440'],
    ['CLOSED_DAYS', '2026-12-21;21/12/2026', 'must be days such as 2026-12-21;2026-12-22'],
    ['CLOSED_DAYS', '2026-02-30', 'must be days such as 2026-12-21;2026-12-22'],
    ['TERM_DATES', '2026-09-02 to 2026-10-23', 'must be first and last days such as 2026-09-02..2026-10-23;2026-11-02..2026-12-18'],
    ['TERM_DATES', '2026-09-02..2026-10-32', 'must be first and last days such as 2026-09-02..2026-10-23;2026-11-02..2026-12-18'],
    ['INSET_DAYS', 'Monday', 'must be days such as 2026-12-21;2026-12-22'],
    ['DUTY_ROTA', '2026-12-19..2027-01-04', 'must be days and addresses such as 2026-12-19..2027-01-04=sara.lindqvist@grove.example,daniel.okafor@grove.example'],
    ['DUTY_ROTA', '2027-01-04..2026-12-19=sara.lindqvist@grove.example', 'must be days and addresses such as 2026-12-19..2027-01-04=sara.lindqvist@grove.example,daniel.okafor@grove.example'],
    ['DUTY_ROTA', '2026-12-19=sara', 'must be days and addresses such as 2026-12-19..2027-01-04=sara.lindqvist@grove.example,daniel.okafor@grove.example'],
    ['DANGER_RING', 'Police', 'must be names and numbers such as Police=999;Children\'s services=0300 000 0000'],
    ['MORNING_LIST', 'early', 'must be a time of day such as 07:30, or off'],
    ['SITE_PATH', 'https://grove.sharepoint.com/sites/concerns', 'must be host:/path, such as grove.sharepoint.com:/sites/concerns, or the site\'s id (host,id,id)'],
    ['TENANT_ID', 'grove.onmicrosoft.com', 'must be a GUID'],
    ['PUBLIC_URL', 'concerns.grove.example', 'must be an address such as https://concerns.grove.example'],
    ['MICROSOFT', 'germany', 'must be public or local'],
  ])('%s = %s', (name, value, sentence) => {
    expect(refusal({ ...inAzure, [name]: value })).toBe(`Setting ${name}: ${sentence}.`);
  });

  test('all that are missing at once', () => {
    expect(refusal({ ...inAzure, SCHOOL_NAME: undefined, TABLES_URL: '' })).toBe('Setting SCHOOL_NAME: is missing.\nSetting TABLES_URL: is missing.');
  });

  test('letters never leave from the mailbox that is only read, nor in no time at all', () => {
    expect(refusal({ ...inAzure, SENDING_MAILBOX: 'School@Grove.example' })).toMatch(/^SENDING_MAILBOX must be another mailbox/);
    expect(refusal({ ...inAzure, SENDING_FROM: '17:00', SENDING_TO: '09:00' })).toBe('SENDING_FROM must be before SENDING_TO.');
  });
});

describe('what is only fit for a developer\'s machine starts nowhere else', () => {
  const local: [string, Environment][] = [
    ['MICROSOFT=local', { MICROSOFT: 'local' }], ['a rehearsed clock', { CLOCK: 'http://localhost:3979/clock' }],
    ['the Playground', { PLAYGROUND_URL: 'http://localhost:56150/_connector' }], ['the emulator\'s key', { STORAGE_ACCOUNT: 'devstoreaccount1', STORAGE_KEY: azuriteKey }],
  ];

  test.each(local)('%s in Azure', (_, setting) => {
    expect(refusal({ ...onLaptop, ...setting, WEBSITE_INSTANCE_ID: 'one' })).toMatch(/this process runs in Azure\.$/m);
    expect(refusal({ ...onLaptop, ...setting, CONTAINER_APP_NAME: 'concerns' })).toMatch(/this process runs in Azure\.$/m);
  });

  test.each(local)('%s with real storage, or where others can reach it', (_, setting) => {
    const elsewhere = { ...inAzure, WEBSITE_INSTANCE_ID: undefined, ...setting };
    for (const url of ['TABLES_URL', 'BLOBS_URL', 'PUBLIC_URL']) expect(refusal({ ...onLaptop, ...setting, [url]: inAzure[url] })).toMatch(/on localhost\.$/m);
    expect(refusal(elsewhere)).toMatch(/on localhost\.$/m);
  });

  test.each(['http://localhost.attacker.example', 'http://localhost@attacker.example', 'http://127.0.0.1.attacker.example'])('%s is not this machine', (url) => {
    expect(refusal({ ...onLaptop, PUBLIC_URL: url })).toMatch(/need TABLES_URL, BLOBS_URL and PUBLIC_URL on localhost/);
    expect(refusal({ ...onLaptop, CLOCK: url })).toMatch(/CLOCK must be "system" or an address on localhost/);
    expect(refusal({ ...onLaptop, PLAYGROUND_URL: url })).toMatch(/PLAYGROUND_URL must be an address on localhost/);
  });

  test('an address of Microsoft 365 that leads off the machine', () => {
    expect(refusal(onLaptop, JSON.stringify({ ...endpoints, graph: 'https://graph.attacker.example' }))).toMatch(/not an address of this machine/);
    expect(refusal(onLaptop, 'no json')).toMatch(/can't be used/);
    expect(refusal(onLaptop, new Error('ENOENT'))).toMatch(/can't be read\. "npm start" writes it\.$/);
  });
});

describe('secrets', () => {
  test('nothing goes over the net in the clear', () => {
    for (const url of ['TABLES_URL', 'BLOBS_URL', 'PUBLIC_URL']) expect(refusal({ ...inAzure, [url]: 'http://grove.example' })).toBe(`${url} must begin with https://.`);
  });

  test('somebody has to prove who the app is, and a key goes with its account', () => {
    expect(refusal({ ...inAzure, MANAGED_IDENTITY_CLIENT_ID: undefined })).toMatch(/^Set MANAGED_IDENTITY_CLIENT_ID/);
    expect(refusal({ ...inAzure, STORAGE_ACCOUNT: 'grove' })).toMatch(/^STORAGE_ACCOUNT and STORAGE_KEY go together/);
  });
});

describe('docs/settings.md', () => {
  const page = readFileSync(new URL('../../docs/settings.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| `([A-Z_]+)` \| (?:`([^`]+)`|(required|none)) \|/gm)].map(([, name = '', usual, word]) => ({ name, usual, word }));

  test('lists every setting once, and no other', () => {
    expect(rows.map((row) => row.name).sort()).toEqual([...settingNames].sort());
  });

  test.each(rows.filter((row) => row.word === 'required'))('$name is required', ({ name }) => {
    expect(refusal({ ...inAzure, [name]: undefined })).toBe(`Setting ${name}: is missing.`);
  });

  test('each usual value is what is taken when nothing is set', () => {
    const usual = Object.fromEntries(rows.flatMap(({ name, usual: value }) => (value === undefined ? [] : [[name, value]])));
    expect(readSettings({ ...inAzure, ...usual })).toEqual(readSettings(inAzure));
  });

  test('what is sent to Azure sets each of them that is not for a laptop', () => {
    const infra = ['azure.bicep', 'azure.parameters.json'].map((file) => readFileSync(new URL(`../../infra/${file}`, import.meta.url), 'utf8')).join('\n');
    const left = new Set(['CLIENT_SECRET', 'STORAGE_ACCOUNT', 'STORAGE_KEY', 'PORT', 'MICROSOFT_LOCAL_ENDPOINTS', 'CLOCK', 'PLAYGROUND_URL']);
    expect(settingNames.filter((name) => !left.has(name) && !new RegExp(`\\b${name}"?:`).test(infra))).toEqual([]);
    expect(settingNames.filter((name) => left.has(name) && new RegExp(`\\b${name}"?:`).test(infra))).toEqual([]);
  });
});
