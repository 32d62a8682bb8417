import { TenantFault } from '../route.ts';

/** A column as Graph describes it; the facet (`text`, `number`, `dateTime`, `choice`, `boolean`) says its kind. */
export interface Column {
  id: string;
  name: string;
  displayName: string;
  description: string;
  indexed: boolean;
  enforceUniqueValues: boolean;
  required: boolean;
  readOnly: boolean;
  hidden: boolean;
  columnGroup: string;
  text?: { allowMultipleLines?: boolean; maxLength?: number; textType?: string; linesForEditing?: number; appendChangesToExistingText?: boolean };
  number?: { decimalPlaces?: string; minimum?: number; maximum?: number; displayAs?: string };
  dateTime?: { format?: string; displayAs?: string };
  choice?: { choices?: string[]; allowTextEntry?: boolean; displayAs?: string };
  boolean?: Record<string, never>;
}

export type FieldValue = string | number | boolean | null;

/** SharePoint's own answer for a unique column, word for word. */
export const notUnique = 'One or more fields with unique constraints already has the provided value.';

/** What SharePoint keeps of a value, which is not always what it was sent: whole seconds in dates, CRLF in lines. */
export function keptValue(column: Column, value: unknown): FieldValue {
  if (value === null || value === '') return null;
  if (column.dateTime !== undefined) return keptDate(column, value);
  if (column.number !== undefined) return keptNumber(column, value);
  if (column.boolean !== undefined) return typeof value === 'boolean' ? value : refuse(column);
  if (typeof value !== 'string') return refuse(column);
  return column.choice === undefined ? keptText(column, value) : keptChoice(column, value);
}

function keptDate(column: Column, value: unknown): string {
  const moment = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(moment)) return refuse(column);
  const whole = new Date(moment).toISOString();
  return column.dateTime?.format === 'dateOnly' ? `${whole.slice(0, 10)}T00:00:00Z` : `${whole.slice(0, 19)}Z`;
}

function keptNumber(column: Column, value: unknown): number {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : refuse(column);
}

function keptText(column: Column, value: string): string {
  const lines = column.text?.allowMultipleLines === true;
  if (!lines && (value.length > (column.text?.maxLength ?? 255) || value.includes('\n'))) return refuse(column);
  return lines ? value.replace(/\r?\n/g, '\r\n') : value;
}

function keptChoice(column: Column, value: string): string {
  const known = column.choice?.allowTextEntry === true || column.choice?.choices?.includes(value) === true;
  return known ? value : refuse(column);
}

function refuse(column: Column): never {
  throw new TenantFault(400, 'invalidRequest', `The value provided for field '${column.name}' is invalid.`);
}
