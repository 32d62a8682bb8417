/** What the server wrote into the page: the nonce that lets Fluent's styles count, and hosts besides Microsoft's own. */
export function pageSettings(page: Document): { nonce: string; origins: string[] } {
  const read = (name: string): string => page.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? '';
  return { nonce: read('csp-nonce'), origins: read('teams-origins').split(' ').filter((each) => each !== '') };
}
