/** Graph gives an endpoint three seconds, and keeps trying for hours; here the steps between tries are shorter. */
const TIME_LIMIT_MS = 3000;
const RETRY_AFTER_MS = [500, 2000, 5000, 15_000, 30_000, 60_000];
/** What comes together within this leaves together, of whatever subscriptions. */
const GATHER_MS = 20;

/** Notifications on their way: gathered a moment, posted as one batch for each address, tried again when not taken. */
export class Outgoing {
  private readonly waiting = new Map<string, Record<string, unknown>[]>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private stopped = false;

  add(address: string, notification: Record<string, unknown>): void {
    const batch = this.waiting.get(address);
    if (batch !== undefined) { batch.push(notification); return; }
    this.waiting.set(address, [notification]);
    this.later(GATHER_MS, () => {
      const value = this.waiting.get(address) ?? [];
      this.waiting.delete(address);
      void this.post(address, value, 0);
    });
  }

  stop(): void {
    this.stopped = true;
    for (const timer of this.timers) clearTimeout(timer);
  }

  private async post(address: string, value: Record<string, unknown>[], tries: number): Promise<void> {
    if (await isTaken(address, { value }) || this.stopped) return;
    const wait = RETRY_AFTER_MS[tries];
    if (wait !== undefined) this.later(wait, () => { void this.post(address, value, tries + 1); });
  }

  private later(ms: number, then: () => void): void {
    if (this.stopped) return;
    const timer = setTimeout(() => { this.timers.delete(timer); then(); }, ms);
    this.timers.add(timer);
  }
}

/** Any 2xx within the time. */
export async function isTaken(address: string, body: unknown): Promise<boolean> {
  try {
    const answer = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), signal: AbortSignal.timeout(TIME_LIMIT_MS) });
    return answer.ok;
  } catch { return false; }
}
