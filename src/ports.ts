import type { Audience } from './concern/rules/concern.ts';
import type { Done } from './concern/rules/done.ts';
import type { Outcome, Person, Priority, Role, Route, SenderVerdict } from './concern/rules/words-of-the-school.ts';

/**
 * What the subjects need of the world. One suite in `test/contract` per port, run on the real adapters.
 * Times are milliseconds. Every method may throw `Fault`.
 */

/** `again`: try later, never (a person must act), or look first since the outcome is unknown. `settingToCheck` is for the operator. */
export class Fault extends Error {
  readonly again: 'later' | 'never' | 'look-first';
  /** Seconds to wait, when the other side said so. */
  readonly after: number | null;

  constructor(message: string, again: Fault['again'], options: { after?: number | null; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.again = again;
    this.after = options.after ?? null;
  }
}

/** Somebody else wrote first (409, 412). Read again: your command's id there means that it was yours. */
export class Conflict extends Error {}

export interface Clock {
  /** The clock that people see; moved in rehearsals. */
  now(): number;
  /** The machine's own: leases, time-outs and back-off. */
  machine(): number;
  /** Waits that long by the machine's clock. Left out, a timer does it. */
  pause?(ms: number): Promise<void>;
}

// ---- storage, one set per school ------------------------------------------------------------------------------------------

/** Row `head`: the folded state and the few words that cards show. `state`, `words` and `recent` are JSON texts. */
export interface HeadRow { version: number; hash: string; at: number; fold: number; state: string; words: string; recent: string }

/** Row `e-000042`: `body` is the exact text that was hashed: sha256(previous + "\n" + row key + "\n" + body). */
export interface EventRow { n: number; body: string; hash: string; item: ItemRow | null }

/** Row `i-000042`: the words of an event, removable. The body names sha256(salt + "\n" + text). */
export interface ItemRow { salt: string; text: string }

export interface LoadedLog { head: HeadRow | null; headEtag: string | null; done: Done | null; doneEtag: string | null }

export interface LogCommit {
  head: HeadRow;
  headEtag: string | null;
  events: EventRow[];
  /** Takes the lease in the same transaction. */
  done: { done: Done; etag: string | null } | null;
  /** Item rows to delete in the same transaction (numbers of their events). */
  removeItems?: number[];
}

export interface LogStore {
  load(ref: string): Promise<LoadedLog>;
  /** One entity-group transaction; throws `Conflict` when head or done was written by somebody else. */
  append(ref: string, commit: LogCommit): Promise<{ headEtag: string; doneEtag: string | null }>;
  saveDone(ref: string, done: Done, etag: string | null): Promise<string>;
  /** All events in order, each with its item where that still is. */
  events(ref: string): Promise<EventRow[]>;
  event(ref: string, n: number): Promise<EventRow | null>;
  references(): Promise<string[]>;
}

/** When to look at what. `machine` rows count by the machine's clock, `school` rows by the clock that people see. */
export interface WakeRow { key: string; at: number; clock: 'machine' | 'school'; what: string }

export interface WakeStore {
  /** Makes sure that `what` (a reference, or `mail.<identity>`) is looked at from that minute on. */
  put(what: string, at: number, clock: WakeRow['clock']): Promise<void>;
  /** Rows whose minute has passed, oldest first, at most `limit`. */
  due(machineNow: number, schoolNow: number, limit: number): Promise<WakeRow[]>;
  /** In one transaction: puts the next rows and takes this one away. */
  replace(row: WakeRow, next: { at: number; clock: WakeRow['clock'] }[]): Promise<void>;
}

export const mailOutcomes = ['pending', 'raised', 'joined', 'set-aside', 'needs-a-look', 'unreadable', 'sent-by-hand'] as const;
export type MailOutcome = (typeof mailOutcomes)[number];

/** The ledger's row of one logical mail. `words` (from, subject) are emptied when content may no longer be kept. */
export interface LedgerMail {
  /** Lower-case hex SHA-256. */
  identity: string;
  /** SHA-256 of the Message-ID, so that replies find it without a name in a key. */
  messageIdHash: string | null;
  /** Shown by `desk mail`; null where the mail had none. */
  messageId: string | null;
  /** Immutable id in the mailbox and the mailbox's address, to read it again. */
  mailId: string;
  mailbox: string;
  receivedAt: number;
  outcome: MailOutcome;
  /** Plain sentence: why it was set aside or needs a look. */
  reason: string;
  concern: string | null;
  /** SHA-256 of the sealed raw MIME (owner = identity), null once it was removed. */
  raw: string | null;
  words: { from: string; subject: string } | null;
  /** Who may see this row in a list (a mail not yet a concern may be about somebody too). */
  audience: Audience;
  copies: number;
  /** Was the sender verified? Left out of rows written before this was asked. */
  sender?: SenderVerdict;
  /** Identity of the mail that bore this Message-ID first, where this one is another mail under a reused id or says more than it. */
  sameIdAs?: string;
  /** People of the school wrote it by hand to somebody outside: it never counts as mail in, whatever its outcome is yet. */
  sent?: true;
  /** It was deleted for good before anybody could read it: all that is known is what the mailbox listed. */
  gone?: true;
}

export interface Ledger {
  find(identity: string): Promise<{ mail: LedgerMail; etag: string } | null>;
  /** Identity of the mail of which this is a copy already seen (by hash of its immutable id). */
  identityOfCopy(copyHash: string): Promise<string | null>;
  identityOfMessageId(messageIdHash: string): Promise<string | null>;
  /**
   * One transaction: the mail's row, its copy row, and with `numbered` the next number of that year as its concern's reference
   * (`GRV-26-0042`). Throws `Conflict` when somebody claimed it or took the number first.
   */
  claim(mail: LedgerMail, copyHash: string, numbered: { year: number } | null): Promise<LedgerMail>;
  addCopy(identity: string, copyHash: string): Promise<void>;
  /** A mail set aside that a person makes a concern: takes the next number in the same transaction. */
  number(mail: LedgerMail, etag: string, year: number): Promise<LedgerMail>;
  save(mail: LedgerMail, etag: string): Promise<void>;
  all(): Promise<LedgerMail[]>;
  receivedBetween(from: number, to: number): Promise<LedgerMail[]>;
}

/** Blobs by owner (`<mail identity>` or reference) and SHA-256. */
export interface SealedStore {
  /** Writes once; gives the SHA-256 (lower-case hex). */
  seal(owner: string, bytes: Uint8Array): Promise<string>;
  /** Throws `Fault` never when the bytes are gone or do not match their SHA-256. */
  open(owner: string, sha256: string): Promise<Uint8Array>;
  has(owner: string, sha256: string): Promise<boolean>;
  remove(owner: string, sha256: string): Promise<void>;
  list(owner: string): Promise<string[]>;
}

/** `journal/<reference>.ndjson`, the only backup, since tables have none; and `anchors/<date>.json`, in a container that nobody can change. */
export interface JournalStore {
  write(name: string, text: string): Promise<void>;
  read(name: string): Promise<string | null>;
  /** Drops earlier versions of this blob, after an item was removed. */
  dropVersions(name: string): Promise<void>;
  names(prefix: string): Promise<string[]>;
}

/** One row per concern and per mail that a list shows; overwritten only by a newer version. */
export interface RegisterRow {
  /** Reference, or identity of a mail not made a concern. */
  key: string;
  kind: 'concern' | 'mail';
  version: number;
  audience: Audience;
  status: 'new' | 'open' | 'closed' | 'set-aside' | 'needs-a-look';
  route: Route;
  priority: Priority;
  at: number;
  outcome: Outcome | null;
  /** Next promised date or hour (a letter's leaving), null when none. */
  nextAt: number | null;
  /** Words in its mail may mean danger, and nobody has taken it yet. */
  alert?: { priority: 'P0' | 'P1'; since: number; nobodyOnDuty: boolean };
  /** Roles (or oids) it waits for, for "what is waiting for me?". */
  waitsFor: { roles: Role[]; oids: string[] };
  /** Words that lists show and search finds: subject, summary, text, note … Never the reporter's name or address. */
  words: Record<string, string>;
  /** Words only for those who may know who told us. */
  reporterWords: Record<string, string>;
  /** What ties a concern to others: references said to be the same incident, and marks of the files that came with it. Compared, never shown. */
  ties?: { same: string[]; files: string[] };
}

export interface RegisterStore {
  /** Writes the row and a row of `tail`, so that other instances' indexes hear of it. */
  put(row: RegisterRow): Promise<void>;
  get(key: string): Promise<RegisterRow | null>;
  remove(key: string): Promise<void>;
  all(): Promise<RegisterRow[]>;
  /** Keys changed since the cursor, and the next cursor. */
  changedSince(cursor: string | null): Promise<{ keys: string[]; cursor: string }>;
}

export interface RegisterQuery { status?: RegisterRow['status'][]; kind?: RegisterRow['kind']; text?: string; waitingFor?: true; limit: number; offset: number }

/** The in-process index: `mayKnow` is inside the query, so pages are full and counts tell nothing. */
export interface RegisterIndex {
  load(rows: RegisterRow[]): void;
  put(row: RegisterRow): void;
  remove(key: string): void;
  find(person: Person, query: RegisterQuery): { rows: RegisterRow[]; total: number };
  /** Concerns of about the same time, the nearest first. Whole rows: for rules to compare, never to be given out. */
  near(person: Person, query: NearQuery): WholeRow[];
  /** Earlier concerns that hold one of these names, or that one of these people may never know, newer ones first. Whole rows, like those of `near`. */
  earlier(person: Person, query: EarlierQuery): WholeRow[];
  /** Of these concerns and of those that call themselves the same incident as `key`, the ones that this person may know. */
  tied(person: Person, key: string, others: readonly string[]): RegisterRow[];
}

/** A row that is read only when its version was not looked at before. */
export interface WholeRow { key: string; version: number; read(): RegisterRow }

export interface NearQuery { key: string; at: number; withinMs: number; limit: number }

export interface EarlierQuery { key: string; before: number; names: readonly string[]; about: readonly string[]; limit: number }

/** Small facts: conversation references, cursors, subscriptions, people and groups as last read. Values are JSON. */
export interface LinkStore {
  get(kind: string, key: string): Promise<unknown>;
  put(kind: string, key: string, value: unknown): Promise<void>;
  remove(kind: string, key: string): Promise<void>;
  all(kind: string): Promise<{ key: string; value: unknown }[]>;
}

export interface Stores {
  log: LogStore;
  wake: WakeStore;
  ledger: Ledger;
  sealed: SealedStore;
  journal: JournalStore;
  /** Under a time-locked policy: what a night wrote stays as it is. */
  anchors: JournalStore;
  register: RegisterStore;
  links: LinkStore;
}

// ---- Microsoft 365 ----------------------------------------------------------------------------------------------------------

export interface MailboxFolder { id: string; name: string }

/**
 * A mail as a page lists it. `removed` when it left the folder; `sent` when it lies in Sent Items. `id` is immutable. Of one deleted for good
 * before it is read, the author and subject listed here are all that is left.
 */
export interface MailListed { id: string; receivedAt: number; removed: boolean; draft: boolean; sent: boolean; messageId: string | null; from: MailboxPerson | null; sender: MailboxPerson | null; subject: string }

export interface MailboxPerson { name: string; address: string }

export interface DraftOrder {
  from: string;
  replyTo: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  attachments: { name: string; media: string; bytes: Uint8Array }[];
  /** Kept in a single-value extended property, by which "look up" finds it again. */
  mark: string;
}

/** As it lies in the mailbox now, to compare with what was approved. */
export interface DraftFound { id: string; sent: boolean; to: string[]; cc: string[]; subject: string; text: string; attachments: { name: string; sha256: string }[] }

/** We only read school@; drafts and sending happen in the sending mailbox. */
export interface Mailbox {
  /** Every folder in which mail may come to lie, the Inbox first and by its well-known name (`inbox`): Junk, Deleted and Recoverable Items too, and last of all Sent Items; never Drafts and Outbox. */
  folders(mailbox: string): Promise<MailboxFolder[]>;
  /** One round of delta of one folder from the cursor (null: from `since` on); `reset` when the cursor no longer held. */
  changes(mailbox: string, folder: string, cursor: string | null, since: number): Promise<{ mails: MailListed[]; cursor: string; reset: boolean }>;
  /** Every mail received or sent in the window, whatever its folder; drafts too. */
  listing(mailbox: string, from: number, to: number): Promise<MailListed[]>;
  /** Raw MIME, byte for byte; null when it is no longer there. */
  raw(mailbox: string, id: string): Promise<Uint8Array | null>;
  createDraft(mailbox: string, order: DraftOrder): Promise<string>;
  /** By the mark, in drafts and sent items, or by id. */
  findByMark(mailbox: string, mark: string): Promise<DraftFound | null>;
  get(mailbox: string, id: string): Promise<DraftFound | null>;
  send(mailbox: string, id: string): Promise<void>;
  deleteDraft(mailbox: string, id: string): Promise<void>;
  subscribe(mailbox: string, order: { notificationUrl: string; lifecycleUrl: string; clientState: string; minutes: number }): Promise<{ id: string; expiresAt: number }>;
  renew(subscription: string, minutes: number): Promise<{ id: string; expiresAt: number } | null>;
}

export interface ConcernList {
  find(reference: string): Promise<{ item: string; etag: string } | null>;
  create(fields: Record<string, string | number | null>): Promise<{ item: string; etag: string }>;
  /** Throws `Conflict` when the item was changed since (412). */
  update(item: string, etag: string, fields: Record<string, string | number | null>): Promise<{ etag: string }>;
  remove(item: string): Promise<void>;
}

export interface EvidenceLibrary {
  /** Writes (or overwrites) a file in the concern's folder; gives its web address. */
  put(reference: string, name: string, bytes: Uint8Array): Promise<string>;
  remove(reference: string): Promise<void>;
}

/** Null everywhere when Planner is off. Titles are the reference and a neutral verb; nobody is assigned. */
export interface TaskBoard {
  find(reference: string): Promise<{ task: string } | null>;
  create(reference: string, title: string, bucket: string): Promise<{ task: string }>;
  bring(task: string, to: { title: string; bucket: string; percent: 0 | 50 | 100 }): Promise<void>;
  remove(task: string): Promise<void>;
}

export interface SchoolPerson { oid: string; displayName: string; mail: string; jobTitle: string; roles: Role[] }

export interface Groups {
  /** Members of the named groups now, as Graph says. */
  people(): Promise<SchoolPerson[]>;
}

// ---- Teams ------------------------------------------------------------------------------------------------------------------

export type AdaptiveCard = Record<string, unknown>;

export interface CardPoster {
  /** Posts into the person's own chat; null when the app is not installed for them or they blocked it. */
  post(oid: string, card: AdaptiveCard, summary: string): Promise<{ conversation: string; activity: string } | null>;
  /** False when that activity is gone: post anew. */
  update(at: { conversation: string; activity: string }, card: AdaptiveCard, summary: string): Promise<boolean>;
  /** The group chat that the school named for ordinary conduct; left out where it named none. */
  shared?: SharedChat;
}

export interface SharedChat {
  conversation: string;
  /** Who reads there, with the ids that Teams gives them; null while the app is not in that chat. */
  members(): Promise<{ oid: string; userId: string }[] | null>;
  /** Null when the app was taken out of the chat. */
  post(card: AdaptiveCard, summary: string): Promise<{ conversation: string; activity: string } | null>;
}
