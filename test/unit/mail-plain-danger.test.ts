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
