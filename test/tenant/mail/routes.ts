import type { Route } from '../route.ts';
import type { Tenant } from '../tenant.ts';
import { attachmentRoutes } from './graph/attachment-routes.ts';
import { folderRoutes } from './graph/folder-routes.ts';
import { messageRoutes } from './graph/message-routes.ts';
import { sendRoutes } from './sending/send-routes.ts';

/** Exchange Online through Graph: folders, messages, attachments, drafts and sending. */
export function mailRoutes(tenant: Tenant): Route[] {
  return [...folderRoutes(tenant), ...sendRoutes(tenant), ...attachmentRoutes(tenant), ...messageRoutes(tenant)];
}
