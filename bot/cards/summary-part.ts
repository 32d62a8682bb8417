import { formatLondon } from '../../src/calendar/rules/london-time.ts';
import { clauseWord, outcomeWords, priorityWords, routeWords, statusWords } from '../../src/concern/rules/screen-words.ts';
import type { Priority } from '../../src/concern/rules/words-of-the-school.ts';
import { box, fact, foreignText, heading, ownText, small, type Element, type Tone } from './elements.ts';
import { cutText } from './fit-card.ts';
import { quoted, type Scene } from './scene.ts';

const priorityTones: Readonly<Record<Priority, Tone>> = { P0: 'attention', P1: 'warning', P2: 'default', P3: 'default', PX: 'default' };

/** Reference and status, what it is about, how soon. */
export function headerPart({ view, room }: Scene): Element {
  const { concern, words } = view;
  const status = concern.status === 'none' ? '' : ` · ${statusWords[concern.status]}`;
  const title = cutText(words['subject'] ?? routeWords[concern.route], Math.min(room.text, 160)).text;
  return box([
    small(`${concern.ref}${status}`),
    foreignText(title, { size: 'Large', weight: 'Bolder' }, 'None'),
    ownText(`${priorityWords[concern.priority]} · ${routeWords[concern.route]}`, { spacing: 'Small', weight: 'Bolder', color: priorityTones[concern.priority] }),
  ], { style: 'emphasis', bleed: true });
}

export function noticePart({ options }: Scene): Element[] {
  return options.notice === undefined ? [] : [box([ownText(options.notice, { weight: 'Bolder' })], { style: 'warning', spacing: 'Medium' })];
}

/** What was written, in short, and the small facts. Who told us stands here only when the view brought the name. */
export function summaryPart({ view, room }: Scene): Element[] {
  const { concern, words } = view;
  const count = (n: number, one: string, many: string): string[] => (n === 0 ? [] : [`${String(n)} ${n === 1 ? one : many}`]);
  const kept = [...count(concern.mails, 'email', 'emails'), ...count(concern.exhibits, 'piece of evidence', 'pieces of evidence'), ...count(concern.notes, 'staff note', 'staff notes')];
  return [
    ...quoted(words['summary'] ?? '', room.text),
    ...reporterFacts(view),
    fact('Came in', formatLondon(concern.raisedAt)),
    ...(concern.lead === null ? [] : [fact('Leads on it', view.nameOf(concern.lead))]),
    ...(kept.length === 0 ? [] : [fact('Kept here', kept.join(', '))]),
    ...joinedFacts(words, room.text),
    ...(words['note'] === undefined ? [] : [heading('Latest staff note (may be disclosed)'), ...quoted(words['note'], room.text)]),
  ];
}

function reporterFacts({ concern, words }: Scene['view']): Element[] {
  return Object.entries(concern.people).flatMap(([key, person]) => {
    const name = words[`${key}.name`] ?? words[`${key}.address`];
    return person.kind === 'reporter' && name !== undefined ? [fact('Who told us', cutText(name, 120).text)] : [];
  }).slice(0, 3);
}

function joinedFacts(words: Scene['view']['words'], room: number): Element[] {
  const text = words['joined.summary'] ?? words['joined.subject'];
  return text === undefined ? [] : [heading('Latest email about it'), ...quoted(text, room)];
}

/** The parts of the policy that it may touch, each with the words that made us think so. */
export function clausesPart({ view, room }: Scene): Element[] {
  const { concern, words } = view;
  if (concern.clauses.length === 0) return [];
  return [heading('Parts of the policy it may touch'), ...concern.clauses.flatMap((id) => {
    const quote = words[`quote.${id}`];
    return [ownText(clauseWord(id), { spacing: 'Small' }), ...(quote === undefined ? [] : [foreignText(`"${cutText(quote, Math.min(room.text, 200)).text}"`, { isSubtle: true, size: 'Small' }, 'None')])];
  })];
}

export function closedPart({ view, room }: Scene): Element[] {
  const { concern, words } = view;
  if (concern.status !== 'closed' || concern.outcome === null) return [];
  return [
    heading('How it ended'), fact('Outcome', outcomeWords[concern.outcome]),
    ...(concern.closedAt === null ? [] : [fact('Closed', formatLondon(concern.closedAt))]),
    ...quoted(words['closing.reason'] ?? '', room.text),
  ];
}
