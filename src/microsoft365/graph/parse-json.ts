/** A body as JSON; null where it is none (an empty 202, the page of a proxy). */
export function parseJson(bytes: Uint8Array): unknown {
  try { return JSON.parse(new TextDecoder().decode(bytes)) as unknown; } catch { return null; }
}
