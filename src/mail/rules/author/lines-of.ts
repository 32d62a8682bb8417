import { headerWords, type HeaderWord } from '../words/header-words.ts';

const kindOf = new Map<string, HeaderWord>((Object.keys(headerWords) as HeaderWord[]).flatMap((kind) => headerWords[kind].map((word): [string, HeaderWord] => [word, kind])));
const byLength = [...kindOf.keys()].sort((one, other) => other.length - one.length).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
/** Long words may hang on what stands before ("GMTSubject:"), short ones not ("Todo:"). */
const glued = new RegExp(`(?:(?<![\\p{L}\\p{N}])(?:${byLength.join('|')})|(?:Subject|Sent|Date|Objet|Asunto|Assunto|Betreff|Oggetto|Envoyé|Enviado|Gesendet|Inviato))\\s{0,2}:(?=\\s)`, 'gu');

/** The lines of a text. Where a conversion glued the headers of a forward into one line (tables, Yahoo), each gets its own again. */
export function linesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => (line.length < 2000 && line.includes('@') && line.includes(':') ? parted(line) : [line]));
}

function parted(line: string): string[] {
  const found = [...line.matchAll(glued)];
  const kinds = new Set(found.map((each) => kindOf.get(each[0].replace(/\s*:$/, ''))));
  if (found.length < 3 || !kinds.has('from') || !(kinds.has('to') && (kinds.has('date') || kinds.has('subject')))) return [line];
  const starts = found.map((each) => each.index);
  const head = line.slice(0, starts[0]).trim();
  return [...(head === '' ? [] : [head]), ...starts.map((start, index) => line.slice(start, starts[index + 1]).trim())];
}
