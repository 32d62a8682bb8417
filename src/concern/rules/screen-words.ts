import { clauses } from '../../responses/rules/clauses.ts';
import { responses } from '../../responses/rules/responses.ts';
import type { Concern, Letter, LetterProblem, Proposal, SeenKind } from './concern.ts';
import type { ClauseId, Outcome, Priority, Proposable, RequestKind, Role, Route, SenderVerdict } from './words-of-the-school.ts';

/** From the code's words to the words that people see; what may never be seen stands in `docs/words.md`. Cards and tab read it from here. */

export const routeWords: Readonly<Record<Route, string>> = {
  conduct: 'A parent\'s conduct online',
  safeguarding: 'Safeguarding check',
  complaint: 'A complaint about the school',
  'data-request': 'A request for information',
  'staff-conduct': 'About a member of staff',
  'not-a-concern': 'Not for us',
  unsure: 'Needs a look',
};

export const priorityWords: Readonly<Record<Priority, string>> = {
  P0: 'Danger now', P1: 'Today', P2: 'This week', P3: 'Low', PX: 'Not for us',
};

/** Of a concern, and of a mail that a list shows beside the concerns. */
export const statusWords: Readonly<Record<Exclude<Concern['status'], 'none'> | 'set-aside' | 'needs-a-look', string>> = {
  new: 'Needs a first look', open: 'Open', closed: 'Closed', 'set-aside': 'Not for us', 'needs-a-look': 'Needs a look',
};

export const mailOutcomeWords: Readonly<Record<'pending' | 'raised' | 'joined' | 'set-aside' | 'needs-a-look' | 'unreadable' | 'sent-by-hand', string>> = {
  pending: 'Being read', raised: 'Became a concern', joined: 'Added to a concern', 'set-aside': 'Not for us', 'needs-a-look': 'Needs a look',
  unreadable: 'Could not be read', 'sent-by-hand': 'Sent by hand',
};

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  resolved: 'Resolved', 'no-further-action': 'No further action', 'passed-on': 'Passed on to somebody else', unfounded: 'Nothing was found',
};

export const proposalWords: Readonly<Record<Proposal['status'], string>> = {
  waiting: 'Waits for a decision', 'sent-back': 'Sent back', replaced: 'Replaced by a later one', withdrawn: 'Withdrawn', approved: 'To do', done: 'Done',
};

export const letterWords: Readonly<Record<Letter['status'], string>> = {
  proposed: 'Waits for a decision', approved: 'Approved, not sent yet', stopped: 'Stopped', leaving: 'On its way', drafted: 'On its way', sent: 'Sent',
  unknown: 'Not known whether it went', void: 'No longer used',
};

export const letterProblemWords: Readonly<Record<LetterProblem, string>> = {
  stopped: 'It was stopped before it left.',
  'approver-left-office': 'Whoever approved it no longer holds that office, so it did not go and needs a fresh decision.',
  'draft-touched': 'Somebody changed the draft in the mailbox, so it did not go.',
  'recipient-conflict': 'It may be about the person it was going to, so it did not go.',
  'day-passed': 'It leaves on another day than the one printed on it, so it was made again and needs one more press.',
  'outcome-unknown': 'It is not known whether it went. Look in the sent items of the sending mailbox and say which.',
};

/** Shown only where there is something to know. */
export const senderWords: Readonly<Record<SenderVerdict, string | null>> = {
  pass: null, none: null, doubtful: 'The sender could not be verified.', fail: 'The sender is probably not who they say they are.',
};

export const requestWords: Readonly<Record<RequestKind, string>> = {
  'personal-data': 'Asks for personal data', 'freedom-of-information': 'Asks under freedom of information',
};

export const newsWords: Readonly<Record<SeenKind, string>> = {
  'new-evidence': 'A new email came in', 'new-hold': 'Something stops this for now', 'other-proposal': 'The proposal or its letter changed',
  'sent-by-hand': 'Somebody wrote from the school\'s mailbox by hand',
};

/** Where a school has not given its own title. */
const usualTitles: Readonly<Record<Role, string>> = {
  office: 'School office', slt: 'Leadership team', head: 'Head', 'executive-head': 'Executive Head', 'safeguarding-lead': 'Safeguarding lead',
  chair: 'Chair of governors', governor: 'Governor', staff: 'Staff',
};

export function roleWord(role: Role, titles: Readonly<Record<string, string>>): string {
  return titles[role] ?? usualTitles[role];
}

export function clauseWord(id: ClauseId): string {
  return clauses[id].label;
}

export function responseWord(response: Proposable): string {
  if (response === 'acknowledgement') return 'Thank you, we have it';
  return response === 'closing-note' ? 'Closing note' : responses[response].label;
}

/** What somebody sent from the school's mailbox, or to a parent in the same thread, without us. */
export function sentByHand(name: string): string {
  return `Sent by hand by ${name === '' ? 'somebody with the school\'s mailbox' : name}, not approved here`;
}

/** "Two things came in since this was shown." with what they are; null when there is no news. */
export function newsSentence(news: readonly SeenKind[]): string | null {
  if (news.length === 0) return null;
  const what = news.map((kind, index) => (index === 0 ? newsWords[kind] : newsWords[kind].charAt(0).toLowerCase() + newsWords[kind].slice(1)));
  return `${what.join(', and ')} since this was shown to you. Please look first, then press again.`;
}
