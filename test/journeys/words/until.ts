/** Waits until something that a person would see is so, and says in words what did not come. */
export async function until<T>(what: string, look: () => Promise<T | null | false | undefined>, withinMs = 30_000): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== false && seen !== undefined) return seen;
    if (Date.now() > end) throw new Error(`Waited ${String(withinMs / 1000)} s in vain: ${what}.`);
    await new Promise((resolve) => { setTimeout(resolve, 150); });
  }
}
