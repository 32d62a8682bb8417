import { describe, expect, test } from '@jest/globals';
import { whoIsItAbout } from '../../src/mail/rules/about.ts';
import { grove, namesOf } from './mail-school.ts';

/** What a mail says, and who is therefore not told ("?" = in doubt). */
const accusing: [string, string[]][] = [
  ['Mrs Whitlock shouted at my son in the corridor.', ['Helen']],
  ['I am writing about Mrs Whitlock. She humiliated my son and lied to me.', ['Helen']],
  ['I want to make a complaint about the headteacher.', ['Helen']],
  ['Helen Whitlock has ignored three emails about bullying.', ['Helen']],
  ['The head is covering up what happened in Year 4.', ['Helen']],
  ['Whitlock is a bully and everyone knows it.', ['Helen?']],
  ['The executive head pocketed the fair money.', ['Marcus']],
  ['Mr Bell lied to parents at the meeting.', ['Marcus']],
  ['I have no confidence in your safeguarding lead. She ignored what I reported.', ['Sara']],
  ['The DSL did nothing about the bruises.', ['Sara']],
  ['Mr Ashby grabbed my son by the arm.', ['Tom']],
  ['Miss A grabbed my daughter.', ['Tom?', 'Gwen?']],
  ['The deputy was rude to me at the gate.', ['Daniel']],
  ['The chair of governors swore at me in the car park.', ['Gwen']],
  ['The governors ignored our letter.', ['Gwen?']],
  ['Senior leadership have failed our children.', ['Daniel?', 'Priya?', 'Helen?', 'Sara?', 'Marcus?']],
  ['I told Mrs Whitlock about the messages in the group, but she did nothing and was rude.', ['Helen']],
  ['I told Mrs Whitlock about the messages. She did nothing.', ['Helen']],
  ['Dear Mrs Whitlock,\n\nYou shouted at my son on Monday.', ['Helen?']],
  ['In the class WhatsApp they say Mr Ashby slapped a boy.', ['Tom?']],
  ['Mr Ashby teaches my son. Tom was drunk at the fair.', ['Tom?']],
  ['Helen was rude to me at the gate.', ['Helen?']],
  ['One of your governors is having an affair and lied about it.', ['Gwen?']],
  ['Mrs Witlock shouted at my son.', ['Helen?']],
  ['mr okafer grabbed my lad by the hood.', ['Daniel?']],
  ['Mrs W humiliated my daughter.', ['Helen?']],
  ['Your deputy grabbed my daughter.', ['Daniel']],
  ['It was badly handled by Mr Bell.', ['Marcus']],
  ['I have lost all confidence in Mrs Raman.', ['Priya']],
  ['I begged Ms Lindqvist not to ring his father and she rang him that afternoon.', ['Sara']],
  ['Mr Ashby dragged Luca off the wall bars and Mr Okafor, to be fair to him, stepped in at once.', ['Tom']],
  ['Dear Ms Adeyemi,\n\nI write to you because my complaint is about the head. Mrs Whitlock changed his record.', ['Helen']],
  ['Mrs Raman is in the Year 5 chat as a mum. Last night she posted the spelling results with names.', ['Priya?']],
  ['La directora le gritó a mi hija delante de todos.', ['Helen']],
  ['Herr Ashby hat meinen Sohn am Arm gepackt.', ['Tom']],
  ['My son says Mr Ashby slapped him.', ['Tom']],
];

const notAbout: [string, string[]][] = [
  ['Dear Mrs Whitlock,\n\nThere are nasty comments about another mum in the class WhatsApp.\n\nKind regards\nAmara', []],
  ['Hi Helen, please see the screenshots of the class WhatsApp. One dad is being abusive to another.', []],
  ['The class WhatsApp is abusive about another parent.\n\nThanks\nOlive Marsh\nOffice manager', []],
  ['Thank you to Mrs Whitlock for a lovely assembly.', []],
  ['Please could you pass this on to Mrs Whitlock? A father swore at me in the group.', []],
  ['I have copied Mr Bell and the chair of governors. The group chat is vile about one mum.', []],
  ['I spoke to Mr Okafor who was very helpful. The group has turned nasty again.', []],
  ['A dad in the Year 3 WhatsApp called Mr Ashby "useless".', []],
  ['There are abusive messages about Mr Ashby in the class WhatsApp.', []],
  ['A parent in the WhatsApp group called Mrs Whitlock a witch.', []],
  ['He bumped the head of another boy.', []],
  ['Head lice are going round.', []],
  ['My son Daniel was hit by another boy and the class chat is nasty about it.', []],
  ['Daniel was pushed by Leo, and his mum was rude to me.', []],
  ['Gemma Bell shouted at me at the gate.', []],
  ['Somebody kicked him on the head and the group is making fun of it.', []],
  ['Tom Baker shouted at my daughter at the gate.', []],
  ['I told Mrs Whitlock last week that a mother in the class WhatsApp is rude about my daughter.', []],
  ['My mother was a headmistress herself and she is appalled by the chat.', []],
  ['My neighbour Mrs Marsh, no relation to your Olive, was bitten by a dog.', []],
  ["Marcus (Isla's dad) threatened to put my windows in.", []],
  ['The way that woman spoke to Olive at the hatch was disgusting.', []],
  ['I was wrong to shout at Mr Okafor on Friday and would like to apologise to him.', []],
  ['It is nothing to do with Mr Ashby, who was out that day; the supply shouted at them.', []],
];

/** What is said of somebody at the school without a name, or of nobody. */
const unnamed: [string, boolean][] = [
  ['One of the dinner ladies slapped my daughter.', true],
  ["My son's teacher grabbed him by the arm.", true],
  ['There are nasty jokes about the teachers in the class WhatsApp.', false],
  ['Please thank the teacher who found her glove.', false],
  ['A dad shouted at the caretaker this morning.', false],
];

describe('who a mail is about', () => {
  test.each(accusing)('%s', (text, expected) => {
    expect(namesOf(whoIsItAbout([text], grove.staff, grove.words).about).sort()).toEqual([...expected].sort());
  });

  test.each(notAbout)('nobody: %s', (text, expected) => {
    expect(namesOf(whoIsItAbout([text], grove.staff, grove.words).about)).toEqual(expected);
  });

  test.each(unnamed)('somebody at the school without a name: %s', (text, expected) => {
    expect(whoIsItAbout([text], grove.staff, grove.words).unnamed !== null).toBe(expected);
  });

  test('too little to close more than one door leaves out that person alone', () => {
    expect(whoIsItAbout(['A parent in the chat says that Mrs Whitlock was drunk at the fair.'], grove.staff, grove.words).about.map((each) => each.certainty)).toEqual(['perhaps']);
  });

  test('a teacher called names in a group is the target, and may know', () => {
    const talk = whoIsItAbout(['A dad in the Year 3 WhatsApp called Mr Ashby "useless".'], grove.staff, grove.words);
    expect(namesOf(talk.targets)).toEqual(['Tom']);
    expect(talk.about).toEqual([]);
  });

  test('the words that decided are given', () => {
    const [one] = whoIsItAbout(['All is well. Mrs Whitlock shouted at my son. Bye.'], grove.staff, grove.words).about;
    expect(one?.quote).toBe('Mrs Whitlock shouted at my son.');
  });
});
