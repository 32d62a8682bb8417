import { z } from 'zod';
import type { Graph } from './client.ts';
import { query, segment } from './graph/odata.ts';
import { parsed } from './graph/pages.ts';
import type { Right } from './graph/rights.ts';

const identified = z.object({ id: z.string() });

/** Asked for when first needed, and kept once it was found. */
export type Place = () => Promise<string>;

/**
 * The path of the site in Graph. `setting` is `school.sharepoint.com:/sites/concerns`, or the site's id where the app may not look
 * it up by its path (a grant on single lists).
 */
export function sitePlace(graph: Graph, setting: string, right: Right): Place {
  if (!setting.includes(':')) return () => Promise.resolve(`/sites/${segment(setting)}`);
  const doing = 'find the site of the concerns';
  return once(async () => {
    const [host = '', path = ''] = setting.split(':');
    const encoded = path.split('/').map(segment).join('/');
    const answer = await graph.send({ doing, right, method: 'GET', path: `/sites/${segment(host)}:${encoded}${query({ $select: 'id' })}` });
    return `/sites/${segment(parsed(identified, answer.json(), doing).id)}`;
  });
}

/** The path of the list's drive: files go there, not into the list. */
export function drivePlace(graph: Graph, site: Place, library: string): Place {
  const doing = 'find the library of the concerns';
  return once(async () => {
    const answer = await graph.send({ doing, right: 'library', method: 'GET', path: `${await site()}/lists/${segment(library)}/drive${query({ $select: 'id' })}` });
    return `/drives/${segment(parsed(identified, answer.json(), doing).id)}`;
  });
}

function once(ask: Place): Place {
  let found: string | null = null;
  return async () => (found ??= await ask());
}
