import type { Settings } from '../config.ts';

/** Opens the concern (or with null the tab itself) inside Teams. The reference is all that stands in the address. */
export function tabLink(settings: Pick<Settings, 'teamsAppId' | 'publicUrl'>, ref: string | null): string {
  const web = encodeURIComponent(`${settings.publicUrl}/tab/index.html`);
  return `https://teams.microsoft.com/l/entity/${settings.teamsAppId}/concerns?webUrl=${web}${ref === null ? '' : `&context=${encodeURIComponent(JSON.stringify({ subEntityId: ref }))}`}`;
}
