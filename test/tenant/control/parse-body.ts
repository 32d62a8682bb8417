import type { z } from 'zod';
import { TenantFault, type TenantRequest } from '../route.ts';

/** The body of a control call, checked; a refusal says which field is wrong. */
export function parseBody<T>(request: TenantRequest, shape: z.ZodType<T>): T {
  const parsed = shape.safeParse(request.body.length === 0 ? {} : request.json());
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  throw new TenantFault(400, 'BadRequest', `The body does not fit: ${first?.path.join('.') ?? ''} ${first?.message ?? ''}.`);
}
