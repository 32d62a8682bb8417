import { TenantFault } from '../../route.ts';
import { MESSAGE_FIELDS } from './message-json.ts';
import type { Message } from '../model.ts';
import { samePropertyId } from './select-message.ts';

export type Test = (message: Message) => boolean;
interface Reader { tokens: string[]; at: number; text: string }

const PLAIN = { immutableIds: false, bodyType: null, pageSize: null };
const MOMENTS: Record<string, (message: Message) => number> = {
  receivedDateTime: (message) => message.receivedAt, sentDateTime: (message) => message.sentAt,
  createdDateTime: (message) => message.createdAt, lastModifiedDateTime: (message) => message.modifiedAt,
};

/** Reads a `$filter` over messages: comparisons, startswith, contains, and, or, not, and `any` over extended properties. */
export function parseMessageFilter(text: string): Test {
  const reader: Reader = { tokens: text.match(/'(?:[^']|'')*'|[(),:]|[^\s(),:']+(?::\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)*/g) ?? [], at: 0, text };
  const test = either(reader);
  if (reader.at !== reader.tokens.length) throw bad(text);
  return test;
}

function either(reader: Reader): Test {
  const tests = [both(reader)];
  while (isNext(reader, 'or')) tests.push(both(reader));
  return (message) => tests.some((test) => test(message));
}

function both(reader: Reader): Test {
  const tests = [one(reader)];
  while (isNext(reader, 'and')) tests.push(one(reader));
  return (message) => tests.every((test) => test(message));
}

function one(reader: Reader): Test {
  const first = take(reader);
  if (first === '(') { const inner = either(reader); expect(reader, ')'); return inner; }
  if (first === 'not') { const inner = one(reader); return (message) => !inner(message); }
  if (first === 'startswith' || first === 'contains') return textFunction(reader, first);
  if (/^singleValueExtendedProperties\/any$/i.test(first)) return extendedProperty(reader);
  return comparison(reader, first, take(reader), take(reader));
}

function textFunction(reader: Reader, name: 'startswith' | 'contains'): Test {
  expect(reader, '(');
  const path = take(reader);
  expect(reader, ',');
  const part = literal(take(reader)).toLowerCase();
  expect(reader, ')');
  return (message) => { const value = textAt(message, path, reader.text).toLowerCase(); return name === 'contains' ? value.includes(part) : value.startsWith(part); };
}

/** `any(ep: ep/id eq '…' and ep/value eq '…')`: both, in this order, are what Exchange takes. */
function extendedProperty(reader: Reader): Test {
  expect(reader, '(');
  const variable = take(reader);
  expect(reader, ':');
  for (const word of [`${variable}/id`, 'eq']) expect(reader, word);
  const id = literal(take(reader));
  for (const word of ['and', `${variable}/value`, 'eq']) expect(reader, word);
  const value = literal(take(reader));
  expect(reader, ')');
  return (message) => message.properties.some((property) => samePropertyId(property.id, id) && property.value === value);
}

function comparison(reader: Reader, path: string, operator: string, raw: string): Test {
  const holds = OPERATORS[operator];
  if (holds === undefined) throw bad(reader.text);
  const moment = MOMENTS[path];
  if (moment !== undefined) {
    const wanted = Date.parse(literal(raw));
    if (Number.isNaN(wanted)) throw bad(reader.text);
    return (message) => holds(moment(message) - wanted);
  }
  const wanted = literal(raw).toLowerCase();
  return (message) => { const value = textAt(message, path, reader.text).toLowerCase(); return holds(value === wanted ? 0 : value < wanted ? -1 : 1); };
}

const OPERATORS: Record<string, (difference: number) => boolean> = {
  eq: (n) => n === 0, ne: (n) => n !== 0, gt: (n) => n > 0, ge: (n) => n >= 0, lt: (n) => n < 0, le: (n) => n <= 0,
};

/** The value at `from/emailAddress/address` and the like, as text; a mail without a sender has an empty one. */
function textAt(message: Message, path: string, text: string): string {
  const [first = '', ...steps] = path.split('/');
  const field = MESSAGE_FIELDS[first];
  if (field === undefined) throw bad(text);
  let value: unknown = field(message, PLAIN);
  for (const step of steps) value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : value;
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string' && typeof value !== 'boolean') throw bad(text);
  return String(value);
}

function take(reader: Reader): string {
  const token = reader.tokens[reader.at++];
  if (token === undefined) throw bad(reader.text);
  return token;
}

function isNext(reader: Reader, word: string): boolean {
  if (reader.tokens[reader.at] !== word) return false;
  reader.at += 1;
  return true;
}

function expect(reader: Reader, word: string): void {
  if (take(reader) !== word) throw bad(reader.text);
}

function literal(token: string): string {
  return token.startsWith("'") ? token.slice(1, -1).replaceAll("''", "'") : token;
}

function bad(text: string): TenantFault {
  return new TenantFault(400, 'BadRequest', `Invalid filter clause: ${text}`);
}
