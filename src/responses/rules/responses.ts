import type { ResponseId } from '../../concern/rules/words-of-the-school.ts';

/** Letters and notes that the product can make. The wording lies in `src/letters/rules/wording.ts`. */
export const letterKinds = ['RS1-A', 'CLOSE-R', 'THANKS'] as const;
export type LetterKind = (typeof letterKinds)[number];
/** Those that somebody proposes and somebody else approves; the thank-you is sent by one press. */
export type ProposedLetterKind = Exclude<LetterKind, 'THANKS'>;

/** One of the school's responses as it is offered to leaders: data, shown where the choice is made. Source: `docs/policy.md`. */
export interface ResponseGuide {
  id: ResponseId;
  /** What people see: "Warning letter". */
  label: string;
  /** The policy's own words, or null where it is school practice and the policy is silent. */
  quote: string | null;
  when: readonly string[];
  notWhen: readonly string[];
  beforeYouDo: readonly string[];
  warnings: readonly string[];
  evidence: readonly string[];
  /** `none`: decided by the lead alone, with a reason. */
  approval: 'none' | 'one';
  letter: ProposedLetterKind | null;
  /** In school days. */
  deadlines: Readonly<Record<string, number>>;
}

/**
 * What the school may do. The quotes are the policy's; everything else (when, before you do, days) is school practice that a
 * school may change here. The policy says "may": the responses are no ladder, and any of them can be combined.
 */
export const responses: Record<ResponseId, ResponseGuide> = {
  RS0a: {
    id: 'RS0a',
    label: 'No further action',
    quote: null,
    when: [
      'Nothing in the code of conduct was broken.',
      'What was reported cannot be verified.',
      'It has already been put right.',
    ],
    notWhen: [
      'A safeguarding question is still open.',
      'This is the third matter, or more, about the same parent in one term.',
    ],
    beforeYouDo: [
      'Take the first look.',
      'Write down why nothing more is needed.',
    ],
    warnings: ['Tell the person who wrote to us that it was considered, not what was concluded about anybody else.'],
    evidence: ['The email that came in.'],
    approval: 'none',
    letter: null,
    deadlines: { decide: 10, checkAgain: 20 },
  },
  RS0b: {
    id: 'RS0b',
    label: 'Informal word, signpost or mediation',
    quote: null,
    when: [
      'It is the first time, or low-level.',
      'It is lawful criticism of the school, which belongs in a conversation or the complaints procedure.',
      'It rests on a misunderstanding.',
      'All parents would gain from a general reminder.',
    ],
    notWhen: [
      'There was a threat, or hostility about race, religion, disability, sexual orientation or trans identity.',
      'A child may be at risk.',
      'It happened again after a warning letter.',
    ],
    beforeYouDo: [
      'Make sure that no safeguarding question is open.',
      'Ask whoever speaks to the parent whether they are involved themselves.',
      'Choose the right person to speak to the parent.',
    ],
    warnings: [
      'A reminder to all parents must not let anybody work out which family it is about.',
      'The school never posts in a parents\' group.',
    ],
    evidence: ['A screenshot, or an account of what was said.'],
    approval: 'none',
    letter: null,
    deadlines: { act: 5, checkAgain: 20 },
  },
  RS1: {
    id: 'RS1',
    label: 'Warning letter',
    quote: 'Send a warning letter to the parent',
    when: [
      'What was written clearly goes against the code of conduct.',
      'You are reasonably sure who wrote it.',
      'An informal word has been tried, or it is too serious for one.',
    ],
    notWhen: [
      'It only criticises school policy, or is polite criticism.',
      'Who wrote it has not been verified.',
      'The police, the local authority designated officer or the safeguarding lead are dealing with the same facts and have not agreed to a letter.',
      'The parent works here: the Staff Code of Conduct applies instead.',
      'It was a private complaint to the school.',
    ],
    beforeYouDo: [
      'Make sure that no safeguarding question is open.',
      'Have two people look at the evidence.',
      'Choose which parts of the code of conduct it touches.',
      'Invite the parent to give their account first, or write down why not.',
      'Ask everybody who handles it whether they are involved themselves.',
      'Check that the draft does not mention the person who told us, or any other child.',
      'If the messages were translated, have a person check the translation.',
    ],
    warnings: [
      'Never name the person who told us, or hint at them.',
      'Do not state as a fact that something was criminal or libellous.',
      'Would you be content to see this letter in a newspaper, or when the parent asks for everything that we hold about them?',
    ],
    evidence: [
      'The dated text of the messages.',
      'How we know who wrote them.',
      'What was said before and after.',
      'Earlier warnings.',
    ],
    approval: 'one',
    letter: 'RS1-A',
    deadlines: { approve: 2, sendAfterApproval: 1, replyBy: 10, checkAgain: 20 },
  },
  RS2: {
    id: 'RS2',
    label: 'Meeting at school',
    quote: 'Invite the parent into school to meet with a senior member of staff or the Executive Head Teacher',
    when: [
      'The relationship can be repaired.',
      'The facts are disputed.',
      'There is a grievance behind it that should be heard.',
      'It happened again after a warning letter.',
      'More than one family is involved.',
    ],
    notWhen: [
      'Somebody fears violence on site.',
      'The police have asked us not to meet.',
      'The person who would lead the meeting is the one the messages were about.',
    ],
    beforeYouDo: [
      'Make sure that no safeguarding question is open.',
      'Name who leads the meeting and who takes notes.',
      'Ask both whether they are involved themselves.',
      'Say in neutral words what the meeting is about.',
      'Ask about access needs and whether an interpreter is needed.',
      'Choose the room and think about safety.',
    ],
    warnings: [
      'Always have two members of staff there.',
      'Assume that the meeting may be recorded.',
      'The parent may bring somebody with them.',
    ],
    evidence: ['A summary to speak from, with the person who told us left out.'],
    approval: 'one',
    letter: null,
    deadlines: { invite: 2, noticeAtLeast: 5, holdWithin: 10, notes: 5, actionReview: 15 },
  },
  RS3: {
    id: 'RS3',
    label: 'Contact the authorities',
    quote: 'Contact the appropriate authorities (in cases of criminal behaviour)',
    when: [
      'There is a credible threat.',
      'It may be a hate crime.',
      'Somebody is being harassed again and again.',
      'An offence may have been committed.',
      'A child may be at risk.',
      'A member of staff is said to have harmed a child.',
      'It shows support for extremism or violence.',
      'There may be an indecent image of a child.',
    ],
    notWhen: [
      'It is rude, or it is criticism, or there are simply many complaints.',
      'It would be used to put pressure on a parent.',
      'It would be used to find out who posted something.',
    ],
    beforeYouDo: [
      'If anybody is in danger or a child is at risk, act now and record it afterwards. Nobody\'s approval is needed.',
      'Otherwise write down the exact words and which offence they may be.',
      'Ask the person harmed what they want.',
      'Say why contacting the authorities is proportionate.',
      'Ask the safeguarding lead for their view.',
    ],
    warnings: [
      'Stop your own enquiries once you have the basic facts.',
      'Do not open, copy or forward an indecent image.',
      'Do not promise an outcome to the parent or to the person who told us.',
      'Rude, unfair or frequent criticism is not a crime. In 2025 the police paid £20,000 to two parents who had been arrested after they criticised their school on WhatsApp and by email.',
    ],
    evidence: [
      'The original files, kept as they came.',
      'What happened, by date.',
      'Who is known to be involved.',
    ],
    approval: 'one',
    letter: null,
    deadlines: { chase: 5 },
  },
  RS4: {
    id: 'RS4',
    label: 'Advice from the Trust\'s legal team',
    quote: 'Seek advice from our Trust\'s legal team regarding further action (in cases of conduct that may be libelous or slanderous)',
    when: [
      'Somebody who can be identified was accused of a crime or of dishonesty in front of others.',
      'It was spread widely or repeated.',
      'A solicitor\'s letter has come.',
      'An injunction, or a site ban that will be contested, is being considered.',
      'A teacher was named as accused of an offence against a pupil here.',
    ],
    notWhen: [
      'It is general criticism.',
      'Nobody can be identified from it.',
      'It would be used to put pressure on a parent.',
    ],
    beforeYouDo: [
      'Have the head or the Executive Head Teacher ask for it.',
      'Ask the person affected what they want.',
      'Write down what is true and what is false in what was said.',
      'Write down when each message was published: a claim usually has to be brought within one year.',
      'Ask everybody who handles it whether they are involved themselves.',
    ],
    warnings: [
      'No letter should mention libel before the advice has come.',
      'The school itself probably cannot sue; a person who was named might.',
      'Keep the advice out of the general notes.',
    ],
    evidence: [
      'The exact words, with a translation where needed.',
      'Date and time, the group, and how many people saw it.',
      'The original screenshots or export, and how we came by them.',
      'The harm so far, and what has already been said to the parent.',
    ],
    approval: 'one',
    letter: null,
    deadlines: { send: 2, chase: 5 },
  },
  RS5: {
    id: 'RS5',
    label: 'Site ban',
    quote: 'Issue a site ban',
    when: [
      'Aggressive, abusive or insulting behaviour is a risk to staff or pupils.',
      'Somebody feels threatened on the school site.',
      'Conditions that were agreed earlier have been broken.',
    ],
    notWhen: [
      'Everything happened online, and nobody fears contact on site.',
      'It is meant as a punishment.',
      'There is no date for a review.',
      'It is not arranged how the child is brought and collected.',
    ],
    beforeYouDo: [
      'Make sure that no safeguarding question is open, or that the agencies have been asked.',
      'Write down who feels threatened on site and why.',
      'Consider what else might work.',
      'Make it immediate only where the risk is immediate.',
      'Invite the parent to put their side before the ban is confirmed.',
      'Plan how the child is brought and collected, and how the parent reaches us about health or special educational needs.',
      'Check equality duties and any court order.',
      'Ask everybody who handles it whether they are involved themselves.',
      'Name who will review the ban.',
    ],
    warnings: [
      'A ban answers risk on the premises. If everything happened online and nobody fears contact on site, it is probably not the right tool.',
      'No ban is confirmed before the parent could put their side.',
      'Being on site without permission is not by itself a crime.',
      'A ban does not stop the parent receiving reports about their child.',
      'Where days run over a holiday, give a real date.',
    ],
    evidence: [
      'The log of incidents.',
      'Notes of those who saw it.',
      'Earlier letters.',
      'The risk assessment.',
    ],
    approval: 'one',
    letter: null,
    deadlines: { provisionalLetter: 1, representations: 10, decisionAfter: 5, firstReview: 30, beforeEnd: 5 },
  },
};
