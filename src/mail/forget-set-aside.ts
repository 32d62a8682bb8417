import { Conflict } from '../ports.ts';
import type { School } from '../school.ts';
import { showMail } from './show-mail.ts';

/** Mail set aside keeps no content beyond the setting (14 days): its bytes and its words go, the ledger's row stays. Gives how many. */
export async function forgetSetAside(school: School): Promise<number> {
  const before = school.clock.now() - school.settings.mail.setAsideDays * 86_400_000;
  const old = (await school.stores.ledger.all()).filter((mail) => mail.outcome === 'set-aside' && mail.receivedAt < before && (mail.raw !== null || mail.words !== null));
  for (const mail of old) {
    for (const sha of await school.stores.sealed.list(mail.identity)) await school.stores.sealed.remove(mail.identity, sha);
    const found = await school.stores.ledger.find(mail.identity);
    if (found?.mail.outcome !== 'set-aside') continue;
    const bare = { ...found.mail, raw: null, words: null };
    try { await school.stores.ledger.save(bare, found.etag); await showMail(school, bare); } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
  return old.length;
}
