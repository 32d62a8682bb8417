import type { Tenant } from '../../tenant.ts';
import { utc } from './message-json.ts';
import type { Attachment } from '../model.ts';

/** An attachment as Graph shows it: bytes inside for a file; a mail within the mail only names itself. */
export function attachmentJson(tenant: Tenant, one: Attachment): Record<string, unknown> {
  const base = {
    '@odata.type': `#microsoft.graph.${one.kind === 'item' ? 'itemAttachment' : 'fileAttachment'}`, '@odata.mediaContentType': one.contentType, id: one.id,
    lastModifiedDateTime: utc(one.modifiedAt), name: one.name, contentType: one.kind === 'item' ? null : one.contentType, size: one.size, isInline: one.isInline,
  };
  if (one.kind === 'item') return base;
  return { ...base, contentId: one.contentId, contentLocation: null, contentBytes: tenant.store.bytes(one.sha).toString('base64') };
}
