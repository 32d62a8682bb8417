import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { packageRoot } from '../../bot/package-root.ts';
import { priorities, routes } from '../../src/concern/rules/words-of-the-school.ts';
import { mailOutcomes } from '../../src/ports.ts';
import { until } from '../journeys/words/until.ts';
import { startLocal, type RunningLocal } from '../tenant/local/start-local.ts';

jest.setTimeout(60_000);
const ref = 'GRV-26-0001';
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const moment = z.iso.datetime();

const shapes = {
  mail: z.strictObject({ mails: z.array(z.strictObject({
    identity: hash, messageId: z.string().nullable(), received: moment, outcome: z.enum(mailOutcomes), concern: z.string().nullable(),
  })) }),
  till: z.strictObject({ difference: z.number().int(), days: z.array(z.strictObject({
    day: z.iso.date(), received: z.number().int(), byOutcome: z.partialRecord(z.enum(mailOutcomes), z.number().int()), difference: z.number().int(), sentByHand: z.number().int(),
    copies: z.number().int(), deletedBeforeRead: z.number().int(),
  })) }),
  concerns: z.strictObject({ concerns: z.array(z.strictObject({
    ref: z.string(), status: z.enum(['new', 'open', 'closed']), route: z.enum(routes), priority: z.enum(priorities), raisedAt: moment,
  })) }),
  show: z.strictObject({
    state: z.looseObject({ ref: z.string(), status: z.string(), version: z.number().int().positive() }),
    events: z.array(z.strictObject({ n: z.number().int(), at: moment, by: z.string(), type: z.string(), words: z.enum(['none', 'kept', 'removed']) })),
    responses: z.array(z.looseObject({ n: z.number() })),
    exhibits: z.array(z.strictObject({ n: z.number().int(), sha256: hash, bytes: z.number().int(), media: z.string(), mail: hash })),
    duties: z.array(z.strictObject({ key: z.string(), tries: z.number().int() })),
  }),
  verify: z.looseObject({
    ok: z.boolean(), concerns: z.number().int(), events: z.number().int(), blobs: z.number().int(), removed: z.array(z.unknown()),
    findings: z.array(z.looseObject({ ref: z.string(), entry: z.string(), sentence: z.string() })),
  }),
  doctor: z.strictObject({ ok: z.boolean(), checks: z.array(z.strictObject({ name: z.string(), ok: z.boolean(), sentence: z.string() })) }),
};

let checkout: string;
let local: RunningLocal;

beforeAll(async () => {
  checkout = mkdtempSync(join(tmpdir(), 'desk-'));
  local = await startLocal({ folder: join(checkout, '.local'), ports: { tls: 0, smtp: 0, page: 0, bot: 0 } });
  await send({
    from: 'Amara Nwosu <amara.nwosu@mail.example>', subject: 'Class WhatsApp', messageId: '<whatsapp@mail.example>',
    text: 'Hello,\n\nOne of the dads called Mr Ashby "useless" in the Year 3 WhatsApp group last night and others joined in.\n\nAmara\n',
    attachments: [{ filename: 'Screenshot.png', content: Buffer.from('iVBORw0KGgo=', 'base64') }],
  });
  await send({
    from: 'School supplies <news@supplies.example>', subject: 'This month\'s offers', messageId: '<offers@supplies.example>', text: 'Everything for the new term.\n',
    list: { unsubscribe: 'https://supplies.example/leave' }, headers: { Precedence: 'bulk' },
  });
  await settled();
}, 120_000);
afterAll(async () => {
  await local.stop();
  rmSync(checkout, { recursive: true, force: true, maxRetries: 3 });
});

async function send(mail: object): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: local.tenant.smtpPort, ignoreTLS: true });
  await transport.sendMail({ to: 'school@grove.example', ...mail });
  transport.close();
}

/** Both mails have been read, and what is owed on the concern has been done. */
async function settled(): Promise<void> {
  await until('two mails read, and all done that they call for', async () => {
    const { mails } = shapes.mail.parse((await asked('mail', '--json')).document);
    if (mails.length < 2 || mails.some((each) => each.outcome === 'pending')) return false;
    return shapes.show.parse((await asked('show', ref, '--json')).document).duties.length === 0;
  }, 60_000);
}

interface Answer { code: number; said: string; complained: string; document: unknown }

/** Typed in the checkout, with nothing in the environment but what a shell has. */
function asked(...words: string[]): Promise<Answer> {
  return run(checkout, words);
}

function run(folder: string, words: readonly string[], more: Record<string, string> = {}): Promise<Answer> {
  const { NODE_EXTRA_CA_CERTS: _, INIT_CWD: __, ...shell } = process.env;
  const child = spawn(process.execPath, [join(packageRoot(), 'src', 'desk', 'desk.mjs'), ...words], { cwd: folder, env: { ...shell, ...more }, stdio: ['ignore', 'pipe', 'pipe'] });
  const heard = { said: '', complained: '' };
  child.stdout.on('data', (text: Buffer) => { heard.said += text.toString(); });
  child.stderr.on('data', (text: Buffer) => { heard.complained += text.toString(); });
  return new Promise((resolve) => {
    child.once('close', (code) => { resolve({ code: code ?? -1, ...heard, document: documentOf(heard.said) }); });
  });
}

/** Exactly one JSON document, alone; undefined for anything else. */
function documentOf(text: string): unknown {
  try { return JSON.parse(text) as unknown; } catch { return undefined; }
}

describe('with --json each prints one document, and nothing beside it', () => {
  test('mail: every mail and what became of it', async () => {
    const { code, complained, document } = await asked('mail', '--json');
    expect({ code, complained }).toEqual({ code: 0, complained: '' });
    const found = shapes.mail.parse(document).mails.map(({ messageId, outcome, concern }) => `${messageId ?? ''} ${outcome} ${concern ?? '-'}`);
    expect(found.sort()).toEqual(['<offers@supplies.example> set-aside -', `<whatsapp@mail.example> raised ${ref}`]);
  });

  test('till: emails in and their outcomes, by day, against the mailbox itself', async () => {
    const { code, complained, document } = await asked('till', '--json');
    expect({ code, complained }).toEqual({ code: 0, complained: '' });
    const { difference, days } = shapes.till.parse(document);
    expect(difference).toBe(0);
    expect(days.map(({ received, byOutcome, copies }) => ({ received, byOutcome, copies }))).toEqual([{ received: 2, byOutcome: { raised: 1, 'set-aside': 1 }, copies: 0 }]);
    expect((await asked('till')).said).toMatch(/Every email has an outcome\.\n$/);
  });

  test('concerns', async () => {
    const { code, complained, document } = await asked('concerns', '--json');
    expect({ code, complained }).toEqual({ code: 0, complained: '' });
    expect(shapes.concerns.parse(document).concerns).toEqual([expect.objectContaining({ ref, status: 'new', route: 'conduct' })]);
  });

  test('show: state, events, responses, evidence and duties, without a word of the mail', async () => {
    const { code, complained, said, document } = await asked('show', ref, '--json');
    expect({ code, complained }).toEqual({ code: 0, complained: '' });
    const shown = shapes.show.parse(document);
    expect(shown.events.map((each) => each.type)).toEqual(['concern-raised', 'exhibit-added']);
    expect(shown).toMatchObject({ state: { ref, status: 'new', version: 2 }, responses: [], exhibits: [{ n: 1, bytes: 8, media: 'image/png' }], duties: [] });
    expect(said).not.toMatch(/Amara|Ashby|useless|WhatsApp/i);
  });

  test('verify', async () => {
    const { code, complained, document } = await asked('verify', '--json');
    expect({ code, complained }).toEqual({ code: 0, complained: '' });
    expect(shapes.verify.parse(document)).toMatchObject({ ok: true, concerns: 1, events: 2, removed: [], findings: [] });
  });

  test('doctor: the local certificate authority is believed, though the shell knows nothing of it', async () => {
    const { code, complained, document } = await asked('doctor', '--json');
    const { ok, checks } = shapes.doctor.parse(document);
    expect(checks.filter((each) => !each.ok)).toEqual([]);
    expect({ code, complained, ok }).toEqual({ code: 0, complained: '', ok: true });
    expect(checks.map((each) => each.name)).toEqual(expect.arrayContaining(['settings', 'storage', 'words', 'school mailbox', 'sending mailbox', 'groups', 'SharePoint list', 'Planner']));
  });

  test('doctor: one service that refuses is named with what to do, and the code is 1', async () => {
    await fetch(`${local.tenant.controlUrl}/faults`, { method: 'POST', body: JSON.stringify({ method: 'GET', path: '/planner/', status: 403 }) });
    const { code, document } = await asked('doctor', '--json');
    const { ok, checks } = shapes.doctor.parse(document);
    expect({ code, ok }).toEqual({ code: 1, ok: false });
    expect(checks.filter((each) => !each.ok)).toEqual([{ name: 'Planner', ok: false, sentence: expect.stringContaining('leave PLANNER_PLAN_ID out') }]);
  });

  test('a machine that names an authority of its own (a proxy\'s, say) reaches the local services all the same', async () => {
    const other = join(checkout, 'other.pem');
    writeFileSync(other, '');
    const { document } = await run(checkout, ['doctor', '--json'], { NODE_EXTRA_CA_CERTS: other });
    expect(shapes.doctor.parse(document).checks.filter((each) => each.ok).map((each) => each.name)).toContain('school mailbox');
  });
});

describe('a refusal is a sentence on the other stream', () => {
  test.each<[string[], number, RegExp]>([
    [['show', 'GRV-26-0999', '--json'], 1, /^There is no concern GRV-26-0999\. "desk concerns" lists them\.\n$/],
    [['show', '--json'], 2, /^Say which concern: desk show GRV-26-0042\n$/],
    [['verify', 'GRV-26-0999', '--json'], 1, /^There is no concern GRV-26-0999\. "desk concerns" lists them\.\n$/],
    [['till', '--days=none'], 2, /^Say how many days back: desk till --days=14 \(1 to 366\)\n$/],
    [['listen'], 2, /^There is no "desk listen"\.\n/],
  ])('desk %j', async (words, code, sentence) => {
    const answer = await asked(...words);
    expect({ code: answer.code, said: answer.said }).toEqual({ code, said: '' });
    expect(answer.complained).toMatch(sentence);
  });

  test('settings that can\'t be read are named, not thrown', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'desk-broken-'));
    mkdirSync(join(elsewhere, '.local'));
    writeFileSync(join(elsewhere, '.local', 'settings.json'), '{');
    const answer = await run(elsewhere, ['mail', '--json']);
    expect(answer).toMatchObject({ code: 2, said: '', complained: expect.stringMatching(/settings\.json can't be read\. "npm start" writes it anew\.\n$/) });
    rmSync(elsewhere, { recursive: true });
  });
});
