import type { TenantRequest } from '../route.ts';

/** Keeps what `$select` names, and the annotations and id that Graph sends anyway. */
export function selected(request: TenantRequest, entity: object): object {
  const asked = request.query.get('$select');
  return asked === null ? entity : keep(entity, asked.split(','));
}

/** `entity` with the named properties only; `@odata…` and `id` always stay. */
export function keep(entity: object, names: string[]): object {
  const wanted = new Set(names.map((name) => name.trim()));
  return Object.fromEntries(Object.entries(entity).filter(([key]) => key.includes('@') || key === 'id' || wanted.has(key)));
}

/** The inside of one `$expand`: null when `name` is not expanded, otherwise the names of its `$select` or `all`. */
export function expanded(request: TenantRequest, name: string): string[] | 'all' | null {
  const asked = request.query.get('$expand') ?? '';
  const found = new RegExp(`(?:^|,)\\s*${name}(?:\\(([^)]*)\\))?\\s*(?:,|$)`, 'i').exec(asked);
  if (found === null) return null;
  const select = /\$?select=([^;)]*)/i.exec(found[1] ?? '');
  return select?.[1] === undefined ? 'all' : select[1].split(',').map((one) => one.trim());
}
