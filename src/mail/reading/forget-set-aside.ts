import { Conflict, type LedgerMail } from '../../ports.ts';
import type { School } from '../../school.ts';
import { showMail } from '../show-mail.ts';

/**
 * Mail set aside keeps no content beyond the setting (14 days): its bytes and its words go, the ledger's row stays. Gives how many. The
 * hash of the bytes leaves the row last, so that a crash on the way is made good the night after.
 */
export async function forgetSetAside(school: School): Promise<number> {
  const { ledger, sealed } = school.stores;
  const before = school.clock.now() - school.settings.mail.setAsideDays * 86_400_000;
  const old = (await ledger.all()).filter((mail) => mail.outcome === 'set-aside' && mail.receivedAt < before && (mail.raw !== null || mail.words !== null));
  let count = 0;
  for (const { identity } of old) {
    const wordless = await savedSetAside(school, identity, { words: null });
    if (wordless === null) continue;
    await showMail(school, wordless);
    for (const sha of await sealed.list(identity)) await sealed.remove(identity, sha);
    await savedSetAside(school, identity, { raw: null });
    count += 1;
  }
  return count;
}

/** Null where a person has made it a concern meanwhile: then it is kept. */
async function savedSetAside(school: School, identity: string, change: Partial<LedgerMail>): Promise<LedgerMail | null> {
  const found = await school.stores.ledger.find(identity);
  if (found?.mail.outcome !== 'set-aside') return null;
  const mail = { ...found.mail, ...change };
  try { await school.stores.ledger.save(mail, found.etag); } catch (error) {
    if (error instanceof Conflict) return null;
    throw error;
  }
  return mail;
}
