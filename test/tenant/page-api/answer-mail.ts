import type { Address, Message } from '../mail/model.ts';
import { plainText } from './mail-view.ts';
import type { AnswerDraft, AnswerKind } from './shapes.ts';

/** How Outlook fills in a reply or a forward before anybody has written a word. */
export function answerDraft(message: Message, how: AnswerKind): AnswerDraft {
  const below = how === 'forward-as-attachment' ? '' : textBelow(message);
  return {
    to: how === 'reply' ? replyTo(message).map((one) => one.address).join('; ') : '', subject: answerSubject(message.subject, how), below,
    attachments: how === 'reply' ? [] : how === 'forward' ? message.attachments.filter((one) => !one.isInline).map((one) => one.name) : [attachedName(message)],
  };
}

/** The file name of a mail that goes along as an attachment. */
export function attachedName(message: Message): string {
  const name = message.subject.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').replace(/\s+/g, ' ').trim().slice(0, 80);
  return `${name === '' ? 'Message' : name}.eml`;
}

/** Outlook's header block and the text under it, for the plain part. */
export function textBelow(message: Message): string {
  return `${'_'.repeat(32)}\n${headerLines(message).map(([label, value]) => `${label}: ${value}`).join('\n')}\n\n${plainText(message.body)}`;
}

/** The same for the HTML part, with the mail's own markup kept. */
export function htmlBelow(message: Message): string {
  const header = headerLines(message).map(([label, value]) => `<b>${label}:</b> ${escapeHtml(value)}`).join('<br>\n');
  const body = message.body.contentType === 'html' ? innerHtml(message.body.content) : htmlOfText(message.body.content);
  return `<hr style="display:inline-block;width:98%" tabindex="-1">\n<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt">${header}</font><div>&nbsp;</div></div>\n${body}`;
}

export function htmlOfText(text: string): string {
  return text.split('\n').map((line) => `<div>${line.trim() === '' ? '<br>' : escapeHtml(line)}</div>`).join('\n');
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function answerSubject(subject: string, how: AnswerKind): string {
  const prefix = how === 'reply' ? 'Re' : 'Fw';
  return new RegExp(`^${how === 'reply' ? 're' : 'fwd?'}:`, 'i').test(subject) ? subject : `${prefix}: ${subject}`;
}

function replyTo(message: Message): Address[] {
  if (message.replyTo.length > 0) return message.replyTo;
  return message.from === null ? [] : [message.from];
}

function headerLines(message: Message): [string, string][] {
  const cc = message.cc.length === 0 ? [] : [['Cc', message.cc.map(shown).join('; ')] as [string, string]];
  return [['From', message.from === null ? '' : shown(message.from)], ['Sent', sentLine(message.sentAt)], ['To', message.to.map(shown).join('; ')], ...cc, ['Subject', message.subject]];
}

function shown(one: Address): string {
  return one.name === '' ? one.address : `${one.name} <${one.address}>`;
}

/** "26 November 2026 08:14", as Outlook in the UK writes it. */
function sentLine(at: number): string {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'long', year: 'numeric' }).format(at);
  return `${day} ${new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' }).format(at)}`;
}

/** What stands between the body tags, or the whole where there are none. */
function innerHtml(html: string): string {
  return /<body[^>]*>([\s\S]*?)(?:<\/body>|$)/i.exec(html)?.[1] ?? html;
}
