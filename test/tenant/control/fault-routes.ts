import { z } from 'zod';
import type { Faults } from '../faults.ts';
import { TenantFault, type Route } from '../route.ts';
import { parseBody } from './parse-body.ts';

const rule = z.object({
  method: z.string().default('*'), path: z.string(), times: z.number().int().min(1).default(1),
  status: z.number().int().min(200).max(599).optional(), headers: z.record(z.string(), z.string()).optional(), body: z.unknown().optional(),
  drop: z.enum(['before', 'after']).optional(), delayMs: z.number().int().min(0).max(120_000).optional(),
});

/** `/control/faults`: what the next calls that fit will meet. */
export function faultRoutes(faults: Faults): Route[] {
  return [
    { method: 'GET', path: '/control/faults', handle: () => ({ status: 200, body: { faults: faults.waiting() } }) },
    { method: 'DELETE', path: '/control/faults', handle: () => { faults.clear(); return { status: 204 }; } },
    { method: 'POST', path: '/control/faults', handle: (request) => { addFault(faults, parseBody(request, rule)); return { status: 201, body: { faults: faults.waiting() } }; } },
  ];
}

function addFault(faults: Faults, asked: z.infer<typeof rule>): void {
  try { new RegExp(asked.path); } catch { throw new TenantFault(400, 'BadRequest', 'path is not a regular expression.'); }
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  faults.add({ method: asked.method.toUpperCase(), path: asked.path, times: asked.times, ...omit(given, ['method', 'path', 'times']) });
}

function omit(from: Record<string, unknown>, names: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name)));
}
