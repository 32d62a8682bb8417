import type { TenantReply, TenantRequest } from '../../route.ts';

/** What a mail call may ask for by `Prefer`; each page of a listing must ask again. */
export interface Prefer { immutableIds: boolean; bodyType: 'text' | 'html' | null; pageSize: number | null }

export function readPrefer(request: TenantRequest): Prefer {
  const header = request.headers['prefer'] ?? '';
  const body = /outlook\.body-content-type\s*=\s*"?(text|html)"?/i.exec(header)?.[1]?.toLowerCase();
  const size = /odata\.maxpagesize\s*=\s*(\d+)/i.exec(header)?.[1];
  return {
    immutableIds: /IdType\s*=\s*"?ImmutableId"?/i.test(header),
    bodyType: body === 'text' || body === 'html' ? body : null,
    pageSize: size === undefined ? null : Number(size),
  };
}

/** Says which preferences were followed, as Graph does. */
export function withPreferenceApplied(prefer: Prefer, reply: TenantReply): TenantReply {
  const applied = [
    ...(prefer.immutableIds ? ['IdType="ImmutableId"'] : []),
    ...(prefer.bodyType === null ? [] : [`outlook.body-content-type="${prefer.bodyType}"`]),
    ...(prefer.pageSize === null ? [] : [`odata.maxpagesize=${String(prefer.pageSize)}`]),
  ];
  return applied.length === 0 ? reply : { ...reply, headers: { ...reply.headers, 'Preference-Applied': applied.join(', ') } };
}
