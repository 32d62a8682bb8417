import type { LedgerMail, RegisterRow } from '../ports.ts';
import type { School } from '../school.ts';

/** The row of a mail that is not (yet) a concern, in "Needs a look" and "Not for us". Gone once it is a concern. */
export async function showMail(school: School, mail: LedgerMail): Promise<void> {
  if (mail.outcome !== 'set-aside' && mail.outcome !== 'needs-a-look' && mail.outcome !== 'unreadable') {
    await school.stores.register.remove(mail.identity);
    school.index.remove(mail.identity);
    return;
  }
  const row = rowOf(mail, school.clock.machine());
  await school.stores.register.put(row);
  school.index.put(row);
}

function rowOf(mail: LedgerMail, version: number): RegisterRow {
  const look = mail.outcome !== 'set-aside';
  return {
    key: mail.identity, kind: 'mail', version, audience: mail.audience, status: look ? 'needs-a-look' : 'set-aside', route: look ? 'unsure' : 'not-a-concern',
    priority: look ? 'P2' : 'PX', at: mail.receivedAt, outcome: null, nextAt: null,
    waitsFor: look ? { roles: ['office'], oids: [] } : { roles: [], oids: [] },
    words: { reason: mail.reason, ...(mail.words === null ? {} : { subject: mail.words.subject, from: mail.words.from }) },
    reporterWords: {},
  };
}
