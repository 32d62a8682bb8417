import { headerOf, type ParsedMail } from './mail.ts';
import type { Automated } from './understanding.ts';

const awaySubjects = /^(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|autoreply|out of (?:the )?office|respuesta automática|resposta automática|réponse automatique|automatische antwort|risposta automatica|automatisch antwoord|odpowiedź automatyczna)\b/i;
const bounceSubjects = /^(?:undeliverable|undelivered mail returned|delivery (?:status notification|failure|has failed)|mail delivery (?:failed|failure|subsystem)|returned mail|failure notice|no se puede entregar|non remis|unzustellbar)\b/i;
const bounceSenders = /^(?:mailer-daemon|postmaster|microsoftexchange[0-9a-f]+)@/;
const machineSenders = /^(?:no-?reply|do-?not-?reply|donotreply|newsletter|news|notifications?|mailing|updates?|marketing)[@+._-]/;

/**
 * Was this written by a machine, or sent to many by one? RFC 3834 (Auto-Submitted), RFC 3464 (reports), RFC 2369 and 8058 (List-*),
 * Microsoft's X-Auto-Response-Suppress. A person's mail that came through a list is still a person's mail.
 */
export function recogniseAutomated(mail: ParsedMail): Automated | null {
  if (isBounce(mail)) return 'bounce';
  if (isCalendar(mail)) return 'calendar';
  if (isAutoReply(mail)) return 'auto-reply';
  return isBulk(mail) ? 'bulk' : null;
}

function isBounce(mail: ParsedMail): boolean {
  const report = mail.contentType.startsWith('multipart/report');
  if (report && !mail.contentType.includes('disposition-notification') && !mail.contentType.includes('feedback-report')) return true;
  if (mail.exhibits.some((exhibit) => exhibit.type === 'message/delivery-status')) return true;
  if (headerOf(mail, 'x-failed-recipients') !== null) return true;
  const fromSystem = bounceSenders.test(mail.from?.email ?? '') || (headerOf(mail, 'return-path') ?? '').replace(/\s/g, '') === '<>';
  return fromSystem && bounceSubjects.test(mail.subject);
}

/** An invitation or its answer is one whole mail about an event; an .ics hung on a letter is an attachment. */
function isCalendar(mail: ParsedMail): boolean {
  if (mail.contentType.startsWith('text/calendar')) return true;
  return mail.exhibits.some((exhibit) => exhibit.type === 'text/calendar' && isInvitation(exhibit.bytes));
}

function isInvitation(bytes: Uint8Array): boolean {
  const opening = bytes.subarray(0, 4000);
  return /METHOD:(?:REQUEST|REPLY|CANCEL|COUNTER|PUBLISH)/i.test(String.fromCharCode(...opening));
}

function isAutoReply(mail: ParsedMail): boolean {
  const submitted = (headerOf(mail, 'auto-submitted') ?? 'no').toLowerCase();
  if (submitted.startsWith('auto-replied')) return true;
  if (['x-autoreply', 'x-autorespond', 'x-autoresponder'].some((name) => headerOf(mail, name) !== null)) return true;
  if (/auto[_-]?reply/i.test(headerOf(mail, 'precedence') ?? '')) return true;
  if (mail.contentType.startsWith('multipart/report')) return true;
  return awaySubjects.test(mail.subject) && !/^\s*(?:re|fwd?)\s*:/i.test(mail.subject);
}

function isBulk(mail: ParsedMail): boolean {
  const submitted = (headerOf(mail, 'auto-submitted') ?? 'no').toLowerCase();
  if (submitted.startsWith('auto-generated')) return true;
  const from = mail.from?.email ?? '';
  const unsubscribe = headerOf(mail, 'list-unsubscribe') !== null;
  const throughGroup = headerOf(mail, 'list-id') !== null && headerOf(mail, 'list-post') !== null;
  if (throughGroup) return machineSenders.test(from);
  if (unsubscribe || headerOf(mail, 'feedback-id') !== null || headerOf(mail, 'x-campaign') !== null) return true;
  const precedence = (headerOf(mail, 'precedence') ?? '').toLowerCase();
  if (precedence === 'bulk' || precedence === 'junk') return true;
  return machineSenders.test(from) && (headerOf(mail, 'x-auto-response-suppress') !== null || precedence === 'list');
}
