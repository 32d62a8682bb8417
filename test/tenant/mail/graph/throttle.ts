import { TenantFault } from '../../route.ts';

const CONCURRENT = 4;
// Exchange takes its time; without any, calls of one machine would never overlap and the limit would never show.
const WORK_MS = 4;
const MAIL = /^\/v1\.0\/users(?:\/|\('|\(%27)([^/'%]+(?:%40[^/'%]+)?).*?\/(?:messages|mailFolders|sendMail|translateExchangeIds)/i;

/** Outlook serves an app at most four calls at once in one mailbox; the fifth is sent away with Retry-After. */
export class Throttle {
  private readonly running = new Map<string, number>();

  async around<T>(url: string, call: () => Promise<T>): Promise<T> {
    const mailbox = MAIL.exec(url)?.[1]?.toLowerCase().replace('%40', '@');
    if (mailbox === undefined) return call();
    const running = this.running.get(mailbox) ?? 0;
    if (running >= CONCURRENT) {
      throw new TenantFault(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', { 'Retry-After': '1' });
    }
    this.running.set(mailbox, running + 1);
    try {
      await new Promise((done) => { setTimeout(done, WORK_MS); });
      return await call();
    } finally { this.running.set(mailbox, (this.running.get(mailbox) ?? 1) - 1); }
  }
}
