import { Fault, type CardPoster, type LinkStore } from '../src/ports.ts';

/** The Playground's own chat must not be taken for the head's chat in Teams: what is known of it lives and ends with this process. */
export function passingLinks(): LinkStore {
  const rows = new Map<string, { kind: string; key: string; value: unknown }>();
  const at = (kind: string, key: string): string => JSON.stringify([kind, key]);
  return {
    get: (kind, key) => Promise.resolve(rows.get(at(kind, key))?.value ?? null),
    put: (kind, key, value) => { rows.set(at(kind, key), { kind, key, value }); return Promise.resolve(); },
    remove: (kind, key) => { rows.delete(at(kind, key)); return Promise.resolve(); },
    all: (kind) => Promise.resolve([...rows.values()].filter((row) => row.kind === kind)),
  };
}

/** Cards in Teams are the running service's to post: it finds them owed a minute later. */
export const nobodyPosts: CardPoster = {
  post: () => Promise.reject(new Fault('This process serves the Playground and posts nothing into Teams.', 'later')),
  update: () => Promise.reject(new Fault('This process serves the Playground and posts nothing into Teams.', 'later')),
};
