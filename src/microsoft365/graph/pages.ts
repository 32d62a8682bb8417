import { z } from 'zod';
import { Fault } from '../../ports.ts';
import type { GraphCall, Send } from '../client.ts';

const page = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});

/** Everything of a listing, page by page, with the same headers on each: links carry the query, never the preferences. */
export async function readPages<T>(send: Send, call: GraphCall, entry: z.ZodType<T>): Promise<{ values: T[]; deltaLink: string | null }> {
  const values: T[] = [];
  let path = call.path;
  for (;;) {
    const body = parsed(page, (await send({ ...call, path })).json(), call.doing);
    values.push(...body.value.map((one) => parsed(entry, one, call.doing)));
    const next = body['@odata.nextLink'];
    if (next === undefined) return { values, deltaLink: body['@odata.deltaLink'] ?? null };
    if (next === path) throw new Fault(`Microsoft 365 gave the same page twice when asked to ${call.doing}.`, 'later');
    path = next;
  }
}

/** An answer as this product knows it; another shape is a fault that names the field, not a surprise further in. */
export function parsed<T>(schema: z.ZodType<T>, body: unknown, doing: string): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new Fault(`Microsoft 365 answered in an unknown shape when asked to ${doing} (${fields}).`, 'later');
}
