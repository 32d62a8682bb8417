import { formatLondon } from '../../calendar/rules/london-time.ts';
import type { ConcernEvent, EventData, Words } from './events.ts';
import { clauseWord, letterProblemWords, outcomeWords, priorityWords, responseWord, roleWord, routeWords } from './screen-words.ts';
import type { ClauseId } from './words-of-the-school.ts';

type Of<Type extends EventData['type']> = Extract<EventData, { type: Type }>;

/**
 * One event as a sentence of the chronology, without codes. `words` are the event's own; where they were removed the sentence still
 * stands, since what happened is no secret of theirs. Notes, letters
 * and the names of files (which often say who sent them) are shown beside the sentence or not at all.
 */
export function describeEvent(event: ConcernEvent, words: Words, nameOf: (oid: string) => string, titles: Readonly<Record<string, string>> = {}): string {
  const { data } = event;
  const who = event.by === 'service' ? 'Concern Desk' : nameOf(event.by);
  switch (data.type) {
    case 'concern-raised': return raised(event, data, who);
    case 'mail-joined': return 'Another email about this came in.';
    case 'exhibit-added': return `Evidence ${String(data.exhibit)} was kept.`;
    case 'exhibits-continued': return data.toCome === null ? 'All attachments of the email were kept.' : 'More attachments of the email are being kept.';
    case 'first-look-taken': return firstLook(data, who);
    case 'note-added': return `${who} wrote a staff note.`;
    case 'audience-widened': return `${who} let ${letIn(data, nameOf, titles)} know of this${because(words)}`;
    case 'response-proposed': return proposed(data, words, who, titles);
    case 'letter-remade': return 'The letter was made again for another day, so it waits for one more press.';
    case 'proposal-sent-back': return `${who} sent the proposal back${because(words)}`;
    case 'proposal-withdrawn': return `${who} withdrew the proposal.`;
    case 'response-approved': return `${who} approved the proposal.`;
    case 'letter-approved': return `${who} approved the letter. It goes on ${formatLondon(data.goesAt)} unless somebody stops it.`;
    case 'letter-stopped': return `${who} stopped the letter before it left.`;
    case 'letter-hastened': return `${who} had the letter sent at once${because(words)}`;
    case 'letter-leaving': return 'The letter\'s hour had come and nobody had stopped it, so it began to leave.';
    case 'letter-held-back': return `The letter was kept back. ${letterProblemWords[data.problem]}`;
    case 'letter-drafted': return 'The letter was put into the sending mailbox.';
    case 'letter-sent': return event.by === 'service' ? 'The letter was sent.' : `${who} confirmed that the letter was sent.`;
    case 'response-carried-out': return `${who} said that the response was carried out.`;
    case 'concern-closed': return `${who} closed this: ${outcomeWords[data.outcome].toLowerCase()}${because(words)}`;
    case 'original-opened': return `${who} opened ${data.exhibit === null ? 'the original email' : `the original of evidence ${String(data.exhibit)}`}.`;
    case 'items-removed': return removed(data, who);
    case 'danger-told': return told(data);
    case 'danger-taken': return `${who} said "I have this".`;
    case 'attachment-never-came': return 'An attachment never came through the scanner. Open the email in Outlook to see whether it is there.';
    case 'author-said': return `${who} said who wrote the email.`;
    case 'sent-by-hand-found': return `${data.sentBy === null ? 'Somebody' : nameOf(data.sentBy)} sent an email about this by hand, not approved here.`;
    case 'same-incident-said': return `${who} said that ${data.other} is the same incident${because(words)}`;
    case 'same-incident-unsaid': return `${who} said that ${data.other} is another incident${because(words)}`;
  }
}

function told({ step, nobodyOnDuty }: Of<'danger-told'>): string {
  const nobody = nobodyOnDuty ? ' Nobody was on duty.' : '';
  if (step === 0) return `An alert went at once to those who are told first.${nobody}`;
  return `Nobody had taken it yet, so the alert went ${step === 1 ? 'to whoever comes next' : 'to all leaders and the office who may know of this, by email too'}.${nobody}`;
}

function raised(event: ConcernEvent, data: Of<'concern-raised'>, who: string): string {
  const start = event.by === 'service' ? 'An email to school became a concern' : `${who} made an email a concern`;
  return `${start}: ${routeWords[data.route].toLowerCase()}, ${priorityWords[data.priority].toLowerCase()}.`;
}

function firstLook(data: Of<'first-look-taken'>, who: string): string {
  const touched = data.clauses.length === 0 ? 'no part of the policy ticked' : `policy: ${clauseList(data.clauses)}`;
  return `${who} took the first look and leads on it: ${routeWords[data.route].toLowerCase()}, ${priorityWords[data.priority].toLowerCase()}; ${touched}.`;
}

function clauseList(clauses: readonly ClauseId[]): string {
  return clauses.map((id) => clauseWord(id)).join('; ');
}

function letIn(data: Of<'audience-widened'>, nameOf: (oid: string) => string, titles: Readonly<Record<string, string>>): string {
  if (data.oid !== null) return nameOf(data.oid);
  return data.role === null ? 'somebody else' : roleWord(data.role, titles);
}

function proposed(data: Of<'response-proposed'>, words: Words, who: string, titles: Readonly<Record<string, string>>): string {
  if (data.response === 'acknowledgement') return `${who} pressed "${responseWord(data.response)}" for the person who told us.`;
  const decided = data.approver === null ? `${who} decided` : `${who} proposed`;
  const waits = data.approver === null ? '' : ` ${roleWord(data.approver, titles)} decides.`;
  return `${decided}: ${responseWord(data.response)}${because(words)}${waits}`;
}

function removed(data: Of<'items-removed'>, who: string): string {
  const why = { disposal: 'its time to be kept had run out', 'hand-over': 'it was handed over', correction: 'it was wrong' }[data.reason];
  const what = data.items.length === 1 ? 'The words of one entry were' : `The words of ${String(data.items.length)} entries were`;
  return `${what} removed by ${who}, since ${why}.`;
}

/** The reason as it was written, as the end of the sentence. */
function because(words: Words): string {
  const reason = words['reason']?.trim() ?? '';
  return reason === '' ? '.' : `: "${reason}"${/[.!?]$/.test(reason) ? '' : '.'}`;
}
