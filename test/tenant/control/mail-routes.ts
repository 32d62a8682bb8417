import { z } from 'zod';
import { expireDeltaTokens } from '../mail/graph/delta-token.ts';
import { findMailbox, mailboxesOf } from '../mail/mailboxes.ts';
import { foldersOf } from '../mail/folders.ts';
import { loadMessage, messagesIn } from '../mail/messages.ts';
import { bytesOf } from '../mail/mime/bytes-of.ts';
import { verdictsOf } from '../mail/mime/verdict.ts';
import type { Mailbox, Message } from '../mail/model.ts';
import { TenantFault, type Route, type TenantRequest } from '../route.ts';
import type { Tenant } from '../tenant.ts';
import { parseBody } from './parse-body.ts';

const verdict = z.object({ sender: z.email(), results: z.string().min(1) });

/** A look into any mailbox, the outside ones too, without touching it; senders' verdicts; delta tokens made stale. */
export function mailControlRoutes(tenant: Tenant): Route[] {
  return [
    { method: 'GET', path: '/control/mailboxes', handle: () => ({ status: 200, body: { mailboxes: mailboxesOf(tenant).values() } }) },
    { method: 'GET', path: '/control/mailboxes/:address/messages', handle: (request) => ({ status: 200, body: { messages: listed(tenant, request) } }) },
    { method: 'GET', path: '/control/mailboxes/:address/messages/:id/mime', handle: async (request) => ({ status: 200, headers: { 'Content-Type': 'message/rfc822' }, body: await mimeOf(tenant, request) }) },
    { method: 'POST', path: '/control/sender-verdict', handle: (request) => { const { sender, results } = parseBody(request, verdict); verdictsOf(tenant).put(sender.toLowerCase(), { results }); return { status: 204 }; } },
    { method: 'DELETE', path: '/control/sender-verdict/:sender', handle: (request) => { verdictsOf(tenant).delete((request.params['sender'] ?? '').toLowerCase()); return { status: 204 }; } },
    { method: 'POST', path: '/control/mail/expire-delta', handle: () => { expireDeltaTokens(tenant); return { status: 204 }; } },
  ];
}

function listed(tenant: Tenant, request: TenantRequest): unknown[] {
  const folders = new Map(foldersOf(tenant).values().map((folder) => [folder.id, folder.name]));
  return messagesIn(tenant, mailboxAt(tenant, request).address, null).map((message) => ({ ...shown(message), folder: folders.get(message.folder) }));
}

function shown(message: Message): Record<string, unknown> {
  const { key, id, subject, from, to, cc, bcc, body, isRead, isDraft, flag, categories, internetMessageId, headers, version, attachments } = message;
  return {
    immutableId: key, id, subject, from, to, cc, bcc, body, isRead, isDraft, flag, categories, internetMessageId, headers, version,
    receivedAt: new Date(message.receivedAt).toISOString(), attachments: attachments.map(({ name, contentType, size, sha }) => ({ name, contentType, size, sha256: sha })),
  };
}

function mimeOf(tenant: Tenant, request: TenantRequest): Promise<Buffer> {
  return bytesOf(tenant, loadMessage(tenant, mailboxAt(tenant, request).address, request.params['id'] ?? ''));
}

function mailboxAt(tenant: Tenant, request: TenantRequest): Mailbox {
  const found = findMailbox(tenant, request.params['address'] ?? '');
  if (found === undefined) throw new TenantFault(404, 'NotFound', 'No mailbox of that address here. One outside is made when mail first goes to it.');
  return found;
}
