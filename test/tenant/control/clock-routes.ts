import { z } from 'zod';
import type { RehearsedClock } from '../rehearsed-clock.ts';
import type { Route, TenantReply } from '../route.ts';
import type { Tenant } from '../tenant.ts';
import { parseBody } from './parse-body.ts';

const advance = z.object({ ms: z.number().int() });
const set = z.object({ now: z.union([z.number(), z.iso.datetime({ offset: true })]) });

/** `/control/clock`: read it, move it on, set it, give it back to the machine. */
export function clockRoutes(tenant: Tenant, clock: RehearsedClock): Route[] {
  const told = (): TenantReply => ({ status: 200, body: { now: clock.now(), iso: new Date(clock.now()).toISOString(), offsetMs: clock.offsetMs() } });
  const moved = (): TenantReply => { tenant.events.emit('clock-moved', { offsetMs: clock.offsetMs() }); return told(); };
  return [
    { method: 'GET', path: '/control/clock', handle: told },
    { method: 'POST', path: '/control/clock/advance', handle: (request) => { clock.advance(parseBody(request, advance).ms); return moved(); } },
    { method: 'POST', path: '/control/clock/set', handle: (request) => { clock.setTo(new Date(parseBody(request, set).now).getTime()); return moved(); } },
    { method: 'POST', path: '/control/clock/reset', handle: () => { clock.advance(-clock.offsetMs()); return moved(); } },
  ];
}
