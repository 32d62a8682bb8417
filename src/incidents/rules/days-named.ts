import { dayAfter, formatDay, isDay, londonDay, weekdayOf } from '../../calendar/rules/london-time.ts';

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const monthNames = months.map((each) => `${each}|${each.slice(0, 3)}`).join('|');

const relative = /\b(?:(last night|yesterday|the other day|this (?:morning|afternoon|evening)|today|tonight)|(?:(last|this|on|over)\s+)?(sunday|monday|tuesday|wednesday|thursday|friday|saturday)(?:['’]s)?)\b/giu;
const dated = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${monthNames})\\b\\.?(?:,?\\s+(\\d{4}))?|\\b(${monthNames})\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b|\\b(\\d{1,2})[./](\\d{1,2})[./](\\d{2,4})\\b`, 'giu');
const nextOnly = /\b(?:next|coming|by|until|before|every|each|on a|most)\s+$/i;

/**
 * The days that a text names, as days in London: "last night" of a mail that came on Sunday is Saturday, and so is "on Saturday". A day to
 * come is an appointment, not when it happened, and is left out.
 */
export function daysNamed(text: string, receivedAt: number): Map<string, string> {
  const today = londonDay(receivedAt);
  const found = [...relativeDays(text, today), ...writtenDays(text, today)].filter((day) => day <= today && day >= dayAfter(today, -60));
  return new Map(found.map((day) => [day, formatDay(day).replace(/ \d{4}$/, '')]));
}

function relativeDays(text: string, today: string): string[] {
  return [...text.matchAll(relative)].flatMap((match) => {
    if (nextOnly.test(text.slice(Math.max(0, match.index - 10), match.index))) return [];
    const word = (match[1] ?? '').toLowerCase();
    if (word === 'last night' || word === 'yesterday') return [dayAfter(today, -1)];
    if (word === 'the other day') return [];
    if (word !== '') return [today];
    const back = (weekdayOf(today) - weekdays.indexOf((match[3] ?? '').toLowerCase()) + 7) % 7;
    return [dayAfter(today, back === 0 && match[2]?.toLowerCase() === 'last' ? -7 : -back)];
  });
}

function writtenDays(text: string, today: string): string[] {
  return [...text.matchAll(dated)].flatMap((match) => {
    const month = match[7] === undefined ? months.findIndex((each) => each.startsWith((match[2] ?? match[4] ?? '').toLowerCase().slice(0, 3))) + 1 : Number(match[7]);
    const day = `${yearOf(match[3] ?? match[8], month, today)}-${two(month)}-${two(Number(match[1] ?? match[5] ?? match[6]))}`;
    return isDay(day) ? [day] : [];
  });
}

/** Without a year, the last such day. */
function yearOf(said: string | undefined, month: number, today: string): string {
  if (said !== undefined) return said.length === 2 ? `20${said}` : said;
  const year = Number(today.slice(0, 4));
  return String(month > Number(today.slice(5, 7)) ? year - 1 : year);
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
