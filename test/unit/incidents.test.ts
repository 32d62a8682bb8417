import { describe, expect, test } from '@jest/globals';
import { daysNamed } from '../../src/incidents/rules/days-named.ts';
import { namesIn } from '../../src/incidents/rules/names-in-text.ts';
import { groupsNamed, platformsNamed } from '../../src/incidents/rules/places-named.ts';
import { withoutReporters } from '../../src/evidence/rules/without-reporter.ts';
import { unwrapped } from '../../src/mail/rules/unwrapped.ts';
import { readPart } from '../eval/read-labelled.ts';
import { sameIncident } from '../../src/incidents/rules/same-incident.ts';
import { account, morning, pairs, strangers } from './incidents-accounts.ts';

describe('two accounts of one incident', () => {
  test.each(Object.entries(pairs))('%s: a person is asked', (_, [one, other]) => {
    const found = sameIncident(account('GRV-26-0001', one), account('GRV-26-0002', other));
    expect(found?.reasons ?? []).not.toEqual([]);
    // From either side alike.
    expect(sameIncident(account('GRV-26-0002', other), account('GRV-26-0001', one))?.score).toBeCloseTo(found?.score ?? 0);
  });

  test.each(Object.entries(strangers))('%s: nobody is asked', (_, [one, other]) => {
    expect(sameIncident(account('GRV-26-0001', one), account('GRV-26-0002', other))).toBeNull();
  });

  test('of all these, each belongs with its own alone', () => {
    const all = [...Object.values(pairs), ...Object.values(strangers)].flatMap((pair, n) => pair.map((mail, m) => ({ n, mail: account(`GRV-26-${String(n)}${String(m)}`, mail) })));
    const wrong = all.flatMap((a) => all.filter((b) => b.n > a.n).flatMap((b) => {
      const found = sameIncident(a.mail, b.mail);
      return found === null ? [] : [`${a.mail.ref} and ${b.mail.ref}: ${found.reasons.join('; ')}`];
    }));
    expect(wrong).toEqual([]);
  });

  test('the reasons say in words what agrees', () => {
    const [one, other] = pairs['one quotes, the other retells'] ?? [{ text: '' }, { text: '' }];
    expect(sameIncident(account('GRV-26-0001', one), account('GRV-26-0002', other))?.reasons).toEqual([
      'both name Mr Doyle, Mrs Adeyemi, the Year 4 group and Saturday 21 November', 'they came in within a day of each other',
    ]);
  });

  test('nobody who told us is a reason, whoever else names them', () => {
    const one = account('GRV-26-0001', { text: 'In the Year 4 group on Saturday Amara Nwosu was called names by Kevin Doyle.' });
    const other = account('GRV-26-0002', { text: 'On Saturday in the Year 4 group Kevin Doyle went for Amara Nwosu again.', reporters: ['Amara Nwosu'], hoursLater: 1 });
    const found = sameIncident(one, other);
    expect(found?.reasons.join(' ')).toContain('Kevin Doyle');
    expect(found?.reasons.join(' ')).not.toMatch(/Amara|Nwosu/i);
  });

  test('what also stands in the concerns of other weeks ties nothing together', () => {
    const one = account('GRV-26-0001', { text: 'Mr Ashby shouted at the football club on Monday and the boys cried.' });
    const other = account('GRV-26-0002', { text: 'On Monday Mr Ashby shouted at the boys of the football club.', hoursLater: 5 });
    expect(sameIncident(one, other)).not.toBeNull();
    expect(sameIncident(one, other, () => 6)).toBeNull();
  });
});

test('hardly ever about two mails of the labelled set, even if all had come in one minute', async () => {
  const mails = (await readPart('test/fixtures/mail/conduct')).flatMap(({ understood, label }) => {
    if (understood === null || label.setAside) return [];
    const told = [understood.author, understood.forwarder].filter((each) => each !== null);
    const text = withoutReporters(unwrapped(understood.text), told).slice(0, 700);
    return [account(label.file, { text, reporters: told.map((each) => each.name) })];
  });
  const asked = mails.flatMap((one, n) => mails.slice(n + 1).filter((other) => sameIncident(one, other) !== null).map((other) => `${one.ref} ${other.ref}`));
  expect(mails.length).toBeGreaterThan(50);
  expect(asked.length).toBeLessThanOrEqual(2);
}, 20_000);

describe('what a text names', () => {
  test('days, as the days they were', () => {
    const days = (text: string): string[] => [...daysNamed(text, morning).keys()];
    expect(days('Last night he wrote it')).toEqual(['2026-11-23']);
    expect(days('on Saturday night, and again this morning')).toEqual(['2026-11-21', '2026-11-24']);
    expect(days('on 3 November, 3.11.2026 and Nov 3rd')).toEqual(['2026-11-03']);
    expect(days('Last Tuesday')).toEqual(['2026-11-17']);
    expect(days('Can we meet by Friday? The trip is on 4 December.')).toEqual([]);
    expect(days('nothing here; it may be that he may')).toEqual([]);
  });

  test('groups and classes, however they are written', () => {
    const keys = (text: string): string[] => [...groupsNamed(text).keys()];
    expect(keys('the Y4 chat, year four and Yr 4')).toEqual(['year 4']);
    expect(keys('Oak class, class 3B and Reception')).toEqual(['reception', 'class oak', 'class 3b']);
    expect(keys('The whole class laughed, in every class')).toEqual([]);
    expect([...groupsNamed('in the Year 4 WhatsApp group').values()]).toEqual(['the Year 4 group']);
    expect([...platformsNamed('on whats app and Insta').values()]).toEqual(['WhatsApp', 'Instagram']);
  });

  test('people, without those who were only told', () => {
    const shown = (text: string): string[] => namesIn(text).map((each) => each.shown);
    expect(shown('Yesterday Kevin Doyle shouted. Parking is bad. Then Kevin laughed at Mr. O\'Brien’s car.')).toEqual(['Kevin Doyle', 'Kevin', 'Mr. O\'Brien']);
    expect(shown('I told Mrs Whitlock and spoke to the head, Helen Whitlock')).toEqual(['Helen Whitlock']);
    expect(shown('THIS IS NOT OK. Year Four WhatsApp on Monday in English')).toEqual([]);
  });
});
