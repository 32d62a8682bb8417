import { randomInt } from 'node:crypto';
import { Conflict, type Ledger, type LedgerMail } from '../ports.ts';
import { apartKey, copyKey, dayKey, dayOf, ledgerPartition as m, mailKey, mailValues, messageIdKey, numberKey, parseLedgerMail, referenceOf } from './ledger-rows.ts';
import { numberOf, textOf } from './account/row.ts';
import type { Step, Table } from './account/table.ts';

/** The till: one row per logical mail, its copies, and the last number of each year. Rows are listed in `ledger-rows.ts`. */
export function ledgerStore(table: Table, school: string): Ledger {
  const numbered = (mail: LedgerMail, year: number): Promise<{ mail: LedgerMail; step: Step }> => nextNumber(table, school, mail, year);
  return {
    find: (identity) => find(table, identity),
    identityOfCopy: (copyHash) => identityAt(table, copyKey(copyHash)),
    identityOfMessageId: (messageIdHash) => identityAt(table, messageIdKey(messageIdHash)),
    claim: async (mail, copyHash, year) => {
      const { mail: claimed, step } = year ? await numbered(mail, year.year) : { mail, step: null };
      await table.transact(m, [...claimSteps(claimed, copyHash), ...await messageIdStep(table, mail), ...(step ? [step] : [])]);
      return claimed;
    },
    addCopy: (identity, copyHash) => addCopy(table, identity, copyHash),
    number: async (mail, etag, year) => {
      if (mail.concern !== null) return mail;
      const { mail: raised, step } = await numbered(mail, year);
      await table.transact(m, [{ do: 'replace', key: mailKey(mail.identity), values: mailValues(raised), etag }, step]);
      return raised;
    },
    save: async (mail, etag) => { await table.write(m, mailKey(mail.identity), mailValues(mail), etag); },
    all: async () => (await table.between(m, 'm~', 'n')).map(parseLedgerMail),
    receivedBetween: (from, to) => receivedBetween(table, from, to),
  };
}

async function find(table: Table, identity: string): Promise<{ mail: LedgerMail; etag: string } | null> {
  const row = await table.get(m, mailKey(identity));
  return row && { mail: parseLedgerMail(row), etag: row.etag };
}

async function identityAt(table: Table, key: string): Promise<string | null> {
  const row = await table.get(m, key);
  return row && textOf(row, 'identity');
}

function claimSteps(mail: LedgerMail, copyHash: string): Step[] {
  const identity = { identity: mail.identity };
  return [
    { do: 'create', key: mailKey(mail.identity), values: mailValues(mail) },
    { do: 'create', key: copyKey(copyHash), values: identity },
    { do: 'put', key: dayKey(mail), values: identity },
  ];
}

/** A Message-ID used twice keeps pointing at the first mail that bore it. */
async function messageIdStep(table: Table, mail: LedgerMail): Promise<Step[]> {
  if (mail.messageIdHash === null) return [];
  const key = messageIdKey(mail.messageIdHash);
  return await table.get(m, key) ? [] : [{ do: 'create', key, values: { identity: mail.identity } }];
}

/** The number of a concern, taken in the caller's transaction: if anything in it fails, the number was never used. */
function nextNumber(table: Table, school: string, mail: LedgerMail, year: number): Promise<{ mail: LedgerMail; step: Step }> {
  return mail.audience.kind === 'ordinary' && mail.audience.not.length === 0 ? numberInOrder(table, school, mail, year) : numberApart(table, school, mail, year);
}

async function numberInOrder(table: Table, school: string, mail: LedgerMail, year: number): Promise<{ mail: LedgerMail; step: Step }> {
  const key = numberKey(year);
  const row = await table.get(m, key);
  const last = (row ? numberOf(row, 'last') : 0) + 1;
  const step: Step = row ? { do: 'replace', key, values: { last }, etag: row.etag } : { do: 'create', key, values: { last } };
  return { mail: { ...mail, concern: referenceOf(school, year, last < apartFrom ? last : last + apartRoom) }, step };
}

/** Room that numbers in order leave free. */
const apartFrom = 5_000;
const apartRoom = 5_000;

/**
 * A safeguarding, staff or conflicted matter takes any free number apart from the others: a gap in the numbers that everybody sees would
 * tell the person it is about that it exists.
 */
async function numberApart(table: Table, school: string, mail: LedgerMail, year: number): Promise<{ mail: LedgerMail; step: Step }> {
  for (;;) {
    const number = randomInt(apartFrom, apartFrom + apartRoom);
    const key = apartKey(year, number);
    if (await table.get(m, key) === null) return { mail: { ...mail, concern: referenceOf(school, year, number) }, step: { do: 'create', key, values: { taken: 1 } } };
  }
}

/** Counts each copy once, however often it is seen; two copies at once both count. */
async function addCopy(table: Table, identity: string, copyHash: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    if (await table.get(m, copyKey(copyHash))) return;
    const found = await find(table, identity);
    if (!found) throw new Conflict('The mail of this copy is not in the ledger. Read it again.');
    try {
      await table.transact(m, [
        { do: 'replace', key: mailKey(identity), values: mailValues({ ...found.mail, copies: found.mail.copies + 1 }), etag: found.etag },
        { do: 'create', key: copyKey(copyHash), values: { identity } },
      ]);
      return;
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === 10) throw error;
    }
  }
}

/** From (included) to (not included), oldest first. */
async function receivedBetween(table: Table, from: number, to: number): Promise<LedgerMail[]> {
  const days = await table.between(m, `d~${dayOf(from)}`, `d~${dayOf(to)}~g`);
  const mails: LedgerMail[] = [];
  for (let at = 0; at < days.length; at += 20) {
    const found = await Promise.all(days.slice(at, at + 20).map((day) => find(table, textOf(day, 'identity'))));
    mails.push(...found.flatMap((each) => each ? [each.mail] : []));
  }
  return mails.filter((mail) => mail.receivedAt >= from && mail.receivedAt < to).sort((a, b) => a.receivedAt - b.receivedAt);
}
