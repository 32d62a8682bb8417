import { handleCommand } from '../concern/handle-command.ts';
import { loadConcern } from '../concern/load-concern.ts';
import { fromRow } from '../concern/record.ts';
import type { Person } from '../concern/rules/words-of-the-school.ts';
import { rawOf } from '../mail/reading/finish-mail.ts';
import { mayKnow, seesReporter } from '../people/rules/may-know.ts';
import type { School } from '../school.ts';

export interface Original { bytes: Uint8Array; media: string; name: string }

/**
 * The original mail, or one piece of evidence, for somebody with the right: it says who told us. The opening is recorded first; what
 * could not be recorded is not shown.
 */
export async function openOriginal(
  school: School, person: Person, ref: string, what: { mail: string; exhibit: number | null }, nonce: string, after: (work: () => Promise<void>) => void,
): Promise<Original | null> {
  const { concern } = await loadConcern(school.stores.log, ref);
  if (concern.status === 'none' || !mayKnow(person, concern) || !seesReporter(person, concern)) return null;
  const rows = (await school.stores.log.events(ref)).map(fromRow);
  const read = what.exhibit === null ? await mailOf(school, rows, ref, what.mail) : exhibitOf(school, rows, ref, what.exhibit);
  if (read === null) return null;
  const handled = await handleCommand(school.engine, ref, { id: `open:${nonce}`, by: person, seen: null, ask: { verb: 'open-original', ...what } });
  if (handled.outcome !== 'done') return null;
  after(school.afterCommand(ref, handled));
  return read();
}

type Rows = ReturnType<typeof fromRow>[];

async function mailOf(school: School, rows: Rows, ref: string, identity: string): Promise<(() => Promise<Original>) | null> {
  const belongs = rows.some(({ event: { data } }) => ['concern-raised', 'mail-joined', 'sent-by-hand-found'].includes(data.type) && 'mail' in data && data.mail === identity);
  const found = belongs ? await school.stores.ledger.find(identity) : null;
  if (found === null) return null;
  return async () => ({ bytes: await rawOf(school, found.mail), media: 'message/rfc822', name: `${ref} original.eml` });
}

function exhibitOf(school: School, rows: Rows, ref: string, n: number): (() => Promise<Original>) | null {
  for (const { event: { data }, words } of rows) {
    if (data.type !== 'exhibit-added' || data.exhibit !== n) continue;
    return async () => ({ bytes: await school.stores.sealed.open(ref, data.sha256), media: data.media, name: words?.['name'] ?? `${ref} evidence ${String(n)}` });
  }
  return null;
}
