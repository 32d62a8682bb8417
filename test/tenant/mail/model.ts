/** What the mailboxes hold. Times are milliseconds of the rehearsed clock. */
export interface Address { name: string; address: string }

export interface Mailbox {
  oid: string;
  /** Lower case; the key. */
  address: string;
  displayName: string;
  /** `outside`: a mailbox somewhere else, made when mail first goes there; the page shows it, Graph doesn't. */
  kind: 'shared' | 'user' | 'outside';
  /** The app may open it. */
  granted: boolean;
}

export interface Folder {
  id: string;
  mailbox: string;
  parent: string | null;
  name: string;
  /** `inbox`, `drafts` …; null for folders that people made. */
  wellKnown: string | null;
  hidden: boolean;
}

export interface Attachment {
  id: string;
  /** `item`: a mail within the mail (message/rfc822). */
  kind: 'file' | 'item';
  name: string;
  contentType: string;
  /** SHA-256 of the decoded bytes in the store. */
  sha: string;
  size: number;
  isInline: boolean;
  contentId: string | null;
  modifiedAt: number;
}

export interface Message {
  /** The immutable id; the key. Survives moves and sending. */
  key: string;
  /** The default id; another one after each move. */
  id: string;
  mailbox: string;
  folder: string;
  /** SHA-256 of the exact bytes; null for a draft, whose bytes are made when somebody asks. */
  mime: string | null;
  isDraft: boolean;
  isRead: boolean;
  flag: string;
  categories: string[];
  importance: string;
  inferenceClassification: string;
  receivedAt: number;
  sentAt: number;
  createdAt: number;
  modifiedAt: number;
  version: number;
  subject: string;
  from: Address | null;
  sender: Address | null;
  to: Address[];
  cc: Address[];
  bcc: Address[];
  replyTo: Address[];
  internetMessageId: string | null;
  /** Message-IDs this one answers, nearest last. */
  references: string[];
  conversation: string;
  headers: { name: string; value: string }[];
  body: { contentType: 'html' | 'text'; content: string };
  attachments: Attachment[];
  properties: { id: string; value: string }[];
}
