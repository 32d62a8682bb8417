import type { Settings } from '../config.ts';

/** Opens the concern in the tab, inside Teams. The reference is all that stands in the address. */
export function tabLink(settings: Pick<Settings, 'teamsAppId' | 'publicUrl'>, ref: string): string {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: ref }));
  const web = encodeURIComponent(`${settings.publicUrl}/tab/index.html`);
  return `https://teams.microsoft.com/l/entity/${settings.teamsAppId}/concerns?webUrl=${web}&context=${context}`;
}
