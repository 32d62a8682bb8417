import { handleCommand } from '../concern/handle-command.ts';
import type { Loaded } from '../concern/load-concern.ts';
import { exhibitsAtOnce } from '../concern/rules/decide/decide-mail.ts';
import type { School } from '../school.ts';
import { rawOf } from './reading/finish-mail.ts';
import { parseMail } from './parse-mail.ts';
import { sealExhibits } from './understood-mail.ts';

/** The next attachments of a mail that has more than fit in one commit. */
export async function addExhibits(school: School, { ref, concern }: Loaded): Promise<void> {
  if (concern.toCome === null) return;
  const { mail, next, of } = concern.toCome;
  const found = await school.stores.ledger.find(mail);
  if (found === null) return;
  const parsed = await parseMail(await rawOf(school, found.mail));
  const exhibits = await sealExhibits(school, ref, mail, parsed.exhibits.slice(next, next + exhibitsAtOnce));
  await handleCommand(school.engine, ref, {
    id: `exhibits:${mail}:${String(next)}`, by: 'service', seen: null, ask: { verb: 'add-exhibits', mail, from: next, exhibits, of },
  }, { lease: false });
}
