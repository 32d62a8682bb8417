import type { Tenant } from '../../tenant.ts';
import type { Message } from '../model.ts';
import { buildMime } from './build-mime.ts';

/** The exact bytes that arrived or left; a draft's are made on the spot. */
export async function bytesOf(tenant: Tenant, message: Message): Promise<Buffer> {
  return message.mime === null ? buildMime(tenant, message) : tenant.store.bytes(message.mime);
}
