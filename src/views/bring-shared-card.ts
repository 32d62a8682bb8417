import type { Loaded } from '../concern/load-concern.ts';
import { openAlert } from '../concern/rules/alert.ts';
import type { Views } from '../concern/rules/done.ts';
import type { Person } from '../concern/rules/words-of-the-school.ts';
import { mayKnow } from '../people/rules/may-know.ts';
import { fitsSharedChat } from '../people/rules/who-is-told.ts';
import type { SharedChat } from '../ports.ts';
import type { School } from '../school.ts';

type SharedCard = NonNullable<Views['shared']>;

/** What stands in the shared chat now, and who of the school reads it there. */
export interface InSharedChat { shared: SharedCard | null; readers: ReadonlySet<string> }

/**
 * The card in the leadership team's shared chat: posted once, then updated in place. What no longer fits there (it was narrowed, the school
 * named another chat or none) leaves an empty card behind, and nothing else is ever posted.
 */
export async function bringSharedCard(school: School, loaded: Loaded, people: readonly Person[]): Promise<InSharedChat> {
  const chat = school.poster.shared ?? null;
  const had = loaded.done.views.shared ?? null;
  const fits = chat !== null && fitsSharedChat(loaded.concern);
  const stays = had !== null && fits && had.conversation === chat.conversation;
  const left = had === null || stays ? null : await empty(school, loaded, had);
  // An alert goes to each in their turn: a chat of many would tell all of them at once, and later again.
  const isLate = loaded.concern.status === 'closed' || openAlert(loaded.concern) !== null;
  if (!fits || (isLate && !stays)) return { shared: left, readers: new Set() };
  const members = await chat.members();
  if (members === null) return { shared: stays ? had : left, readers: new Set() };
  const knowing = members.filter(({ oid }) => people.some((person) => person.oid === oid && mayKnow(person, loaded.concern)));
  const shared = await bring(school, loaded, chat, stays ? had : null, knowing.map((each) => each.userId));
  return { shared: shared ?? left, readers: new Set(shared === null ? [] : knowing.map((each) => each.oid)) };
}

/** Null where the app was taken out of the chat. */
async function bring(school: School, loaded: Loaded, chat: SharedChat, had: SharedCard | null, userIds: string[]): Promise<SharedCard | null> {
  const { shown, status } = loaded.concern;
  if (had !== null && had.shows >= shown) return had;
  const { card, summary } = school.sharedCard(loaded.ref, loaded, userIds);
  if (had !== null && await school.poster.update(had, card, summary)) return { ...had, shows: shown };
  if (status === 'closed') return had;
  const posted = await chat.post(card, summary);
  return posted === null ? null : { ...posted, shows: shown };
}

/** Where the card cannot be reached now, the next change tries again: until then it shows no more than the reference. */
async function empty(school: School, loaded: Loaded, had: SharedCard): Promise<SharedCard> {
  if (had.shows >= loaded.concern.shown) return had;
  const { card, summary } = school.goneCard(loaded.ref);
  return await school.poster.update(had, card, summary) ? { ...had, shows: loaded.concern.shown } : had;
}
