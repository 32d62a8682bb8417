import type { ParsedMail } from './mail.ts';

/** How much of the text tells two mails apart; more would let a list footer or a virus scanner's line make copies differ. */
const enough = 1000;

/**
 * The text whose SHA-256 is a mail's identity: Message-ID, Date, author and the first 1,000 characters of the normalised own
 * text. Attachments, subject tags, banners and list footers are left out, so that copies of one mail agree; a different mail
 * under a reused Message-ID does not. Its shape is fixed for ever: ledgers hold its hashes.
 */
export function identityText(mail: Pick<ParsedMail, 'messageId' | 'date' | 'from' | 'text'>): string {
  return ['mail/1', mail.messageId ?? '', mail.date ?? '', mail.from?.email ?? mail.from?.name ?? '', normalisedText(mail.text)].join('\n');
}

export function normalisedText(text: string): string {
  return wholeText(text).slice(0, enough);
}

/** Lower case, one space for any white space, no quote marks or formatting signs, no banner above and no list footer below. */
export function wholeText(text: string): string {
  return withoutFooter(text).split('\n').filter((line) => !bannerLine.test(line)).join('\n')
    .normalize('NFKC').toLowerCase().replace(/[\p{Cf}*>|_]/gu, '').replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"')
    .replace(/\s+/g, ' ').trim();
}

const bannerLine = /^\W*(?:(?:caution|warning|external)\b.{0,60}(?:external|outside|originated)|you don't often get email from|this (?:email|message) (?:was sent|originated|came) from outside)/i;
const footerStart = /^(?:_{20,}|-{20,}|-- ?)$/;
const footerWords = /mailing list|unsubscribe|you received this message because you are subscribed|list-info|listinfo/i;

function withoutFooter(text: string): string {
  const lines = text.split('\n');
  for (let index = lines.length - 1; index > 0 && index >= lines.length - 12; index -= 1) {
    if (footerStart.test(lines[index]?.trim() ?? '') && footerWords.test(lines.slice(index).join(' '))) return lines.slice(0, index).join('\n');
  }
  return text;
}
