import { findCues, speaksOfGroup } from './find-cues.ts';
import { findSigns } from './find-signs.ts';
import type { Understanding } from './understanding.ts';
import type { MailWords } from './words/mail-words.ts';

const mostQuotes = 3;
const longestQuote = 240;

/**
 * The exact words for which a mail was judged danger now or today, the gravest first, so that whoever opens the alert sees at once what it
 * rests on. Of one that the word lists did not find, the words that weighed most with the model.
 */
export function dangerWords({ priority, text, comment, weighed }: Pick<Understanding, 'priority' | 'text' | 'comment' | 'weighed'>, subject: string, words: MailWords): string[] {
  if (priority !== 'P0' && priority !== 'P1') return [];
  const whole = [subject, text, comment].join('\n\n');
  const hits = [...findSigns(whole, words), ...findCues(whole, speaksOfGroup(whole, words), words)];
  const found = ['P0', 'P1'].flatMap((grave) => hits.filter((hit) => hit.cue.priority === grave).map((hit) => hit.quote));
  const quotes = (found.length > 0 ? found : weighed.map((each) => each.quote)).map((quote) => quote.replace(/\s+/g, ' ').trim().slice(0, longestQuote));
  // A longer quote that holds another says both.
  return [...new Set(quotes)].filter((quote) => quote !== '' && !quotes.some((other) => other.length > quote.length && other.includes(quote))).slice(0, mostQuotes);
}
