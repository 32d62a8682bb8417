import { randomUUID } from 'node:crypto';
import { school } from '../../seed/people.ts';
import type { Tenant } from '../../tenant.ts';
import type { Message } from '../model.ts';

/** The report (RFC 3464) that a sender gets when the school has no such mailbox. */
export function buildNonDelivery(tenant: Tenant, sent: Message, unknown: string[]): Buffer {
  const boundary = `ndr-${randomUUID()}`;
  const lines = [
    `From: Microsoft Outlook <postmaster@${school.domain}>`, `To: <${sent.mailbox}>`, `Subject: Undeliverable: ${oneLine(sent.subject)}`,
    `Date: ${new Date(tenant.now()).toUTCString().replace('GMT', '+0000')}`, `Message-ID: <${randomUUID()}@${school.domain}>`,
    ...(sent.internetMessageId === null ? [] : [`In-Reply-To: ${sent.internetMessageId}`, `References: ${sent.internetMessageId}`]),
    'MIME-Version: 1.0', 'Auto-Submitted: auto-replied', `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`, '',
    `--${boundary}`, 'Content-Type: text/plain; charset=utf-8', '', `Your message couldn't be delivered to: ${unknown.join(', ')}. The address wasn't found at ${school.domain}.`, '',
    `--${boundary}`, 'Content-Type: message/delivery-status', '', `Reporting-MTA: dns;${school.domain}`, '',
    ...unknown.flatMap((address) => [`Final-Recipient: rfc822;${address}`, 'Action: failed', 'Status: 5.1.10', 'Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound', '']),
    `--${boundary}--`, '',
  ];
  return Buffer.from(lines.join('\r\n'));
}

function oneLine(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
}
