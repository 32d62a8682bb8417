import { describe, expect, test } from '@jest/globals';
import { buildBaseCard } from '../../bot/cards/base-card.ts';
import type { Loaded } from '../../src/concern/load-concern.ts';
import { blankDone, type Views } from '../../src/concern/rules/done.ts';
import { fitsSharedChat, whoIsTold } from '../../src/people/rules/who-is-told.ts';
import { Fault, type SharedChat } from '../../src/ports.ts';
import type { School } from '../../src/school.ts';
import { bringSharedCard, type InSharedChat } from '../../src/views/bring-shared-card.ts';
import { asks, does, mail, nothing, people, stories, type Told } from './concern-story.ts';

const everybody = Object.values(people);
const alert = does(nothing, 'service', { verb: 'raise', understood: mail(1, { priority: 'P0' }) });
const dangerJoined = does(stories.open, 'service', { verb: 'join-mail', understood: mail(2, { priority: 'P1' }) });
const inChat = new Set(['daniel', 'priya', 'helen', 'sara']);

describe('what fits a chat of many', () => {
  test.each<[string, Told, boolean]>([
    ['a new everyday matter', stories.new, true], ['one that waits', stories.waiting, true], ['one into which a teacher was let', stories.letIn, true],
    ['safeguarding', stories.safeguarding, false], ['about a teacher', stories.aboutStaff, false], ['about the head', stories.aboutHead, false],
  ])('%s: %s', (_, { concern }, fits) => { expect(fitsSharedChat(concern)).toBe(fits); });

  test('ordinary conduct that may be about somebody of the school does not', () => {
    const { concern } = stories.new;
    expect(fitsSharedChat({ ...concern, audience: { ...concern.audience, not: ['tom'] } })).toBe(false);
  });
});

describe('who is told in their own chat as well', () => {
  test.each<[string, Told, string[]]>([
    ['nobody for a look', stories.new, []],
    ['who decides', stories.waiting, ['helen decide-1']],
    ['to whom it was sent back', stories.sentBack, ['daniel sent-back-1']],
    ['who decides when the head proposed', does(stories.open, people.helen, asks.warn), ['marcus decide-1']],
    ['who was let in and is not in the chat', stories.letIn, ['tom look']],
  ])('%s', (_, { concern }, told) => {
    expect(whoIsTold(concern, everybody, inChat).map((each) => `${each.oid} ${each.about}`)).toEqual(told);
  });
});

describe('the card for a group', () => {
  const base = (userIds: string[]): unknown => buildBaseCard('GRV-26-0042', { deepLink: 'https://teams.microsoft.com/', userIds, inGroup: true })['refresh'];

  test('is refreshed for those named, at most sixty', () => {
    const ids = Array.from({ length: 61 }, (_, n) => `29:${String(n)}`);
    expect(base(ids)).toMatchObject({ userIds: ids.slice(0, 60) });
  });

  // Without the list Teams would ask for everybody in the chat.
  test('is refreshed for nobody when nobody is named', () => { expect(base([])).toMatchObject({ userIds: [] }); });
});

describe('the card in the shared chat', () => {
  const here = '19:slt@thread.v2';
  const was = (shows: number, conversation = here): NonNullable<Views['shared']> => ({ conversation, activity: 'a-1', shows });

  /** A chat in which things may have happened, and what was done to it, in order. */
  function chatThat(is: { at?: string | null; members?: string[] | null; lost?: boolean; refuses?: boolean } = {}): { school: School; did: string[] } {
    const did: string[] = [];
    const members = is.members === undefined ? ['daniel', 'helen', 'tom', 'a-guest'] : is.members;
    const shared: SharedChat = {
      conversation: is.at ?? here, members: () => Promise.resolve(members?.map((oid) => ({ oid, userId: `29:${oid}` })) ?? null),
      post: (card) => { did.push(`post ${String(card['text'])}`); return Promise.resolve(is.refuses === true ? null : { conversation: is.at ?? here, activity: 'a-2' }); },
    };
    const poster = {
      post: () => Promise.reject(new Fault('Nobody\'s own chat.', 'never')), ...(is.at === null ? {} : { shared }),
      update: (at: { conversation: string; activity: string }, card: Record<string, unknown>) => { did.push(`update ${at.activity} ${String(card['text'])}`); return Promise.resolve(is.lost !== true); },
    };
    const cards = {
      sharedCard: (_: string, __: unknown, userIds: readonly string[]) => ({ card: { text: userIds.join(' ') }, summary: '' }), goneCard: () => ({ card: { text: 'nothing' }, summary: '' }),
    };
    return { school: { poster, ...cards } as unknown as School, did };
  }

  function bring(told: Told, school: School, shared?: Views['shared']): Promise<InSharedChat> {
    const loaded = { ref: 'GRV-26-0042', concern: told.concern, version: told.version, done: { ...blankDone, views: shared === undefined ? {} : { shared } } };
    return bringSharedCard(school, loaded as unknown as Loaded, everybody);
  }

  const shown = stories.new.concern.shown;
  const after = (shows: number, activity = 'a-1', conversation = here): unknown => ({ conversation, activity, shows });

  test.each<[string, Told, Parameters<typeof chatThat>[0], Views['shared'] | undefined, string[], unknown, string[]]>([
    ['new: posted, named are those there who may know', stories.new, {}, undefined, ['post 29:daniel 29:helen'], after(shown, 'a-2'), ['daniel', 'helen']],
    ['changed: updated in place', stories.open, {}, was(shown), ['update a-1 29:daniel 29:helen'], after(stories.open.concern.shown), ['daniel', 'helen']],
    ['brought already: left alone', stories.new, {}, was(shown), [], after(shown), ['daniel', 'helen']],
    ['taken away by somebody: posted again', stories.open, { lost: true }, was(shown), ['update a-1 29:daniel 29:helen', 'post 29:daniel 29:helen'], after(stories.open.concern.shown, 'a-2'), ['daniel', 'helen']],
    ['the app is not there: nobody is told by it', stories.new, { members: null }, undefined, [], null, []],
    ['Teams refuses the post: nobody is told by it', stories.new, { refuses: true }, undefined, ['post 29:daniel 29:helen'], null, []],
    ['no such setting', stories.new, { at: null }, undefined, [], null, []],
    ['closed before it was ever there: not posted', stories.closed, {}, undefined, [], null, []],
    ['closed: updated in place', stories.closed, {}, was(1), ['update a-1 29:daniel 29:helen'], after(stories.closed.concern.shown), ['daniel', 'helen']],
    ['closed and taken away: not posted again', stories.closed, { lost: true }, was(1), ['update a-1 29:daniel 29:helen'], after(1), ['daniel', 'helen']],
    ['danger that nobody has taken: not posted, each is told in their turn', alert, {}, undefined, [], null, []],
    ['danger in a matter that is there: updated in place', dangerJoined, {}, was(1), ['update a-1 29:daniel 29:helen'], after(dangerJoined.concern.shown), ['daniel', 'helen']],
    ['narrowed: an empty card', stories.safeguarding, {}, was(0), ['update a-1 nothing'], after(stories.safeguarding.concern.shown), []],
    ['narrowed, and emptied before: left alone', stories.safeguarding, {}, was(stories.safeguarding.concern.shown), [], after(stories.safeguarding.concern.shown), []],
    ['narrowed, and out of reach: tried again at the next change', stories.safeguarding, { lost: true }, was(0), ['update a-1 nothing'], after(0), []],
    ['the setting was taken away: an empty card', stories.new, { at: null }, was(0), ['update a-1 nothing'], after(shown), []],
    ['another chat was named: empty there, posted here', stories.new, { at: '19:new@thread.v2' }, was(0), ['update a-1 nothing', 'post 29:daniel 29:helen'], after(shown, 'a-2', '19:new@thread.v2'), ['daniel', 'helen']],
    ['never there and about a teacher: nothing', stories.aboutStaff, {}, undefined, [], null, []],
  ])('%s', async (_, told, chat, had, then, stands, readers) => {
    const { school, did } = chatThat(chat);
    const answer = await bring(told, school, had);
    expect(did).toEqual(then);
    expect(answer).toEqual({ shared: stands, readers: new Set(readers) });
  });
});
