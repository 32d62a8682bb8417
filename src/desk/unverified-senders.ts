import type { LedgerMail } from '../ports.ts';

/** Of so few nothing can be told. */
const fewest = 10;
const tooMany = 0.2;

/**
 * Does more than a fifth of the mail fail its check? No school is written to by so many forgers: then a gateway stands in front of the tenant
 * and makes everybody look false, and the setting that names its header is missing.
 */
export function unverifiedSenders(mails: readonly Pick<LedgerMail, 'sender' | 'sent'>[]): string | { sentence: string; sure: false } {
  const judged = mails.filter((mail) => mail.sent !== true && mail.sender !== undefined);
  const failed = judged.filter(({ sender }) => sender === 'doubtful' || sender === 'fail').length;
  const counted = `${String(failed)} of ${String(judged.length)} emails of the last 14 days came from a sender who could not be verified`;
  if (judged.length < fewest || failed <= judged.length * tooMany) return `${counted}.`;
  return { sure: false, sentence: `${counted}, which is more than a fifth. If a mail gateway stands in front of Microsoft 365, name its header in TRUSTED_AUTH_HEADER (and TRUSTED_AUTH_SERVER where there are several).` };
}
