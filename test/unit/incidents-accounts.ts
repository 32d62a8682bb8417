import { accountOf, type Account } from '../../src/incidents/rules/account.ts';

/** Tuesday 24 November 2026, nine in the morning. */
export const morning = Date.parse('2026-11-24T09:00:00Z');
const hour = 3_600_000;

export interface Mail { text: string; subject?: string; hoursLater?: number; reporters?: string[]; files?: string[] }

export function account(ref: string, { text, subject = '', hoursLater = 0, reporters = [], files = [] }: Mail): Account {
  return accountOf({ ref, at: morning + hoursLater * hour, texts: [text], subjects: [subject], reporters, files });
}

/** Two people who each tell of one incident, in their own words. */
export const pairs: Record<string, [Mail, Mail]> = {
  'one quotes, the other retells': [
    { text: 'Hello,\n\nOn Saturday night Kevin Doyle wrote in the Year 4 WhatsApp group that Mrs Adeyemi is "a liar and a bully". Lots of people laughed at it.', hoursLater: 0 },
    { text: 'I am shocked by what I read in the Y4 group at the weekend. One dad, Mr Doyle, said on Saturday that Mrs Adeyemi was a liar. Nobody stopped him.', hoursLater: 7 },
  ],
  'the same screenshot, few words': [
    { text: 'Please see attached. This was in the Oak class group last night.', files: ['aaaa111122223333'] },
    { text: 'Somebody should do something about this. Oak class WhatsApp, yesterday evening.', files: ['aaaa111122223333'], hoursLater: 30 },
  ],
  'a row at the gate on one day, by first names': [
    { text: 'This morning two mothers were screaming at each other by the side gate, right in front of the Year 2 children. Shaz threw her coffee over Kelly.' },
    { text: 'I had to take my daughter past a fight this morning. Coffee was thrown by Shaz and the swearing was dreadful. Several Year 2 children were crying at the gate.', hoursLater: 1 },
  ],
  'a forwarded message copied by both': [
    { text: 'He put this in the group: "get that boy out of our class before he hurts somebody else". I think that is awful.' },
    { text: 'Is the school aware? There is a dad who writes "get that boy out of our class before he hurts somebody else" about a six year old.', hoursLater: 50 },
  ],
  'a teacher called names, reported by a parent and by a grandmother': [
    { text: 'I didn\'t want to be involved but in the Year 3 WhatsApp group one of the dads called Mr Ashby "useless" and "always off sick" last night and others joined in.' },
    { text: 'My daughter showed me the year three chat. They were mocking Mr Ashby yesterday, saying he is always off sick and useless. He taught my grandson with such patience.', hoursLater: 5 },
  ],
};

/** Two different things that look alike: one kind of matter, one week, one name that everybody mentions. */
export const strangers: Record<string, [Mail, Mail]> = {
  'two rows about parking in one week': [
    { subject: 'Parking', text: 'A man in a black BMW blocked my drive on Monday and swore at me when I asked him to move. The parking outside school is out of control.' },
    { subject: 'Parking', text: 'Parking again! A lady in a white Range Rover parked on the zigzags and shouted at my mother who walks with a stick. When will school do something about parking?', hoursLater: 20 },
  ],
  'two rows about parking on one day': [
    { subject: 'Parking', text: 'This morning a van blocked the zigzag lines and the driver swore at me in front of my children. The parking outside is getting dangerous.' },
    { subject: 'Parking', text: 'A grey Audi was on the pavement this morning and the driver swore at a grandmother. The parking by the bridge is dangerous for the children.', hoursLater: 2 },
  ],
  'one subject and nothing else': [
    { subject: 'Kevin Doyle, Year 4 group, Saturday', text: 'Somebody wrote that the fair money was stolen.' },
    { subject: 'Kevin Doyle, Year 4 group, Saturday', text: 'The football coach was called lazy by one of the grandfathers.', hoursLater: 3 },
  ],
  'both told the head': [
    { text: 'Another parent called my son feral in the Year 5 chat. I told Mrs Whitlock about it and spoke to Mrs Whitlock again on Friday.' },
    { text: 'My neighbour posts lies about our family on Facebook. I have told Mrs Whitlock and she asked me to write to you.', hoursLater: 26 },
  ],
  'both greet one person': [
    { text: 'Dear Mrs Whitlock,\n\nThe new reading books are too easy and the homework never comes back marked.' },
    { text: 'Dear Mrs Whitlock,\n\nA father in Willow class swears in the group every night.', hoursLater: 1 },
  ],
  'one group, another day and another person': [
    { text: 'In the Year 4 WhatsApp group Joanne Pike wrote on Friday that the Turners should go back where they came from.' },
    { text: 'In the Year 4 WhatsApp group Mark Reilly called the swimming teacher a pervert on Sunday.', hoursLater: 12 },
  ],
  'one kind of abuse in two classes': [
    { text: 'One of the mums in the Maple class WhatsApp wrote that the teacher is useless and lazy and should be sacked.' },
    { text: 'Somebody in the Rowan class group called the teacher useless and lazy yesterday, it is not nice to read.', hoursLater: 4 },
  ],
  'Mr and Mrs of one surname, two matters': [
    { text: 'Mr Doyle shouted at the lollipop man on Thursday and drove off.' },
    { text: 'Mrs Doyle keeps posting photos of other people\'s children from the swimming gala.', hoursLater: 9 },
  ],
  'the school\'s own letter came with both': [
    { text: 'You write that homework is due on Mondays. We never got the maths sheet.', files: ['bbbb111122223333'] },
    { text: 'A mother in Reception laughed at this letter in the group and called the office staff thick.', files: ['bbbb111122223333'], hoursLater: 200 },
  ],
};
