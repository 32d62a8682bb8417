import { verifySchool } from '../records/verify-school.ts';
import { openStores } from './open-stores.ts';
import { answer } from './output.ts';
import type { Verb } from './verb.ts';

/** `desk verify [REF]`: walks every chain and sealed file. Exit 1 and the first bad entry of each concern named. */
export const verify: Verb = async (desk) => {
  const [ref = null] = desk.words;
  const found = await verifySchool(openStores(), ref);
  // Nothing was checked, so nothing may be called right.
  if (ref !== null && found.concerns === 0) { desk.complain(`There is no concern ${ref}. "desk concerns" lists them.`); return 1; }
  const ok = found.findings.length === 0;
  answer(desk, { ok, ...found }, [
    `${String(found.concerns)} concerns, ${String(found.events)} entries and ${String(found.blobs)} sealed files checked.`,
    ...found.removed.map((each) => `${each.ref} ${each.entry}: words removed by ${each.by} (${each.reason}).`),
    ...found.findings.map((each) => `${each.ref} ${each.entry}: ${each.sentence}`),
    ok ? 'All is as it was written.' : 'Something is not as it was written. Stop, and keep everything as it is.',
  ]);
  return ok ? 0 : 1;
};
