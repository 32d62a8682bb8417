import { createHash, randomBytes } from 'node:crypto';

/** Default ids look and behave like Graph's: URL-safe, case-sensitive, another one after each move. */
export const newDefaultId = (): string => `AAMkAD${randomBytes(42).toString('base64url')}AAA=`;
export const newImmutableId = (): string => `AAkALg${randomBytes(42).toString('base64url')}AA==`;
export const newFolderId = (): string => `AAMkAF${randomBytes(42).toString('base64url')}AAA=`;
export const newAttachmentId = (): string => `AAMkAT${randomBytes(30).toString('base64url')}=`;

/** The conversation of a mailbox that begins with this Message-ID. */
export function conversationId(mailbox: string, firstMessageId: string): string {
  return `AAQkAD${createHash('sha256').update(`${mailbox} ${firstMessageId}`).digest('base64url')}=`;
}

/** What ETag and changeKey show for a version. */
export function changeKeyOf(key: string, version: number): string {
  const digest = createHash('sha256').update(`${key} ${String(version)}`).digest('base64url').slice(0, 24);
  return `CQAAABYAAA${digest}`;
}
