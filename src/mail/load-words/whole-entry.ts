import type { CueWords, OfficeWords, SignWords, TopicWords } from '../rules/words/words-data.ts';
import type { CueEntry, OfficeEntry, RequestEntry, SignEntry, TopicEntry } from './words-file.ts';

/** How far an entry counts by itself: proved by the labelled texts, or stood for by a school. */
export type Standing = (id: string, firm: boolean) => Pick<CueWords, 'firm' | 'atOnce' | 'heeded' | 'ofSchool'>;

/** What a school writes in its own folder counts as it says, though no text has proved it. */
export const ofSchool: Standing = () => ({ firm: true, atOnce: true, heeded: true, ofSchool: true });

/** A whole entry of what stands in a file, or what it lacks. */
export function wholeCue(id: string, entry: CueEntry, standing: Standing): CueWords | string {
  const { route, priority, phrases } = entry;
  if (route === undefined || priority === undefined || phrases === undefined) return lacking({ route, priority, phrases });
  return { ...markOf(entry, id, standing), id, route, priority, phrases, needs: entry.needs ?? 'nothing', negatable: entry.negatable ?? false, falseFriends: entry.falseFriends ?? [] };
}

export function wholeSign(id: string, entry: SignEntry, standing: Standing): SignWords | string {
  const { route, priority, phrases, span } = entry;
  if (route === undefined || priority === undefined || phrases === undefined || span === undefined) return lacking({ route, priority, phrases, span });
  return { ...markOf(entry, id, standing), id, route, priority, phrases, span, all: entry.all ?? [], unless: entry.unless ?? [], abroad: entry.abroad ?? false };
}

/** A request starts a clock, and is neither urgent nor a breach of anything. */
export function wholeRequest(id: string, entry: RequestEntry, standing: Standing): SignWords | string {
  const { phrases, span } = entry;
  if (phrases === undefined || span === undefined) return lacking({ phrases, span });
  return { ...markOf({}, id, standing), id, route: 'data-request', priority: 'P2', phrases, span, all: entry.all ?? [], unless: entry.unless ?? [], abroad: false };
}

export function wholeTopic(id: string, { sentence, phrases }: TopicEntry): TopicWords | string {
  return sentence === undefined || phrases === undefined ? lacking({ sentence, phrases }) : { id, sentence, phrases };
}

export function wholeOffice(id: string, { roles, job, phrases }: OfficeEntry): OfficeWords | string {
  if (phrases === undefined) return lacking({ phrases });
  if ((roles === undefined) === (job === undefined)) return 'needs either roles or job.';
  return { id, roles: roles ?? [], job: job ?? null, phrases };
}

function markOf({ clauses, mild, firm }: Pick<CueEntry, 'clauses' | 'mild' | 'firm'>, id: string, standing: Standing): Pick<CueWords, 'clauses' | 'mild' | 'firm' | 'atOnce' | 'heeded' | 'ofSchool'> {
  return { clauses: clauses ?? [], mild: mild ?? false, ...standing(id, firm ?? false) };
}

function lacking(parts: Readonly<Record<string, unknown>>): string {
  return `needs ${Object.keys(parts).filter((name) => parts[name] === undefined).join(', ')} as well.`;
}
