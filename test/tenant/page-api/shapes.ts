/** What the page and its server side say to each other: JSON of these shapes, times in milliseconds of the school clock. */
export interface PagePerson { key: string; oid: string; displayName: string; jobTitle: string; mail: string; outside: boolean }
export interface WhoThereIs { school: string; schoolMail: string; people: PagePerson[] }

export interface MailboxView { key: string; address: string; displayName: string; unread: number }
export interface FolderView { key: string; name: string; total: number; unread: number }
export interface NamedAddress { name: string; address: string }

export interface MailRow {
  key: string; subject: string; from: NamedAddress | null; to: NamedAddress[]; preview: string; at: number;
  isRead: boolean; isDraft: boolean; hasAttachments: boolean;
}
export interface AttachmentView { id: string; name: string; contentType: string; size: number; isMail: boolean }
export interface MailView extends MailRow {
  cc: NamedAddress[];
  /** HTML comes as it was sent, pictures of the mail itself put in; it is for a frame without scripts only. */
  body: { kind: 'html' | 'text'; content: string };
  attachments: AttachmentView[];
}

export type AnswerKind = 'reply' | 'forward' | 'forward-as-attachment';
export interface NewAttachment { name: string; contentType: string; base64: string }
export interface NewMail {
  to: string; cc: string; subject: string; text: string; attachments: NewAttachment[];
  answering: { key: string; how: AnswerKind } | null;
}
/** How an answer begins: the fields filled in, and the mail that will stand below what the person writes. */
export interface AnswerDraft { to: string; subject: string; below: string; attachments: string[] }
export interface SentMail { refused: string[] }

export interface ChatView { id: string; name: string; kind: 'personal' | 'groupChat'; last: { text: string; at: number } | null }
export interface ActivityView {
  id: string;
  /** `mine`: this person wrote it. */
  by: { kind: 'bot' | 'person'; name: string; mine: boolean };
  at: number; edits: number; edited: boolean; deleted: boolean; text: string; summary: string;
  /** As everybody in the chat can read it; the person's own comes when it scrolls into view. */
  card: CardJson | null;
}
export type CardJson = Record<string, unknown>;
export interface CardPress { activity: string; action: 'execute' | 'submit'; verb: string; id: string; data: Record<string, unknown> }
export type PressResult = { kind: 'card'; card: CardJson } | { kind: 'message'; text: string } | { kind: 'error'; text: string };
export interface TeamsView { installed: boolean; chats: ChatView[] }

export interface TabView { url: string; reachable: boolean; oid: string; tid: string; upn: string; appId: string }

export interface ListColumnView { name: string; title: string; kind: 'text' | 'date' | 'number' | 'link' }
export interface ListView { name: string; columns: ListColumnView[]; rows: { id: string; fields: Record<string, string | number | boolean | null> }[] }
export interface FileView { id: string; name: string; kind: 'folder' | 'file'; size: number; at: number; items: number }
export interface FilesView { name: string; path: { id: string; name: string }[]; children: FileView[] }
export interface TaskView { id: string; title: string; due: number | null; done: number | null; percent: number }
export interface PlanView { buckets: { id: string; name: string; tasks: TaskView[] }[] }
