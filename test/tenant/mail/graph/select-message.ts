import { TenantFault, type TenantRequest } from '../../route.ts';
import { attachmentJson } from './attachment-json.ts';
import type { Tenant } from '../../tenant.ts';
import { MESSAGE_FIELDS, messageJson } from './message-json.ts';
import type { Message } from '../model.ts';
import type { Prefer } from './prefer.ts';

/** The message with what `$select` names and what `$expand` adds. */
export function selectMessage(tenant: Tenant, message: Message, prefer: Prefer, select: string | null, expand: string | null = null): Record<string, unknown> {
  const json = select === null ? messageJson(message, prefer) : messageJson(message, prefer, select.split(',').map((name) => known(name.trim())));
  return expand === null ? json : { ...json, ...expanded(tenant, message, expand) };
}

export function optionsOf(request: TenantRequest): { select: string | null; expand: string | null } {
  return { select: request.query.get('$select'), expand: request.query.get('$expand') };
}

/** A name that Graph doesn't know is refused, as Graph does. */
function known(name: string): string {
  if (!Object.hasOwn(MESSAGE_FIELDS, name)) throw new TenantFault(400, 'BadRequest', `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.message'.`);
  return name;
}

function expanded(tenant: Tenant, message: Message, expand: string): Record<string, unknown> {
  const wantsAttachments = /(^|,)\s*attachments/i.test(expand);
  const property = /singleValueExtendedProperties\(\$filter=id eq '([^']+)'/i.exec(expand)?.[1];
  if (!wantsAttachments && property === undefined) throw new TenantFault(400, 'BadRequest', `Parsing OData Select and Expand failed: the local Microsoft 365 can't expand '${expand}' on a message.`);
  const values = property === undefined ? [] : message.properties.filter((one) => samePropertyId(one.id, property));
  return {
    ...(wantsAttachments ? { attachments: message.attachments.map((one) => attachmentJson(tenant, one)) } : {}),
    ...(values.length === 0 ? {} : { singleValueExtendedProperties: values }),
  };
}

/** The GUID in a property id is compared without case; so is the type in front of it. */
export function samePropertyId(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
