import type { LetterKind } from '../../responses/rules/responses.ts';

/** One paragraph of a letter. Words in {braces} are filled in. */
export interface WordingParagraph {
  text: string;
  /** Printed only when this field is filled in. */
  onlyWith?: 'ownWords' | 'meetingOffer';
  /** Printed once for each clause chosen, as an item of a list; {clauseLabel} and {clauseQuote} are that clause's. */
  each?: 'clauses';
}

export interface LetterWording {
  subject: string;
  /** Above the greeting; empty for none. */
  heading: string;
  greeting: string;
  paragraphs: readonly WordingParagraph[];
  close: string;
}

/**
 * The wording of each letter. Whoever changes it keeps to this: one parent, their own words only, nothing about who told us or about
 * another child, nothing stated as a crime or a lie, a day and a person to answer, the way for the concern behind it, and that the
 * child's education is not affected. A letter says "our code of conduct asks", since the code is guidance and no contract.
 */
export const wording: Record<LetterKind, LetterWording> = {
  'RS1-A': {
    subject: 'Letter from {schoolName} ({ref})',
    heading: 'Private and confidential',
    greeting: 'Dear {parentName}',
    paragraphs: [
      { text: 'I am writing about messages in a {groupType} on {incidentDates} that were reported to the school. {summary}' },
      { text: 'We understand that you wrote: “{ownWords}”', onlyWith: 'ownWords' },
      { text: 'Our Policy and Code of Conduct for the acceptable use of WhatsApp Groups says on this:' },
      { text: '{clauseLabel}: “{clauseQuote}”', each: 'clauses' },
      { text: 'Messages like this can upset people in our community. I ask that it does not happen again, and that you consider removing any such message that can still be seen.' },
      { text: 'I may not have the whole picture. If this does not match your recollection, or if you want to add anything, please contact {contactName} through the school office by {replyBy}.' },
      { text: 'If there is a concern behind this, I want to hear it. {contactName} can tell you who at school is the right person to talk to, and our complaints procedure is open to you as well.' },
      { text: 'I would also be glad to meet you. {meetingOffer}', onlyWith: 'meetingOffer' },
      { text: 'If there were further messages of this kind, the school may consider the other steps that the policy describes.' },
      { text: 'Nothing in this letter affects your child’s education and care at {schoolName}.' },
    ],
    close: 'Yours sincerely',
  },
  'CLOSE-R': {
    subject: 'Your message to {schoolName} ({ref})',
    heading: '',
    greeting: 'Dear {name}',
    paragraphs: [
      { text: 'Thank you for telling us.' },
      { text: 'We have looked into what you reported and taken the steps that we think right. We cannot share details about other families.' },
      { text: 'Please tell us at once if it happens again or if you think that anyone is at risk. If anyone is in danger now, call 999 first.' },
    ],
    close: 'Yours sincerely',
  },
  // Sent by one press and the same for everybody, so that whoever presses has read every word of it, and need not know who it goes to. It
  // promises nothing of what will come of it, and names nobody else.
  THANKS: {
    subject: 'Thank you, we have your message ({ref})',
    heading: '',
    greeting: 'Hello',
    paragraphs: [
      { text: 'Thank you for writing to {schoolName}. We have your message, and somebody at the school is looking at it.' },
      { text: 'If a child or anybody else is in danger now, ring 999. We do not read messages in the evening, at weekends or in the holidays.' },
      { text: 'If you are worried about the safety of a child, ring the school and ask for the {safeguardingTitle}. You need not be sure.' },
      { text: 'Please keep any messages or pictures that you have, and do not pass them on. If there is more to tell us, answer this email.' },
    ],
    close: 'Kind regards',
  },
};
