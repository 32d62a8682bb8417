import { formatLondon } from '../../calendar/rules/london-time.ts';
import type { MailPerson } from '../../mail/rules/mail.ts';
import { withoutReporters } from './without-reporter.ts';

/** What a reading copy is made from: the mails that a concern rests on, in order, and what was attached. */
export interface ReadingCopyOrder {
  ref: string;
  mails: readonly { at: number; subject: string; text: string }[];
  exhibits: readonly { n: number; media: string; bytes: number }[];
  /** Everybody who told us or sent it on; null or empty when nobody is known. */
  reporters: readonly MailPerson[];
}

export interface ReadingParagraph { style: 'title' | 'heading' | 'text' | 'note'; text: string }

/** About fifteen pages. */
const longestMail = 60_000;

/**
 * The mails of a concern as those who handle it may read them: without the person who told us. Attachments are listed and not shown, since a
 * screenshot can show whose phone it was; they open in Concern Desk, for those with the right.
 */
export function buildReadingCopy({ ref, mails, exhibits, reporters }: ReadingCopyOrder): ReadingParagraph[] {
  return [
    { style: 'title', text: `Reading copy ${ref}` },
    { style: 'note', text: 'The person who told us has been taken out by rule. What a message tells can still point to them: read it through before you show it to anybody else.' },
    ...mails.flatMap((mail, index) => mailParagraphs(mail, index, mails.length, reporters)),
    ...exhibitParagraphs(exhibits),
  ];
}

function mailParagraphs(mail: ReadingCopyOrder['mails'][number], index: number, count: number, reporters: readonly MailPerson[]): ReadingParagraph[] {
  const subject = withoutReporters(mail.subject, reporters).replace(/\s+/g, ' ').trim();
  const whole = withoutReporters(mail.text, reporters).trim();
  const text = whole.slice(0, longestMail);
  return [
    { style: 'heading', text: count === 1 ? 'Message' : `Message ${String(index + 1)} of ${String(count)}` },
    { style: 'note', text: `Received ${formatLondon(mail.at)}` },
    { style: 'text', text: `Subject: ${subject === '' ? 'none' : subject}` },
    ...(text === '' ? ['The message holds no text.'] : text.split(/\n[^\S\n]*\n+/)).map((part): ReadingParagraph => ({ style: 'text', text: part })),
    ...(whole.length > longestMail ? [{ style: 'note', text: 'The rest of this long message opens in Concern Desk.' } as const] : []),
  ];
}

function exhibitParagraphs(exhibits: ReadingCopyOrder['exhibits']): ReadingParagraph[] {
  if (exhibits.length === 0) return [];
  return [
    { style: 'heading', text: 'What came with it' },
    ...exhibits.map(({ n, media, bytes }): ReadingParagraph => ({ style: 'text', text: `${String(n)}. ${kindOf(media)}, ${sizeOf(bytes)}` })),
    { style: 'note', text: 'These open in Concern Desk, since a picture or a file can show who told us.' },
  ];
}

function kindOf(media: string): string {
  const [type = '', subtype = ''] = media.toLowerCase().split(';')[0]?.trim().split('/') ?? [];
  const kinds: Record<string, string> = { image: 'Picture', audio: 'Voice note or sound', video: 'Video', text: 'Text file', message: 'Email' };
  return subtype === 'pdf' ? 'PDF document' : kinds[type] ?? 'File';
}

function sizeOf(bytes: number): string {
  if (bytes < 1_000) return `${String(bytes)} bytes`;
  return bytes < 1_000_000 ? `${String(Math.round(bytes / 1_000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
