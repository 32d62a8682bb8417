import type { ConcernEvent, Words } from './events.ts';

/** The few words that cards show, each with the number of the event whose item holds it, so that it is removed with its item. */
export type HeadWords = Record<string, { n: number; text: string }>;

const longest = 5_000;
/** Table properties hold 32,768 UTF-16 units; JSON escapes and the keys need room. */
const mostInAll = 22_000;

/** Words after one more event. Longer texts are cut: the whole is one press away, in the event's item. */
export function foldWords(before: HeadWords, event: ConcernEvent, words: Words | undefined): HeadWords {
  const kept = event.data.type === 'response-proposed' ? without(before, 'proposal.') : before;
  if (words === undefined) return kept;
  const added = Object.entries(words).flatMap(([key, text]) => {
    const name = nameInHead(event, key);
    return name === null ? [] : [[name, { n: event.n, text: cut(text) }] as const];
  });
  return fitting({ ...kept, ...Object.fromEntries(added) });
}

/** Under what name the head keeps a word of this event; null when cards do not show it. */
function nameInHead(event: ConcernEvent, key: string): string | null {
  const { data } = event;
  switch (data.type) {
    case 'concern-raised': return key === 'text' ? null : key;
    case 'mail-joined': return key === 'text' || key.startsWith('quote.') ? null : /^p\d/.test(key) ? key : `joined.${key}`;
    case 'note-added': return 'note';
    case 'response-proposed': return key === 'letter.fields' ? null : `proposal.${String(data.proposal)}.${key}`;
    case 'letter-remade': return key === 'letter.fields' ? null : `proposal.${String(data.proposal)}.${key}`;
    case 'proposal-sent-back': return `proposal.${String(data.proposal)}.sent-back`;
    case 'concern-closed': return 'closing.reason';
    default: return null;
  }
}

function without(words: HeadWords, prefix: string): HeadWords {
  return Object.fromEntries(Object.entries(words).filter(([key]) => !key.startsWith(prefix)));
}

function cut(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)} …`;
}

/** The oldest go first when there are too many. */
function fitting(words: HeadWords): HeadWords {
  const entries = Object.entries(words);
  let size = entries.reduce((sum, [key, word]) => sum + key.length + word.text.length + 30, 0);
  const dropped = new Set<string>();
  for (const [key, word] of [...entries].sort((a, b) => a[1].n - b[1].n)) {
    if (size <= mostInAll) break;
    size -= key.length + word.text.length + 30;
    dropped.add(key);
  }
  return dropped.size === 0 ? words : Object.fromEntries(entries.filter(([key]) => !dropped.has(key)));
}

/** After items were removed: their words leave the head as well. */
export function withoutItems(words: HeadWords, items: readonly number[]): HeadWords {
  return Object.fromEntries(Object.entries(words).filter(([, word]) => !items.includes(word.n)));
}

export function plainWords(words: HeadWords): Words {
  return Object.fromEntries(Object.entries(words).map(([key, word]) => [key, word.text]));
}
