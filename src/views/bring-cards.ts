import { HalfDone } from '../concern/do-what-is-owed.ts';
import type { Loaded } from '../concern/load-concern.ts';
import type { PostedCard, Views } from '../concern/rules/done.ts';
import { alerted } from '../people/rules/alerted.ts';
import { mayKnow } from '../people/rules/may-know.ts';
import { whoIsTold } from '../people/rules/who-is-told.ts';
import { Fault } from '../ports.ts';
import type { School } from '../school.ts';
import { bringSharedCard, type InSharedChat } from './bring-shared-card.ts';

/** Earlier posts of the same concern in one chat that are still brought up to date. */
const olderKept = 3;
const toldKept = 20;

/**
 * Everybody's card. Those who are told get one in their own chat, or read it in the shared one; a copy that is there is updated in place; a
 * person who may no longer know sees an empty card. One chat that fails does not hold up the others.
 */
export async function bringCards(school: School, loaded: Loaded): Promise<Views> {
  const { concern } = loaded;
  const people = await school.directory.people();
  const cards: Record<string, PostedCard> = { ...loaded.done.views.cards };
  const failed: Fault[] = [];
  const unlessFailed = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try { return await work(); } catch (error) {
      if (!(error instanceof Fault)) throw error;
      failed.push(error);
      return null;
    }
  };
  // The shared chat first: who reads there needs no second card. Where it fails, they are told in their own.
  const inShared = await unlessFailed(() => bringSharedCard(school, loaded, people)) ?? nobodyThere(loaded);
  const told = whoIsTold(concern, people, inShared.readers, alerted(concern, people, school.settings.alerts.duty));
  const one = async (oid: string, work: () => Promise<PostedCard | null>): Promise<void> => {
    const card = await unlessFailed(work);
    if (card !== null) cards[oid] = card;
  };
  await Promise.all([
    ...told.map(({ oid, about }) => one(oid, () => bring(school, loaded, oid, about, cards[oid] ?? null))),
    ...Object.entries(cards).filter(([oid]) => !told.some((each) => each.oid === oid)).map(([oid, card]) => {
      const person = people.find((each) => each.oid === oid);
      return one(oid, () => refresh(school, loaded, oid, card, person !== undefined && mayKnow(person, concern)));
    }),
  ]);
  const brought: Views = { cards, ...(inShared.shared === null ? {} : { shared: inShared.shared }) };
  if (failed[0] !== undefined) throw new HalfDone(brought, failed[0]);
  return { ...brought, everybody: { shows: concern.shown } };
}

function nobodyThere(loaded: Loaded): InSharedChat {
  return { shared: loaded.done.views.shared ?? null, readers: new Set() };
}

async function bring(school: School, loaded: Loaded, oid: string, about: string, had: PostedCard | null): Promise<PostedCard | null> {
  const told = had === null ? [] : had.told ?? [had.about];
  if (had !== null && (about === 'look' || told.includes(about))) return refresh(school, loaded, oid, had, true);
  const { card, summary } = school.baseCard(loaded.ref, loaded, oid);
  const posted = await school.poster.post(oid, card, summary);
  if (posted === null) return had;
  if (had !== null) await school.poster.update(had, card, summary);
  return { ...posted, about, told: [...told, about].slice(-toldKept), shows: loaded.concern.shown, older: had === null ? [] : [had.activity, ...had.older].slice(0, olderKept) };
}

async function refresh(school: School, loaded: Loaded, oid: string, had: PostedCard, may: boolean): Promise<PostedCard | null> {
  if (had.shows >= loaded.concern.shown) return had;
  const { card, summary } = may ? school.baseCard(loaded.ref, loaded, oid) : school.goneCard(loaded.ref);
  const there = await school.poster.update(had, card, summary);
  for (const activity of had.older) await school.poster.update({ conversation: had.conversation, activity }, card, summary);
  if (there || !may) return { ...had, shows: loaded.concern.shown };
  const posted = await school.poster.post(oid, card, summary);
  return posted === null ? had : { ...had, ...posted, shows: loaded.concern.shown };
}
