import type { TenantReply } from './route.ts';

/** What the next calls that fit will meet instead of, or before, their usual answer. */
export interface FaultRule {
  /** `GET`, `POST` … or `*`. */
  method: string;
  /** A regular expression over the decoded path with query. */
  path: string;
  /** How many calls; each call that fits uses one up. */
  times: number;
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** The connection is cut: before the call is done, or after it was done and the answer is lost. */
  drop?: 'before' | 'after';
  delayMs?: number;
}

/** The connection is to be cut without an answer. */
export class DroppedConnection extends Error {}

/** The list of faults waiting; kept in memory only, a restart forgets them. */
export class Faults {
  private rules: FaultRule[] = [];

  add(rule: FaultRule): void { this.rules.push({ ...rule }); }
  clear(): void { this.rules = []; }
  waiting(): FaultRule[] { return this.rules.map((rule) => ({ ...rule })); }

  /** Wraps one call: takes the first rule that fits, and does what it says. */
  async around(method: string, url: string, call: () => Promise<TenantReply>): Promise<TenantReply> {
    const rule = this.take(method, url);
    if (rule === undefined) return call();
    if (rule.delayMs !== undefined) await new Promise((done) => { setTimeout(done, rule.delayMs); });
    if (rule.drop === 'before') throw new DroppedConnection('cut before the call');
    if (rule.drop === 'after') { await call(); throw new DroppedConnection('cut after the call'); }
    if (rule.status === undefined) return call();
    return { status: rule.status, headers: rule.headers ?? {}, body: rule.body };
  }

  private take(method: string, url: string): FaultRule | undefined {
    const rule = this.rules.find((one) => (one.method === '*' || one.method === method) && new RegExp(one.path, 'i').test(url));
    if (rule === undefined) return undefined;
    rule.times -= 1;
    if (rule.times <= 0) this.rules = this.rules.filter((one) => one !== rule);
    return rule;
  }
}
