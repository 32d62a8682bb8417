import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { routes, type Person } from '../../src/concern/rules/words-of-the-school.ts';
import { approverFor } from '../../src/concern/rules/decide/approval.ts';
import { audienceOf, isOpen, narrower, type MaybeAbout } from '../../src/people/rules/audience.ts';
import { mayKnow, seesReporter } from '../../src/people/rules/may-know.ts';
import { whoIsTold } from '../../src/people/rules/who-is-told.ts';
import { after, asks, does, mail, people, stories, type Told } from './concern-story.ts';

const everybody: Person[] = Object.values(people);
const { helen, sara, marcus, gwen, tom, ivy, daniel } = people;
const perhaps = (person: Person): MaybeAbout => ({ ...person, certainty: 'perhaps' });
const whoKnows = (audience: ReturnType<typeof audienceOf>): string[] => everybody.filter((person) => mayKnow(person, { audience })).map((each) => each.oid);

describe('who may know of a new concern', () => {
  test.each<[string, Parameters<typeof audienceOf>, string[]]>([
    ['a parent\'s conduct', ['conduct', []], ['olive', 'daniel', 'priya', 'helen', 'marcus', 'sara']],
    ['safeguarding', ['safeguarding', []], ['helen', 'sara']],
    ['about a teacher', ['conduct', [tom]], ['helen', 'marcus']],
    ['about staff, nobody knows whom', ['staff-conduct', []], ['helen', 'marcus']],
    ['about the head', ['conduct', [helen]], ['marcus', 'gwen']],
    ['about the safeguarding lead', ['safeguarding', [sara]], ['marcus', 'gwen']],
    ['about the Executive Head', ['conduct', [marcus]], ['gwen']],
    ['about the chair', ['conduct', [gwen]], ['helen', 'marcus']],
    ['about the head and the Executive Head', ['conduct', [helen, marcus]], ['gwen']],
    ['about the head and the chair', ['conduct', [helen, gwen]], ['marcus']],
    ['about the Executive Head and the chair', ['conduct', [marcus, gwen]], ['ivy']],
    ['about all of them', ['conduct', [helen, sara, marcus, gwen]], ['ivy']],
    ['about staff without a name', ['complaint', [], { unnamed: true }], ['helen', 'marcus']],
    ['safeguarding with parents\' misconduct in it', ['safeguarding', [], { conduct: true }], ['olive', 'daniel', 'priya', 'helen', 'marcus', 'sara']],
    ['perhaps about the head: she alone is left out', ['conduct', [perhaps(helen)]], ['olive', 'daniel', 'priya', 'marcus', 'sara']],
    ['about a teacher, perhaps about the head', ['conduct', [tom, perhaps(helen)]], ['marcus']],
    ['perhaps about everybody', ['safeguarding', [perhaps(helen), perhaps(sara)]], ['marcus', 'gwen']],
    ['perhaps about the chair, who would not know of it', ['conduct', [perhaps(gwen)]], ['olive', 'daniel', 'priya', 'helen', 'marcus', 'sara']],
    ['others are rude about the head: she may know', ['conduct', [], { hurt: [helen] }], ['olive', 'daniel', 'priya', 'helen', 'marcus', 'sara']],
  ])('%s', (_, [route, about, also], then) => {
    expect(whoKnows(audienceOf(route, about, also))).toEqual(then);
  });

  test('whoever is hurt by it approves nothing of it', () => {
    const audience = audienceOf('conduct', [], { hurt: [helen] });
    const { concern } = does(stories.new, 'service', { verb: 'join-mail', understood: mail(2, { audience }) });
    expect(approverFor(concern, daniel)).toBe('executive-head');
    expect(approverFor(stories.new.concern, daniel)).toBe('head');
  });

  test('a person may let in whom it is only perhaps about, and never whom it is about', () => {
    const joined = (about: MaybeAbout) => does(stories.open, 'service', { verb: 'join-mail', understood: mail(2, { audience: audienceOf('conduct', [about]) }) });
    const ask = { verb: 'let-know' as const, oid: helen.oid, role: null, reason: 'It is not about her.' };
    expect(mayKnow(helen, joined(perhaps(helen)).concern)).toBe(false);
    expect(mayKnow(helen, does(joined(perhaps(helen)), marcus, ask).concern)).toBe(true);
    expect(mayKnow(helen, joined(helen).concern)).toBe(false);
  });

  test('a matter that leaves somebody out stands in no list that all leaders read', () => {
    expect(isOpen(audienceOf('conduct', []))).toBe(true);
    expect(isOpen(audienceOf('conduct', [perhaps(helen)]))).toBe(false);
  });
});

const audiences = fc.tuple(fc.constantFrom(...routes), fc.uniqueArray(fc.constantFrom(...everybody.filter((each) => each !== ivy)), { maxLength: 3 }), fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }))
  .map(([route, about, doubts]) => audienceOf(route, about.map((each, index) => (doubts[index] === true ? perhaps(each) : each))));

describe('a later mail', () => {
  test('about the head takes an ordinary matter out of everybody\'s sight but the Executive Head\'s and the chair\'s', () => {
    const { concern } = does(stories.waiting, 'service', { verb: 'join-mail', understood: mail(2, { audience: audienceOf('conduct', [helen]) }) });
    expect(everybody.filter((each) => mayKnow(each, concern)).map((each) => each.oid)).toEqual(['marcus', 'gwen']);
  });

  test('brings nobody back, whatever it is about, who was taken out by an earlier one', () => {
    fc.assert(fc.property(fc.array(audiences, { minLength: 2, maxLength: 5 }), (mails) => {
      const excluded = new Set(mails.flatMap((each) => each.not));
      const audience = mails.reduce(narrower);
      for (const person of everybody) if (excluded.has(person.oid)) expect(mayKnow(person, { audience })).toBe(false);
    }));
  });

  test('of a kind that narrows less never opens a conflict to those who were left out of it', () => {
    fc.assert(fc.property(audiences.filter((each) => each.kind === 'conflict'), audiences.filter((each) => each.kind !== 'conflict'), (conflict, later) => {
      const before = whoKnows(conflict).filter((oid) => !later.not.includes(oid));
      for (const oid of whoKnows(narrower(conflict, later))) expect(before.length > 0 ? before : [ivy.oid]).toContain(oid);
    }));
  });

  test('never leaves a concern that nobody may see: there is always a governor', () => {
    fc.assert(fc.property(fc.array(audiences, { minLength: 1, maxLength: 5 }), (mails) => {
      expect(whoKnows(mails.reduce(narrower))).not.toEqual([]);
    }), { numRuns: 5_000 });
  });

  test('never opens a staff matter to all leaders because a later, ordinary mail may be about those who deal with it', () => {
    const staff = audienceOf('staff-conduct', [tom, perhaps(helen)]);
    expect(whoKnows(narrower(staff, audienceOf('conduct', [perhaps(marcus)])))).toEqual(['gwen']);
    expect(whoKnows(narrower(staff, audienceOf('conduct', [perhaps(marcus), perhaps(gwen)])))).toEqual(['ivy']);
  });

  test('about nobody, in an ordinary way, changes nothing', () => {
    fc.assert(fc.property(audiences, (audience) => { expect(narrower(audience, audienceOf('conduct', []))).toEqual(audience); }));
  });
});

describe('a leader\'s first look', () => {
  test('narrows when it is a safeguarding or a staff matter', () => {
    expect(does(stories.new, sara, { ...asks.look, route: 'safeguarding' }).concern.audience).toMatchObject({ kind: 'safeguarding', roles: ['safeguarding-lead', 'head'] });
    expect(does(stories.new, helen, { ...asks.look, route: 'staff-conduct' }).concern.audience).toMatchObject({ kind: 'staff', roles: ['head', 'executive-head'] });
  });

  test('never widens by itself', () => {
    fc.assert(fc.property(fc.constantFrom(stories.safeguarding, stories.aboutStaff, stories.aboutHead, stories.aboutExecutive, stories.aboutChair), fc.constantFrom(...routes), (told, route) => {
      const leader = everybody.find((each) => mayKnow(each, told.concern) && !each.roles.every((role) => role === 'staff'));
      const before = new Set(whoKnows(told.concern.audience));
      for (const oid of whoKnows(does(told, leader ?? ivy, { ...asks.look, route }).concern.audience)) expect(before).toContain(oid);
    }));
  });
});

describe('who told us', () => {
  test('is known to those who ring back: the lead, the head, the Executive Head, the safeguarding lead', () => {
    expect(everybody.filter((each) => seesReporter(each, stories.open.concern)).map((each) => each.oid)).toEqual(['daniel', 'helen', 'marcus', 'sara']);
    expect(everybody.filter((each) => seesReporter(each, stories.new.concern)).map((each) => each.oid)).toEqual(['helen', 'marcus', 'sara']);
  });
});

/** The letter was made again for the next day, as it is when its hour comes after its day or the approver presses after it. */
function remadeAfter(told: Told): Told {
  return after(told, 'service', { data: { type: 'letter-remade', proposal: 1, letter: { letter: 1, seal: 'b'.repeat(64), day: '2026-11-26', pdf: 'p', word: 'w', manifest: 'm' } } });
}

describe('who is told unasked, and about what', () => {
  const told = ({ concern }: Told): string[] => whoIsTold(concern, everybody).map((each) => `${each.oid} ${each.about}`);
  test.each<[string, Told, string[]]>([
    ['a new concern', stories.new, ['daniel look', 'priya look', 'helen look', 'sara look']],
    ['a proposal waits for the head', stories.waiting, ['daniel look', 'priya look', 'helen decide-1', 'sara look']],
    ['sent back', stories.sentBack, ['daniel sent-back-1', 'priya look', 'helen look', 'sara look']],
    ['the head proposed', does(stories.open, helen, asks.warn), ['daniel look', 'priya look', 'helen look', 'marcus decide-1', 'sara look']],
    ['a teacher was let in', stories.letIn, ['daniel look', 'priya look', 'helen look', 'sara look', 'tom look']],
    ['safeguarding', stories.safeguarding, ['helen look', 'sara look']],
    ['about a teacher', stories.aboutStaff, ['helen look', 'marcus look']],
    ['about the head: the Executive Head, the chair only when asked', stories.aboutHead, ['marcus look']],
    ['about the head, the Executive Head proposed', does(does(stories.aboutHead, marcus, asks.look), marcus, asks.warn), ['marcus look', 'gwen decide-1']],
    ['about the Executive Head', stories.aboutExecutive, ['gwen look']],
    ['about all of them', stories.aboutAll, ['ivy look']],
    ['the head approved, and somebody stopped the letter: no new card', stories.stopped, ['daniel look', 'priya look', 'helen decide-1', 'sara look']],
    ['kept back by itself: the head is told anew', stories.heldBack, ['daniel look', 'priya look', 'helen decide-1-2026-11-25-draft-touched', 'sara look']],
    ['its day passed after it was approved: the head is told anew', remadeAfter(stories.approved), ['daniel look', 'priya look', 'helen decide-1-2026-11-26-day-passed', 'sara look']],
    ['its day changed under the head\'s own press: no new card', remadeAfter(stories.waiting), ['daniel look', 'priya look', 'helen decide-1', 'sara look']],
    ['nobody knows whether it went: those who can say', stories.unknown, ['daniel look', 'priya look', 'helen say-1', 'marcus say-1', 'sara look']],
  ])('%s', (_, story, then) => {
    expect(told(story)).toEqual(then);
  });

  test('nobody who may not know, whatever has happened', () => {
    for (const { concern } of Object.values(stories)) {
      for (const { oid } of whoIsTold(concern, everybody)) expect(mayKnow(everybody.find((each) => each.oid === oid) ?? tom, concern)).toBe(true);
    }
  });
});
