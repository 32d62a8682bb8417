import { sha256 } from '../src/concern/chain.ts';
import type { AdaptiveCard } from '../src/ports.ts';
import type { School } from '../src/school.ts';

/** What a standing card says now. Another `about` is a new post with a toast; the same one is an update in place. */
export interface Standing { about: string; card: AdaptiveCard; summary: string }

/** As it was posted: where, about what, and the hash of what it shows. */
interface Posted { conversation: string; activity: string; about: string; shows: string }

const kind = 'standing-card';

/** What somebody's card of this purpose is about; null while they have none. */
export async function standingAbout(school: Pick<School, 'stores'>, purpose: string, oid: string): Promise<string | null> {
  return (await postedOf(school, purpose, oid))?.about ?? null;
}

/**
 * One card a person and purpose, in their own chat: posted once for each `about`, brought up to date in place and only when it says something
 * else. A copy that was removed is not posted again: its news has been told.
 */
export async function bringStandingCard(school: Pick<School, 'stores' | 'poster'>, purpose: string, oid: string, { about, card, summary }: Standing): Promise<void> {
  const had = await postedOf(school, purpose, oid);
  const shows = sha256(JSON.stringify(card));
  if (had?.about === about && had.shows === shows) return;
  if (had !== null) await school.poster.update(had, card, summary);
  const posted = had?.about === about ? had : await school.poster.post(oid, card, summary);
  if (posted !== null) await school.stores.links.put(kind, `${purpose}~${oid}`, { conversation: posted.conversation, activity: posted.activity, about, shows } satisfies Posted);
}

async function postedOf(school: Pick<School, 'stores'>, purpose: string, oid: string): Promise<Posted | null> {
  return (await school.stores.links.get(kind, `${purpose}~${oid}`) ?? null) as Posted | null;
}
