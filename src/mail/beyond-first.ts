import { sha256 } from '../concern/chain.ts';
import { Fault, type LedgerMail } from '../ports.ts';
import type { School } from '../school.ts';
import { rawOf } from './finish-mail.ts';
import { parseMail } from './parse-mail.ts';
import { wholeText } from './rules/identity.ts';
import type { ParsedMail } from './rules/mail.ts';

/**
 * Does this copy hold text or an attachment that the first one does not? Copies agree in Message-ID, Date, author and their first
 * thousand characters; whoever knows those could hide the rest behind them.
 */
export async function saysMore(school: School, first: LedgerMail, copy: ParsedMail, raw: Uint8Array): Promise<boolean> {
  if (first.raw === sha256(raw)) return false;
  const firstRaw = await rawOrNull(school, first);
  if (firstRaw === null) return false;
  const known = await parseMail(firstRaw);
  const knownExhibits = new Set(known.exhibits.map((each) => sha256(each.bytes)));
  return !wholeText(known.text).includes(wholeText(copy.text)) || copy.exhibits.some((each) => !knownExhibits.has(sha256(each.bytes)));
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
