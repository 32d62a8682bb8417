import { z } from 'zod';
import { personVerbs, type PersonVerb } from '../../src/concern/rules/transitions.ts';
import type { Press } from '../../src/concern/rules/press.ts';
import { responseIds, type Choosable } from '../../src/concern/rules/words-of-the-school.ts';

/** What a press on a card carries back, before what was typed is added: the thing, and what of it was shown. */
export type PressData = Omit<Press, 'fields'> & Record<string, unknown>;

/** What a card can ask for that changes nothing. */
export type CardAction =
  | { kind: 'refresh'; ref: string }
  | { kind: 'open'; ref: string }
  | { kind: 'show-response'; ref: string; response: Choosable | null }
  | { kind: 'waiting' }
  | { kind: 'press'; press: Press; typed: Record<string, string> };

const reference = z.string().regex(/^[A-Z]{2,8}-\d{2}-\d{4,7}$/);
/** The original is read in the tab alone, where each opening is recorded. */
const onCards = personVerbs.filter((verb) => verb !== 'open-original') as [PersonVerb, ...PersonVerb[]];

const pressShape = z.object({
  ref: reference, verb: z.enum(onCards), n: z.number().int().positive().nullable(), seen: z.number().int().nonnegative(),
  seal: z.string().regex(/^[0-9a-f]{64}$/).nullable(), nonce: z.string().min(8).max(64),
});

const choosables: readonly Choosable[] = [...responseIds, 'closing-note'];

/** Inputs of all forms on a card come back with every press: each input carries its verb in front, and only those of this press count. */
export function inputId(verb: string, field: string): string {
  return `${verb}.${field}`;
}

/** What came back from a card, or null when it is nothing that our cards send. The verb may stand beside the data or in it. */
export function parseCardAction(verb: string | null, data: unknown): CardAction | null {
  const parsed = z.record(z.string(), z.unknown()).safeParse(data);
  if (!parsed.success) return null;
  const sent: Record<string, unknown> = { ...parsed.data, verb: parsed.data['verb'] ?? verb };
  if (sent['verb'] === 'waiting') return { kind: 'waiting' };
  const ref = reference.safeParse(sent['ref']);
  if (!ref.success) return null;
  if (sent['verb'] === 'refresh' || sent['verb'] === 'open') return { kind: sent['verb'], ref: ref.data };
  if (sent['verb'] === 'show-response') return { kind: 'show-response', ref: ref.data, response: chosenResponse(sent) };
  const press = pressShape.safeParse(sent);
  if (!press.success) return null;
  const fields = fieldsOf(press.data.verb, sent);
  return { kind: 'press', press: { ...press.data, fields }, typed: Object.fromEntries(Object.entries(fields).map(([field, text]) => [inputId(press.data.verb, field), text])) };
}

function chosenResponse(sent: Record<string, unknown>): Choosable | null {
  const wanted = sent['response'] ?? sent[inputId('show-response', 'response')];
  return choosables.find((each) => each === wanted) ?? null;
}

/** `response` of a proposal is chosen before its form is shown, so it rides in the data. */
function fieldsOf(verb: string, sent: Record<string, unknown>): Record<string, string> {
  const own = Object.entries(sent).flatMap(([key, value]) => {
    if (typeof value !== 'string' || !key.startsWith(`${verb}.`)) return [];
    return [[key.slice(verb.length + 1), value.slice(0, 20_000)] as const];
  });
  const response = verb === 'propose' && typeof sent['response'] === 'string' ? { response: sent['response'] } : {};
  return { ...Object.fromEntries(own), ...response };
}
