import { expect, test } from '@jest/globals';
import { concernPage } from '../../bot/concern-page.ts';
import type { ConcernPage } from '../../bot/door.ts';
import { toRow } from '../../src/concern/record.ts';
import type { ConcernEvent, EventData, Words } from '../../src/concern/rules/events.ts';
import type { Person } from '../../src/concern/rules/words-of-the-school.ts';
import type { EventRow } from '../../src/ports.ts';
import { people, states, viewOf } from './cards-scenes.ts';

const told = { 'p1.name': 'Amara Nwosu', 'p1.address': 'amara.nwosu@mail.example' };
const mail: Words = { ...told, subject: 'Messages in the Year 4 group', summary: 'A parent was called a liar.', text: 'A parent was called a liar. Yours, Amara Nwosu' };
const picture: EventData = { type: 'exhibit-added', exhibit: 1, mail: 'b'.repeat(64), sha256: 'c'.repeat(64), bytes: 1_000, media: 'image/png', inline: false };
const note: Words = { reason: 'It is over.', 'letter.to': 'Amara Nwosu', 'letter.address': 'amara.nwosu@mail.example', 'letter.subject': 'From school', 'letter.text': 'Dear Amara Nwosu' };
const warning: Words = {
  reason: 'It was said in front of everybody.', 'letter.to': 'Kevin Doyle', 'letter.address': 'kevin.doyle@post.example', 'letter.subject': 'From school', 'letter.text': 'Dear Kevin Doyle',
  'letter.fields': JSON.stringify({
    kind: 'RS1-A', ref: 'GRV-26-0042', day: '2026-11-30', from: 'letters@grove.example', replyTo: 'school@grove.example', schoolName: 'Grove Primary School', signatoryName: 'Helen Whitlock', signatoryTitle: 'Head',
    parentName: 'Kevin Doyle', parentEmail: 'kevin.doyle@post.example', groupType: 'class WhatsApp group', incidentDates: '3 November 2026', ownWords: null, summary: 'A parent was called a liar.',
    clauses: ['IA1'], replyBy: '2026-12-14', contactName: 'Daniel Okafor', meetingOffer: null,
  }),
};

test('who told us stands nowhere on the page of somebody who may not know: not in a mail, a file name, a sentence or a closing note', async () => {
  const page = await pageFor(people.assistant, 'note waiting', note);
  const { view, ...shown } = page;
  expect(JSON.stringify(shown)).not.toMatch(/amara|nwosu/i);
  expect(view.concern.proposals).toHaveLength(1);
  expect(page.letters).toMatchObject([{ n: 1, kind: 'closing-note', to: '', address: '', text: '' }]);
  expect(page.exhibits).toMatchObject([{ n: 1, name: '', media: 'image/png' }]);
  expect(page.mail).toMatchObject([{ from: null, text: 'A parent was called a liar.' }]);
});

test('the head reads all of it', async () => {
  const page = await pageFor(people.head, 'note waiting', note);
  expect(page.letters).toMatchObject([{ to: 'Amara Nwosu', text: 'Dear Amara Nwosu' }]);
  expect(page.exhibits).toMatchObject([{ name: 'From Amara.png' }]);
  expect(page.mail).toMatchObject([{ from: 'Amara Nwosu', text: mail['text'] }]);
});

test('a letter comes with what was typed for it, and no letter stands in the chronology', async () => {
  const page = await pageFor(people.deputy, 'sent back', warning);
  expect(page.letters).toMatchObject([{ typed: { parentName: 'Kevin Doyle', groupType: 'class WhatsApp group', summary: 'A parent was called a liar.', ownWords: '', replyBy: '2026-12-14' } }]);
  expect(JSON.stringify(page.history)).not.toContain('Dear Kevin Doyle');
});

/** The page over the log of one of the usual states, with a picture kept after the mail came in. */
function pageFor(person: Person, state: string, letter: Words): Promise<ConcernPage> {
  const [first, ...later] = states[state] ?? [];
  if (first === undefined) throw new Error(`There is no state "${state}".`);
  const steps: [string, EventData][] = [first, ['service', picture], ...later];
  return concernPage({ events: () => Promise.resolve(rowsOf(steps, letter)) }, viewOf(state, person));
}

function rowsOf(steps: [string, EventData][], letter: Words): EventRow[] {
  return steps.map(([by, data], index) => {
    const event: ConcernEvent = { n: index + 1, at: index, by, command: `c${String(index)}`, data };
    return toRow(event, wordsFor(data, letter), '');
  });
}

function wordsFor(data: EventData, letter: Words): Words | undefined {
  switch (data.type) {
    case 'concern-raised': return mail;
    case 'exhibit-added': return { name: 'From Amara.png' };
    case 'response-proposed': return letter;
    default: return undefined;
  }
}
