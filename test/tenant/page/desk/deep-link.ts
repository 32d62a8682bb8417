import { goTo } from '../place/use-place.ts';

/** The place inside a tab that a Teams deep link names, `''` for the tab itself; null where the address is no such link. */
export function subPageOf(address: string): string | null {
  let url: URL;
  try { url = new URL(address); } catch { return null; }
  if (url.hostname !== 'teams.microsoft.com' || !url.pathname.startsWith('/l/entity/')) return null;
  try {
    const context = JSON.parse(url.searchParams.get('context') ?? '{}') as { subEntityId?: unknown; subPageId?: unknown };
    const subPage = context.subEntityId ?? context.subPageId;
    return typeof subPage === 'string' ? subPage : '';
  } catch { return ''; }
}

/** Opens a link as Teams does: its own deep links inside, all else in a new window. */
export function openLink(person: string, address: string): void {
  const subPage = subPageOf(address);
  if (subPage !== null) { goTo(person, 'desk', ...(subPage === '' ? [] : [subPage])); return; }
  if (/^https?:/i.test(address)) window.open(address, '_blank', 'noopener,noreferrer');
}
