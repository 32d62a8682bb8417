import { z } from 'zod';
import { Conflict, type ConcernList } from '../ports.ts';
import type { Graph, GraphCall } from './client.ts';
import { GraphRefusal, unlessRefused } from './faults.ts';
import { query, quoted, segment } from './graph/odata.ts';
import { parsed, readPages } from './graph/pages.ts';
import { sitePlace } from './site.ts';

export interface ListSettings {
  /** `school.sharepoint.com:/sites/concerns`, or the site's id. */
  site: string;
  /** `Concerns`, as `infra/sharepoint/lists.json` makes it. */
  list: string;
}

type Fields = Parameters<ConcernList['create']>[0];

const item = z.object({ id: z.string(), eTag: z.string() });
const fieldSet = z.object({ '@odata.etag': z.string() });

/** The port `ConcernList` on a SharePoint list whose column `Reference` is indexed and unique. */
export function openConcernList(graph: Graph, settings: ListSettings): ConcernList {
  const site = sitePlace(graph, settings.site, 'list');
  const items = async (): Promise<string> => `${await site()}/lists/${segment(settings.list)}/items`;
  const call = (doing: string, rest: Pick<GraphCall, 'method' | 'path' | 'headers' | 'json'>): GraphCall => ({ doing, right: 'list', ...rest });

  async function find(reference: string): ReturnType<ConcernList['find']> {
    const path = `${await items()}${query({ $filter: `fields/Reference eq ${quoted(reference)}`, $expand: 'fields($select=Reference)' })}`;
    const { values } = await readPages(graph.send, call('find the row of a concern', { method: 'GET', path }), item);
    const found = values[0];
    return found === undefined ? null : { item: found.id, etag: found.eTag };
  }

  /** The unique column makes a repeat harmless: SharePoint refuses the second row with 400, and the first one is the answer. */
  async function create(fields: Fields): ReturnType<ConcernList['create']> {
    const doing = 'add the row of a concern';
    try {
      const answer = await graph.send({ ...call(doing, { method: 'POST', path: await items(), json: { fields } }), once: false });
      const made = parsed(item, answer.json(), doing);
      return { item: made.id, etag: made.eTag };
    } catch (error) {
      const there = error instanceof GraphRefusal && error.status === 400 ? await find(String(fields['Reference'])) : null;
      if (there === null) throw error;
      return there;
    }
  }

  async function update(id: string, etag: string, fields: Fields): ReturnType<ConcernList['update']> {
    const doing = 'change the row of a concern';
    const path = `${await items()}/${segment(id)}/fields`;
    const answer = await unlessRefused(graph.send(call(doing, { method: 'PATCH', path, headers: { 'If-Match': etag }, json: fields })), isMissing);
    if (answer === null) throw new Conflict('Somebody took the row of this concern away: look for it again.');
    return { etag: parsed(fieldSet, answer.json(), doing)['@odata.etag'] };
  }

  async function remove(id: string): Promise<void> {
    await unlessRefused(graph.send(call('take away the row of a concern', { method: 'DELETE', path: `${await items()}/${segment(id)}` })), isMissing);
  }

  return { find, create, update, remove };
}

/** A list that is missing is a fault; an item that is missing is gone. */
function isMissing(refusal: GraphRefusal): boolean {
  return refusal.status === 404 && refusal.code.toLowerCase() === 'itemnotfound';
}
