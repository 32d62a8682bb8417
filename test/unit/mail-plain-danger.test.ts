import { describe, expect, test } from '@jest/globals';
import { triage } from '../../src/mail/rules/triage.ts';
import { words } from './mail-school.ts';

const priorityOf = (text: string): string => triage({ subject: 'School', parts: [text], automated: null, isNewsletter: false, exhibits: [] }, words).priority;

describe('danger said plainly alarms at once, whatever the model has read before', () => {
  test.each([
    ['P0', 'I will kill Mr Ashby if he speaks to my son like that again.'],
    ['P0', 'One of the dads posted in the class WhatsApp that he is going to kill the head teacher.'],
    ['P0', 'Another dad wrote in the Year 4 WhatsApp that he will stab the teacher at the gate tomorrow morning.'],
    ['P0', 'There is a man with a gun outside the gates.'],
    ['P0', 'He said he would burn the school down.'],
    ['P0', 'A bomb will go off at your school tomorrow.'],
    ['P0', 'Somebody in the year group WhatsApp has just written "I\'ll be at the gate with a bat for that TA" and others are laughing about it.'],
    ['P0', 'He has written that he will bring a bat to school at 3.15.'],
    ['P0', 'they all turned on me in the group. i cant go on any more. tell the kids i love them'],
    ['P1', 'Is it true that there was a man with a knife in the playground this morning?'],
    ['P1', 'A dad forwarded a beheading video to the class group with the words worth a watch.'],
    ['P1', 'I opened the preview of the attachment once and it looks like an undressed child.'],
    ['P1', 'I think you should know that Mr Green was drunk in class on Friday.'],
    ['P1', 'Somebody made a fake account in my name, and yesterday she followed me home.'],
    ['P1', 'My ex has posted pages of the court order about our daughter. There was domestic abuse and our address is in it.'],
    ['P0', 'I want to end my life. I cannot go on.'],
    ['P0', 'She is going to kill herself tonight.'],
    ['P1', 'A teacher slapped my child across the face.'],
    ['P1', 'He touched her under her skirt in the toilets.'],
    ['P1', 'They are taking her to Somalia to be cut in the holidays.'],
    ['P1', 'He told everyone in the chat he is bringing his brothers on Friday and somebody is going to get hurt.'],
  ])('%s: %s', (priority, text) => {
    expect([priority, 'P0']).toContain(priorityOf(text));
  });
});

describe('the same words where nobody is in danger alarm nobody', () => {
  test.each([
    'He will kill me if I forget the cake.',
    'He\'ll be at the gate with a bat and ball for the rounders after school.',
    'Please bring a knife to school for the pumpkin carving, and I will collect it at the gate.',
    'I can\'t go on the trip on Friday, so somebody else has to help.',
    'We cannot go on like this with the parking. I can\'t go on asking.',
    'Year 4 learnt that Anne Boleyn was beheaded, and watched a video about the Tower of London.',
    'The children drew a naked statue from a photo in the museum.',
    'A stray dog followed me home from school with the children.',
    'A lady from the advice centre will talk about court orders and passports at the coffee morning.',
    'After the quiz night the PTA dads were a bit drunk, said Mr Green at school.',
    'Her dad is going to kill her for losing another coat.',
    'Year 5 will shoot their film of Macbeth in the hall, and the murderers will kill the king on Thursday.',
    'Please can the bath bombs for the fair be left at reception.',
    'The visitor will bring a Roman sword and a model of a gun for the history topic; he waits at the gate at nine.',
    'Our course for staff covers FGM, suicide awareness and how to respond when a child says she wants to end her life.',
    'The caretaker hit his thumb on the gate, so the hinge is not mended.',
    'She is to be collected to have her hair cut before the school photograph in the summer.',
  ])('%s', (text) => {
    expect(['P2', 'P3', 'PX']).toContain(priorityOf(text));
  });
});
