import type { ConcernEvent, Words } from './events.ts';
import { fitText, storedLength } from './fit-text.ts';

/** The few words that cards show, each with the number of the event whose item holds it, so that it is removed with its item. */
export type HeadWords = Record<string, { n: number; text: string }>;

const longest = 6_000;
/** The head's words stay under 32,000 characters as they are stored, keys and escapes included. */
const mostInAll = 30_000;

/** Words after one more event. Longer texts are cut: the whole is one press away, in the event's item. */
export function foldWords(before: HeadWords, event: ConcernEvent, words: Words | undefined): HeadWords {
  const kept = stillTrue(before, event.data);
  if (words === undefined) return kept;
  const added = Object.entries(words).flatMap(([key, text]) => {
    const name = nameInHead(event, key);
    return name === null ? [] : [[name, { n: event.n, text: fitText(text, longest) }] as const];
  });
  return fitting({ ...kept, ...Object.fromEntries(added) });
}

/** A proposal takes the place of the one before, a mail that of the one that joined before it, an answer that of the question. */
function stillTrue(before: HeadWords, data: ConcernEvent['data']): HeadWords {
  if (data.type === 'response-proposed') return data.response === 'acknowledgement' ? before : without(before, 'proposal.');
  // What an alert rests on stands until somebody has it, whatever comes in after it.
  if (data.type === 'mail-joined') return { ...without(before, 'joined.'), ...only(before, 'joined.danger') };
  if (data.type !== 'author-said') return before;
  const answered = ['', 'joined.'].filter((prefix) => before[`${prefix}candidate.mail`]?.text === data.mail);
  return answered.reduce((words, prefix) => without(words, `${prefix}candidate.`), before);
}

/** Under what name the head keeps a word of this event; null when cards do not show it. */
function nameInHead(event: ConcernEvent, key: string): string | null {
  const { data } = event;
  switch (data.type) {
    case 'concern-raised': return key === 'text' ? null : key;
    case 'mail-joined': return key === 'text' || key.startsWith('quote.') ? null : /^p\d/.test(key) ? key : `joined.${key}`;
    case 'author-said': return key;
    case 'sent-by-hand-found': return `by-hand.${key}`;
    case 'note-added': return 'note';
    case 'response-proposed': return key === 'letter.fields' ? null : `proposal.${String(data.proposal)}.${key}`;
    case 'letter-remade': return key === 'letter.fields' ? null : `proposal.${String(data.proposal)}.${key}`;
    case 'proposal-sent-back': return `proposal.${String(data.proposal)}.sent-back`;
    case 'concern-closed': return 'closing.reason';
    default: return null;
  }
}

function only(words: HeadWords, key: string): HeadWords {
  const word = words[key];
  return word === undefined ? {} : { [key]: word };
}

function without(words: HeadWords, prefix: string): HeadWords {
  return Object.fromEntries(Object.entries(words).filter(([key]) => !key.startsWith(prefix)));
}

/** When there are too many the oldest go first, and last of all those of the first event: what it is about and who told us. */
function fitting(words: HeadWords): HeadWords {
  const entries = Object.entries(words);
  let size = entries.reduce((sum, [key, word]) => sum + takes(key, word), 2);
  const dropped = new Set<string>();
  for (const [key, word] of [...entries].sort((a, b) => age(a[1]) - age(b[1]))) {
    if (size <= mostInAll) break;
    size -= takes(key, word);
    dropped.add(key);
  }
  return dropped.size === 0 ? words : Object.fromEntries(entries.filter(([key]) => !dropped.has(key)));
}

const age = ({ n }: HeadWords[string]): number => (n === 1 ? Infinity : n);

/** `"key":{"n":42,"text":"…"},` */
function takes(key: string, { n, text }: HeadWords[string]): number {
  return storedLength(key) + String(n).length + storedLength(text) + 17;
}

/** After items were removed: their words leave the head as well. */
export function withoutItems(words: HeadWords, items: readonly number[]): HeadWords {
  return Object.fromEntries(Object.entries(words).filter(([, word]) => !items.includes(word.n)));
}

export function plainWords(words: HeadWords): Words {
  return Object.fromEntries(Object.entries(words).map(([key, word]) => [key, word.text]));
}
