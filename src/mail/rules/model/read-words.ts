import { tokensOf, type Token } from '../words/tokens.ts';
import { isNamed, withoutWho } from './who-words.ts';

/** One word as the model reads it, and where it stands. */
export interface ModelWord { key: string; start: number; end: number }

/** Whoever writes without stops is read in stretches of this many words. */
const longestSentence = 40;
/** After one of these the next two words are read as denied: `not_hurt` is a word of its own, and unlike `hurt`. */
const negations = new Set(['no', 'not', 'never', 'without', 'nobody', 'nothing', 'none', 'isnt', 'wasnt', 'arent', 'werent', 'didnt', 'dont', 'doesnt', 'havent', 'hasnt', 'hadnt', 'wont', 'cant', 'cannot', 'couldnt', 'wouldnt']);

const greetings = new Set(['hi', 'hello', 'hiya', 'hey', 'dear', 'morning', 'thanks']);

/** A text as sentences of words the model knows no person by. */
export function sentencesOf(text: string): ModelWord[][] {
  const sentences: Token[][] = [];
  for (const token of tokensOf(text)) {
    const current = sentences.at(-1);
    if (current === undefined || token.fresh || current.length >= longestSentence) sentences.push([token]);
    else current.push(token);
  }
  return sentences.map((tokens) => wordsOf(tokens, text));
}

function wordsOf(tokens: readonly Token[], text: string): ModelWord[] {
  const capitals = tokens.map((token) => startsLarge(text.slice(token.start, token.end)));
  // A heading or shouting: then a capital says nothing. "Hi Tom" is neither.
  const capitalsCount = greetings.has(tokens[0]?.stem ?? '') || capitals.slice(1).filter(Boolean).length <= (tokens.length - 1) / 2;
  const keys = tokens.map((token, at) => {
    const isName = capitalsCount && capitals[at] === true && isNamed(token.stem, at === 0);
    return withoutWho(plain(token), tokens[at + 1]?.stem ?? '', isName);
  });
  return tokens.map(({ start, end }, at) => ({ key: denied(keys, at), start, end }));
}

function denied(keys: readonly string[], at: number): string {
  const key = keys[at] ?? '';
  const isDenied = [at - 1, at - 2].some((before) => negations.has(keys[before] ?? ''));
  return isDenied && !key.startsWith('_') ? `not_${key}` : key;
}

/** Hardly anybody types apostrophes alike, a number is a number, and "she'll" is she. */
function plain({ stem }: Token): string {
  if (/^\d/.test(stem)) return '#';
  return /^s?he'/.test(stem) ? 'he' : stem.replaceAll("'", '');
}

/** `Ella`, not `ELLA` and not `GDPR`. */
function startsLarge(word: string): boolean {
  return /^\p{Lu}/u.test(word) && (word.length === 1 || /\p{Ll}/u.test(word));
}
