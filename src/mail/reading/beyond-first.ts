import { sha256 } from '../../concern/chain.ts';
import { Fault, type LedgerMail } from '../../ports.ts';
import type { School } from '../../school.ts';
import { rawOf } from './finish-mail.ts';
import { parseMail } from '../parse-mail.ts';
import { isBeingScanned } from '../rules/being-scanned.ts';
import { wholeText } from '../rules/identity.ts';
import type { ParsedMail } from '../rules/mail.ts';

/**
 * Does this copy hold words or files that the first one does not? Copies agree in Message-ID, Date, author and their first
 * thousand characters; whoever knows those could hide the rest behind them.
 */
export async function beyondFirst(school: School, first: LedgerMail, copy: ParsedMail, raw: Uint8Array): Promise<'nothing' | 'files' | 'words'> {
  if (first.raw === sha256(raw)) return 'nothing';
  const firstRaw = await rawOrNull(school, first);
  if (firstRaw === null) return 'nothing';
  const known = await parseMail(firstRaw);
  if (!wholeText(known.text).includes(wholeText(copy.text))) return 'words';
  const knownExhibits = new Set(known.exhibits.map((each) => sha256(each.bytes)));
  return copy.exhibits.some((each) => !isBeingScanned(each) && !knownExhibits.has(sha256(each.bytes))) ? 'files' : 'nothing';
}

/** Such a copy is a mail of its own, known by all that it holds, so that its own copies agree. */
export function identityBeyond(identity: string, copy: ParsedMail): string {
  return sha256(['more/1', identity, sha256(wholeText(copy.text)), ...copy.exhibits.map((each) => sha256(each.bytes))].join('\n'));
}

async function rawOrNull(school: School, mail: LedgerMail): Promise<Uint8Array | null> {
  try { return await rawOf(school, mail); } catch (error) {
    if (error instanceof Fault && error.again === 'never') return null;
    throw error;
  }
}
