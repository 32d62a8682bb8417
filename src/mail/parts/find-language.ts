import { withoutHistory } from '../rules/author/history.ts';
import type { MailLanguage } from '../rules/mail.ts';

/** Fewer words than this can be any language's. */
const fewestWords = 12;
const enough = 4_000;

/** The small words of English. A text in which one in seven is among them is English; names and lists have fewer, and are asked about. */
const english = new Set(('the and to a of i is it in for you my we on be have with that this at are was will can please has not if she he her his your but from so me an our as or by do all up out they there '
  + 'would been had hi hello thanks thank today dear sir madam regards kind im dont wont school class').split(' '));

/** Scripts that say which language it is not, where the words are too few to ask. */
const scripts: readonly [RegExp, string][] = [
  [/\p{Script=Arabic}/gu, 'ar'], [/\p{Script=Cyrillic}/gu, 'ru'], [/\p{Script=Devanagari}/gu, 'hi'], [/\p{Script=Bengali}/gu, 'bn'], [/\p{Script=Gurmukhi}/gu, 'pa'], [/\p{Script=Gujarati}/gu, 'gu'],
  [/\p{Script=Tamil}/gu, 'ta'], [/\p{Script=Telugu}/gu, 'te'], [/\p{Script=Greek}/gu, 'el'], [/\p{Script=Hebrew}/gu, 'he'], [/\p{Script=Thai}/gu, 'th'], [/\p{Script=Hiragana}|\p{Script=Katakana}/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'], [/\p{Script=Han}/gu, 'zh'], [/\p{Script=Ethiopic}/gu, 'am'], [/\p{Script=Georgian}/gu, 'ka'], [/\p{Script=Armenian}/gu, 'hy'],
];
/** Written without spaces between words, so that these cannot be counted. */
const unspaced = /^(?:ja|zh|th)$/;
const families: Record<string, string> = { ar: 'Arabic, or another language in its script', ru: 'a language in Cyrillic script', hi: 'Hindi, or another language in its script' };

/** The language of what was written in this mail, where it is not English; null where it is, or where too few words say so. */
export async function findLanguage(text: string): Promise<MailLanguage | null> {
  const own = wordsOnly(withoutHistory(text.slice(0, 60_000), true).text || text.slice(0, enough));
  const script = scriptOf(own);
  const words = own.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (script === null && (words.length < fewestWords || isEnglish(words))) return null;
  if (words.length < fewestWords && script !== null && !unspaced.test(script)) return { code: script, name: families[script] ?? nameOf(script) };
  const { eld } = await import('eld/extrasmall');
  const found = eld.detect(own);
  if (found.isReliable() && found.language !== '') return found.language === 'en' ? null : { code: found.language, name: nameOf(found.language) };
  if (script !== null) return { code: script, name: families[script] ?? nameOf(script) };
  return found.language === 'en' || words.length < fewestWords * 2 ? null : { code: 'und', name: 'another language than English' };
}

/** Without addresses and what stands in quotes of earlier mail: they have no language. */
function wordsOnly(text: string): string {
  return text.replace(/https?:\S{1,2000}/g, ' ').replace(/[\w.+-]{1,64}@[\w.-]{1,200}/g, ' ').replace(/^>.*$/gm, ' ').slice(0, enough);
}

function isEnglish(words: readonly string[]): boolean {
  return words.filter((word) => english.has(word)).length * 7 >= words.length;
}

/** The script, other than Latin, in which most of it is written. */
function scriptOf(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return scripts.find(([letter]) => (text.match(letter)?.length ?? 0) * 2 > letters)?.[1] ?? null;
}

function nameOf(code: string): string {
  return new Intl.DisplayNames(['en-GB'], { type: 'language' }).of(code) ?? code;
}
