import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { loadMailWords } from '../mail/load-words/load-mail-words.ts';
import { parseMail, UnreadableMail } from '../mail/parse-mail.ts';
import type { MailExhibit, ParsedMail } from '../mail/rules/mail.ts';
import { understandMail } from '../mail/rules/read.ts';
import type { ReadingContext, Understanding } from '../mail/rules/understanding.ts';
import type { MailWords } from '../mail/rules/words/mail-words.ts';
import { compareWords, comparisonInWords, type Comparison } from './compare-words.ts';
import type { Desk } from './verb.ts';

/** No tenant: staff are known only by the domain of the school's mailbox that the mail itself names. */
const nothingKnown: Omit<ReadingContext, 'words'> = { staffDomains: [], staff: [], schoolCode: null };

export interface TriedMail {
  file: string;
  ok: boolean;
  error: string | null;
  author: Understanding['author'];
  forwarder: Understanding['forwarder'];
  confidence: number;
  route: Understanding['route'];
  priority: Understanding['priority'];
  clauses: Understanding['clauses'];
  automated: Understanding['automated'];
  replyTo: string | null;
  exhibits: { name: string; type: string; bytes: number; sha256: string }[];
  text: string;
  folded: number;
  language: Understanding['language'];
  parts: ParsedMail['parts'];
  cannotRead: string | null;
  notes: readonly string[];
  /** Why it was read so, and the words that weighed where the trained model raised it. */
  reason: string;
  weighed: Understanding['weighed'];
  dataRequest: boolean;
  /** With `--words`: how it is judged without them. */
  compared?: Comparison;
}

/** By which words mail is tried: those that are shipped, and with `--words` a school's own on top. */
export interface TriedWords { shipped: MailWords; own: MailWords | null }

/** `desk try`: one line a mail, folders in name order with all below them. 0 when every file was read, else 1. */
export async function tryMail(desk: Desk): Promise<number> {
  if (desk.words.length === 0) {
    desk.complain('Say which files or folders: desk try <file.eml | folder>… [--words=FOLDER] [--json]');
    return 2;
  }
  const folder = desk.switches['words'];
  if (folder === true || folder === '') {
    desk.complain('Say which folder the words are in: --words=FOLDER');
    return 2;
  }
  const words = { shipped: loadMailWords(null), own: folder === undefined ? null : loadMailWords(folder) };
  const isJson = desk.switches['json'] !== undefined;
  let [everyOneRead, mails, otherwise] = [true, 0, 0];
  for (const word of desk.words) {
    for await (const file of filesUnder(word)) {
      const tried = await tryFile(file, words);
      everyOneRead &&= tried.ok;
      mails += 1;
      otherwise += Number(tried.compared?.differs === true);
      desk.print(isJson ? JSON.stringify(tried) : inWords(tried));
    }
  }
  if (words.own !== null) desk.print(isJson ? JSON.stringify({ mails, otherwise }) : `${String(otherwise)} of ${String(mails)} mails are judged otherwise.`);
  return everyOneRead ? 0 : 1;
}

async function* filesUnder(path: string): AsyncGenerator<string> {
  const isFolder = await stat(path).then((found) => found.isDirectory(), () => false);
  if (!isFolder) {
    yield path;
    return;
  }
  const names = await readdir(path).catch(() => null);
  if (names === null) {
    yield path;
    return;
  }
  for (const name of names.sort(byName)) yield* filesUnder(join(path, name));
}

function byName(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** Reads one file; whatever is wrong with it becomes a sentence. */
export async function tryFile(file: string, words: TriedWords): Promise<TriedMail> {
  const bytes = await readFile(file).catch((fault: unknown) => whyNotRead(fault));
  if (typeof bytes === 'string') return unread(file, bytes);
  try {
    return await tryBytes(file, bytes, words);
  } catch (fault) {
    if (fault instanceof UnreadableMail) return unread(file, fault.message);
    throw fault;
  }
}

async function tryBytes(file: string, bytes: Uint8Array, { shipped, own }: TriedWords): Promise<TriedMail> {
  const mail = await parseMail(bytes);
  const context = { ...nothingKnown, words: own ?? shipped };
  const read = understandMail(mail, context);
  return {
    file, ok: true, error: null, author: read.author, forwarder: read.forwarder, confidence: read.confidence,
    route: read.route, priority: read.priority, clauses: read.clauses, automated: read.automated, replyTo: read.replyTo,
    exhibits: mail.exhibits.map(described), text: read.text, folded: read.folded,
    language: read.language, parts: mail.parts, cannotRead: mail.cannotRead, notes: mail.notes,
    reason: read.reason, weighed: read.weighed, dataRequest: read.dataRequest, ...own === null ? {} : { compared: compareWords(mail, read, context, shipped) },
  };
}

function described(exhibit: MailExhibit): TriedMail['exhibits'][number] {
  return { name: exhibit.name, type: exhibit.type, bytes: exhibit.bytes.length, sha256: createHash('sha256').update(exhibit.bytes).digest('hex') };
}

function unread(file: string, error: string): TriedMail {
  return {
    file, ok: false, error, author: null, forwarder: null, confidence: 0, route: 'unsure', priority: 'P3',
    clauses: [], automated: null, replyTo: null, exhibits: [], text: '', folded: 0,
    language: null, parts: { inAll: 0, asText: 0, asExhibits: 0, passedOver: 0 }, cannotRead: null, notes: [],
    reason: error, weighed: [], dataRequest: false,
  };
}

function whyNotRead(fault: unknown): string {
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : '';
  const reasons: Record<string, string> = {
    ENOENT: 'There is no such file or folder.', EACCES: 'You may not read this file.', EISDIR: 'This folder cannot be listed.',
    ERR_FS_FILE_TOO_LARGE: 'This is larger than any mail Microsoft 365 delivers (150 MB).',
  };
  return reasons[code] ?? `The file could not be read (${code === '' ? 'unknown reason' : code}).`;
}

function inWords(tried: TriedMail): string {
  if (!tried.ok) return `${tried.file}\n  could not be read: ${tried.error ?? ''}`;
  const person = (who: TriedMail['author']): string => (who === null ? 'not sure' : who.email === null ? who.name : `${who.name} <${who.email}>`.trim());
  const lines = [
    `${tried.priority}  ${tried.route}${tried.automated === null ? '' : ` (${tried.automated})`}`,
    tried.reason,
    ...(tried.compared === undefined ? [] : comparisonInWords(tried, tried.compared)),
    ...(tried.dataRequest && tried.route !== 'data-request' ? ['it seems to ask for data as well: the clock of a request may be running'] : []),
    `written by ${person(tried.author)} (${tried.confidence.toFixed(2)})${tried.forwarder === null ? '' : `, sent on by ${person(tried.forwarder)}`}`,
    ...(tried.replyTo === null ? [] : [`answers ${tried.replyTo}`]),
    ...(tried.language === null ? [] : [`in ${tried.language.name}: needs translating`]),
    ...[tried.cannotRead, ...tried.notes].filter((sentence) => sentence !== null),
    ...tried.clauses.map((clause) => `${clause.id}  "${clause.quote.replace(/\s+/g, ' ')}"`),
    ...tried.exhibits.map((exhibit) => `${exhibit.name}  ${exhibit.type}  ${String(exhibit.bytes)} bytes`),
    `${String(tried.text.length)} characters of text, ${String(tried.folded)} earlier lines folded away`,
    `${String(tried.parts.inAll)} parts: ${String(tried.parts.asText)} in the text, ${String(tried.parts.asExhibits)} hang on it`,
  ];
  return [tried.file, ...lines.map((line) => `  ${line}`)].join('\n');
}
