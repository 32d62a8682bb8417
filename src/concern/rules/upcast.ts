import type { EventData, EventType } from './events.ts';

/** Every shape that this code reads. A log that holds another was written by a newer release and is left to it. */
const shapes: ReadonlySet<string> = new Set<`${EventType}/${1 | 2}`>([
  'concern-raised/2', 'mail-joined/2', 'danger-told/1', 'danger-taken/1', 'author-said/1', 'sent-by-hand-found/1', 'same-incident-said/1', 'same-incident-unsaid/1', 'attachment-never-came/1',
  'concern-raised/1', 'mail-joined/1', 'exhibit-added/1', 'exhibits-continued/1', 'first-look-taken/1', 'note-added/1', 'audience-widened/1',
  'response-proposed/1', 'letter-remade/1', 'proposal-sent-back/1', 'proposal-withdrawn/1', 'response-approved/1', 'letter-approved/1',
  'letter-stopped/1', 'letter-hastened/1', 'letter-leaving/1', 'letter-held-back/1', 'letter-drafted/1', 'letter-sent/1',
  'response-carried-out/1', 'concern-closed/1', 'original-opened/1', 'items-removed/1',
]);

/** The lowest code that can fold a log written now; a process of a lower number leaves the concern alone. */
export const foldNumber = 2;

/** What the first shapes did not say. A mail that joined then raised no priority. */
const beforeIt: Readonly<Record<string, Record<string, unknown>>> = {
  'concern-raised/1': { sender: 'none', request: null },
  'mail-joined/1': { priority: 'PX', sender: 'none', request: null },
};

export function shapeOf(data: EventData): string {
  return `${data.type}/${data.type === 'concern-raised' || data.type === 'mail-joined' ? '2' : '1'}`;
}

/** Old shapes are read for ever: one that is no longer written is turned into today's here. */
export function upcast(shape: string, fields: Record<string, unknown>): EventData {
  if (!shapes.has(shape)) throw new Error(`This release cannot read events of the shape ${shape}`);
  return { ...beforeIt[shape], ...fields, type: shape.slice(0, shape.indexOf('/')) } as EventData;
}
