import type { Loaded } from '../concern/load-concern.ts';
import { letterOnItsWay } from '../concern/rules/concern.ts';
import type { Views } from '../concern/rules/done.ts';
import { priorityWords, routeWords, statusWords } from '../concern/rules/screen-words.ts';
import { Conflict } from '../ports.ts';
import type { School } from '../school.ts';
import { isOpen } from '../people/rules/audience.ts';
import { tabLink } from './tab-link.ts';

/** The row in the school's SharePoint list. Only ordinary conduct has one; a concern that was narrowed since loses it. */
export async function bringListRow(school: School, loaded: Loaded): Promise<Views> {
  const { concern, ref } = loaded;
  const had = loaded.done.views.list ?? null;
  if (!isOpen(concern.audience)) {
    const found = had?.item ? { item: had.item } : await school.list.find(ref);
    if (found !== null) await school.list.remove(found.item);
    return { list: { shows: concern.shown, item: '', etag: '' } };
  }
  const at = had?.item ? had : await school.list.find(ref);
  const written = at === null ? await school.list.create(fieldsOf(school, loaded)) : await update(school, loaded, at);
  return { list: { shows: concern.shown, ...written } };
}

/** Changed by somebody since: read again, then write ours over it with the new ETag. People read the list; they act in the tab and on cards. */
async function update(school: School, loaded: Loaded, at: { item: string; etag: string }): Promise<{ item: string; etag: string }> {
  const fields = fieldsOf(school, loaded);
  try { return { item: at.item, ...await school.list.update(at.item, at.etag, fields) }; } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const now = await school.list.find(loaded.ref);
    return now === null ? school.list.create(fields) : { item: now.item, ...await school.list.update(now.item, now.etag, fields) };
  }
}

/** No names: a list is read, exported and searched by more people than a concern should be known to. */
function fieldsOf(school: School, { concern, ref, version }: Loaded): Record<string, string | number | null> {
  const goesAt = letterOnItsWay(concern)?.goesAt ?? null;
  return {
    Title: ref, Reference: ref, Status: concern.status === 'none' ? '' : statusWords[concern.status], Route: routeWords[concern.route], Priority: priorityWords[concern.priority],
    RaisedOn: iso(concern.raisedAt), Lead: concern.lead === null ? 'Nobody yet' : 'Leadership team', NextDate: goesAt === null ? null : iso(goesAt),
    Version: version, Link: tabLink(school.settings, ref),
  };
}

/** SharePoint keeps whole seconds. */
function iso(at: number): string {
  return new Date(Math.floor(at / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}
