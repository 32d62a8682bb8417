import type { LedgerMail } from '../ports.ts';
import { splitText } from './account/long-text.ts';
import { hasFields, jsonOf, type Row } from './account/row.ts';
import type { Values } from './account/table.ts';

/** One partition for the whole ledger, so that a mail, its copy and its number are one transaction. */
export const ledgerPartition = 'm';
export const mailKey = (identity: string): string => `m~${identity}`;
export const copyKey = (copyHash: string): string => `c~${copyHash}`;
export const messageIdKey = (messageIdHash: string): string => `x~${messageIdHash}`;
export const numberKey = (year: number): string => `number~${twoDigits(year)}`;
export const apartKey = (year: number, number: number): string => `apart~${twoDigits(year)}~${String(number)}`;
export const dayKey = (mail: Pick<LedgerMail, 'receivedAt' | 'identity'>): string => `d~${dayOf(mail.receivedAt)}~${mail.identity}`;

/** `GRV-26-0042`: school, calendar year of receipt, number. Keys, file names and titles show it, so it names nobody. */
export function referenceOf(school: string, year: number, number: number): string {
  return `${school.toUpperCase()}-${twoDigits(year)}-${String(number).padStart(4, '0')}`;
}

/** Day of receipt in UTC: only a shelf to look on, never shown. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

export function mailValues(mail: LedgerMail): Values {
  return { outcome: mail.outcome, ...splitText('mail', JSON.stringify(mail), `The ledger row of mail ${mail.identity}`) };
}

export function parseLedgerMail(row: Row): LedgerMail {
  return jsonOf(row, 'mail', (value): value is LedgerMail => hasFields(value, ['identity', 'mailId', 'receivedAt', 'outcome', 'audience', 'copies']));
}

function twoDigits(year: number): string {
  return String(year % 100).padStart(2, '0');
}
