import { z } from 'zod';
import type { EvidenceLibrary } from '../ports.ts';
import type { Graph } from './client.ts';
import { unlessRefused } from './faults.ts';
import { query, segment } from './graph/odata.ts';
import { parsed } from './graph/pages.ts';
import { drivePlace, sitePlace } from './site.ts';

export interface LibrarySettings {
  /** `school.sharepoint.com:/sites/concerns`, or the site's id. */
  site: string;
  /** `Concern files`, as `infra/sharepoint/lists.json` makes it. */
  library: string;
}

const file = z.object({ webUrl: z.string() });

/** The port `EvidenceLibrary`: one folder for each reference, made by SharePoint when the first file goes into it. */
export function openEvidenceLibrary(graph: Graph, settings: LibrarySettings): EvidenceLibrary {
  const drive = drivePlace(graph, sitePlace(graph, settings.site, 'library'), settings.library);
  return {
    put: async (reference, name, bytes) => {
      const doing = 'write a file of a concern';
      const path = `${await drive()}/root:/${segment(reference)}/${segment(name)}:/content${query({ '@microsoft.graph.conflictBehavior': 'replace' })}`;
      const answer = await graph.send({ doing, right: 'library', method: 'PUT', path, bytes, headers: { 'Content-Type': 'application/octet-stream' } });
      return parsed(file, answer.json(), doing).webUrl;
    },
    remove: async (reference) => {
      const asked = graph.send({ doing: 'take away the folder of a concern', right: 'library', method: 'DELETE', path: `${await drive()}/root:/${segment(reference)}` });
      await unlessRefused(asked, (refusal) => refusal.status === 404 && refusal.code.toLowerCase() === 'itemnotfound');
    },
  };
}
