import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { doersOf, openSchool } from '../../bot/open-school.ts';
import { doWhatIsOwed } from '../../src/concern/do-what-is-owed.ts';
import { loadConcern } from '../../src/concern/load-concern.ts';
import { lookAtWhatIsDue } from '../../src/concern/look-at-what-is-due.ts';
import type { Role } from '../../src/concern/rules/words-of-the-school.ts';
import { readSettings } from '../../src/config.ts';
import { finishMail } from '../../src/mail/reading/finish-mail.ts';
import { readMailbox } from '../../src/mail/reading/read-mailbox.ts';
import { openGraph } from '../../src/microsoft365/client.ts';
import type { AdaptiveCard, CardPoster, Clock, LedgerMail, Stores } from '../../src/ports.ts';
import type { School } from '../../src/school.ts';
import { storesOf } from '../../src/storage/stores-of.ts';
import { botEnvironment, endpointsOf } from '../tenant/local/bot-environment.ts';
import { foldersOf } from '../tenant/mail/folders.ts';
import { messagesIn } from '../tenant/mail/messages.ts';
import type { Message } from '../tenant/mail/model.ts';
import { filesView, fileDownload, listView } from '../tenant/page-api/concerns-site.ts';
import { boardOf } from '../tenant/planner/board.ts';
import { appId, appSecret, people, tenantId } from '../tenant/seed/people.ts';
import type { RunningTenant } from '../tenant/server.ts';
import { startTenantForTests } from '../tenant/start-for-tests.ts';
import { azurite } from './storage-azurite.ts';

export const schoolMailbox = 'school@grove.example';
const parent = 'Amara Nwosu <amara.nwosu@mail.example>';

/** Cards in people's chats: whose, and what each shows now. Nothing is sent anywhere. */
export interface Chats extends CardPoster { shown: Map<string, { oid: string; card: AdaptiveCard; summary: string }> }

/** One exchange with Graph, as the tenant saw it. */
export interface Exchange { method: string; path: string; query?: Record<string, string> }

/** A school over the real adapters, storage and the small Microsoft 365, without a bot process: each reading is asked for. */
export interface Intake {
  local: RunningTenant;
  stores: Stores;
  chats: Chats;
  /** Moves the machine's clock of the school: leases, back-off, wake rows. */
  laterByMachine(ms: number): void;
  /** As after a start of the process, with other settings where given. */
  open(settings?: Record<string, string>): Promise<School>;
  exchanges(): Exchange[];
  stop(): Promise<void>;
}

/** `code` is the test file's own, so that files can run side by side in one Azurite. */
export async function startIntake(code: string): Promise<Intake> {
  const folder = mkdtempSync(join(tmpdir(), 'intake-'));
  const recordFile = join(folder, 'record.ndjson');
  const local = await startTenantForTests({ recordFile });
  const storage = azurite();
  const stores = storesOf(storage, code);
  const chats = openChats();
  let machineOffset = 0;
  const clock: Clock = { now: () => local.clock.now(), machine: () => Date.now() + machineOffset };
  const environment = botEnvironment({ ...storage, ...local, botPort: 65_000, endpointsFile: 'endpoints.json', caFile: '' });
  return {
    local, stores, chats,
    laterByMachine: (ms) => { machineOffset += ms; },
    open: (more = {}) => {
      const settings = readSettings({ ...environment, SCHOOL_CODE: code, CLOCK: 'system', ...more }, () => JSON.stringify(endpointsOf(local)));
      const graph = openGraph(settings.endpoints, { tenantId, clientId: appId, secret: appSecret });
      return openSchool(settings, () => undefined, { clock, stores, graph }, chats);
    },
    exchanges: () => readFileSync(recordFile, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Exchange),
    stop: async () => { await local.stop(); rmSync(folder, { recursive: true, force: true }); },
  };
}

function openChats(): Chats {
  const shown: Chats['shown'] = new Map();
  return {
    shown,
    post: (oid, card, summary) => {
      const activity = `activity-${String(shown.size + 1)}`;
      shown.set(activity, { oid, card, summary });
      return Promise.resolve({ conversation: `chat-of-${oid}`, activity });
    },
    update: ({ activity }, card, summary) => {
      const had = shown.get(activity);
      if (had !== undefined) shown.set(activity, { ...had, card, summary });
      return Promise.resolve(had !== undefined);
    },
  };
}

export interface Written { from?: string; subject?: string; text?: string; id?: string; date?: string; headers?: string[]; files?: { name: string; bytes: Buffer }[] }

let letters = 0;

/** A mail as a mail program writes it. What is not said is made up, and is another for each mail. */
export function written(mail: Written = {}): Buffer {
  letters += 1;
  const files = mail.files ?? [];
  const head = [
    `From: ${mail.from ?? parent}`, `To: ${schoolMailbox}`, `Subject: ${mail.subject ?? 'The class chat'}`,
    `Date: ${mail.date ?? 'Tue, 24 Nov 2026 08:14:00 +0000'}`, `Message-ID: ${mail.id ?? idOf(letters)}`, 'MIME-Version: 1.0', ...(mail.headers ?? []),
  ];
  const text = mail.text ?? `In the Year 4 WhatsApp group another parent called Mrs Hale, the teaching assistant, a stupid cow. This is message ${String(letters)}.`;
  const plain = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', text];
  const lines = files.length === 0 ? [...head, ...plain] : [
    ...head, 'Content-Type: multipart/mixed; boundary="part"', '', '--part', ...plain,
    ...files.flatMap((file) => ['--part', `Content-Type: application/octet-stream; name="${file.name}"`, `Content-Disposition: attachment; filename="${file.name}"`,
      'Content-Transfer-Encoding: base64', '', ...(file.bytes.toString('base64').match(/.{1,76}/g) ?? [])]),
    '--part--',
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n`);
}

export const idOf = (n: number): string => `<message-${String(n)}@mail.example>`;

/** By SMTP into school@, byte for byte; gives the message as the mailbox holds it. */
export async function arrive(intake: Intake, bytes: Buffer, sender = 'amara.nwosu@mail.example'): Promise<Message> {
  const known = new Set(inMailbox(intake).map((each) => each.key));
  const transport = createTransport({ host: '127.0.0.1', port: intake.local.smtpPort, secure: false, ignoreTLS: true });
  try { await transport.sendMail({ envelope: { from: sender, to: schoolMailbox }, raw: bytes }); } finally { transport.close(); }
  const message = inMailbox(intake).find((each) => !known.has(each.key));
  if (message === undefined) throw new Error('The mail did not arrive.');
  return message;
}

export function inMailbox({ local }: Intake): Message[] {
  return messagesIn(local.tenant, schoolMailbox, null);
}

/** Everything that a person sees of the office's mailbox: each mail with its folder, marks and version, and the folders. */
export function mailboxAsItIs({ local }: Intake): unknown {
  return structuredClone({
    messages: messagesIn(local.tenant, schoolMailbox, null), folders: foldersOf(local.tenant).values().filter((each) => each.mailbox === schoolMailbox),
  });
}

/** Reads every folder and does what is owed. */
export async function readAll(school: School): Promise<void> {
  await readMailbox(school, 'every-folder');
}

/** The inbox alone, as when a notification brought the reading forward. */
export async function readInbox(school: School): Promise<void> {
  await readMailbox(school, 'inbox');
}

/** What the loop over wake rows does, once. */
export function lookOnce(school: School): Promise<number> {
  return lookAtWhatIsDue(school.engine, doersOf(school), async (identity) => {
    const after = await finishMail(school, identity);
    await after();
    return [];
  }, school.log);
}

export async function doOwed(school: School, ref: string): Promise<void> {
  await doWhatIsOwed(school.engine, doersOf(school), school.log, ref);
}

/** The ledger's row of the mail that holds these words in its subject. */
export async function ledgerRow(stores: Stores, subject: string): Promise<LedgerMail> {
  const found = (await stores.ledger.all()).filter((mail) => mail.words?.subject.includes(subject));
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${String(found.length)} mails in the ledger say "${subject}".`);
  return found[0];
}

export const concernOf = async (school: School, ref: string | null) => (await loadConcern(school.stores.log, ref ?? 'none')).concern;

/** What of a concern can be seen outside our own storage. */
export interface Outside { listRows: number; files: string[]; tasks: string[]; cards: string[] }

export function outsideOf({ local, chats }: Intake, ref: string): Outside {
  const files = filesIn(local, ref);
  return {
    listRows: listView(local.tenant).rows.filter(({ fields }) => fields['Reference'] === ref).length,
    files: files.map((each) => each.name),
    tasks: boardOf(local.tenant).flatMap((bucket) => bucket.tasks.map((task) => task.title)).filter((title) => title.startsWith(ref)),
    cards: [...new Set([...chats.shown.values()].filter(({ card }) => JSON.stringify(card).includes(ref)).map(({ oid }) => nameOf(oid)))].sort(),
  };
}

export const nothingOutside: Outside = { listRows: 0, files: [], tasks: [], cards: [] };

function filesIn(local: RunningTenant, ref: string): { id: string; name: string }[] {
  const folder = filesView(local.tenant, null).children.find((each) => each.name === ref);
  return folder === undefined ? [] : [folder, ...filesView(local.tenant, folder.id).children].slice(1);
}

export function fileOf({ local }: Intake, ref: string, name: string): Buffer {
  const file = filesIn(local, ref).find((each) => each.name === name);
  if (file === undefined) throw new Error(`${ref} has no file ${name}.`);
  return fileDownload(local.tenant, file.id).bytes;
}

const roleNames: Record<string, Role> = {
  Office: 'office', SLT: 'slt', Head: 'head', 'Executive Head': 'executive-head', Safeguarding: 'safeguarding-lead', Chair: 'chair', Governors: 'governor', Staff: 'staff',
};

/** Somebody of the invented school, as the groups give them. */
export function personNamed(name: string): { oid: string; roles: Role[] } {
  const found = people.find((each) => each.displayName === name);
  if (found === undefined) throw new Error(`Nobody is called ${name}.`);
  return { oid: found.oid, roles: found.groups.map((group) => roleNames[group.replace('Concern Desk ', '')]).filter((role) => role !== undefined) };
}

function nameOf(oid: string): string {
  return people.find((each) => each.oid === oid)?.displayName ?? oid;
}

/** What the register's index shows this person, by key. */
export function listed(school: School, name: string): string[] {
  return school.index.find(personNamed(name), { limit: 100, offset: 0 }).rows.map((row) => row.key).sort();
}
