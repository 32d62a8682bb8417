/** A thousand people to write to take less. */
const longestField = 60_000;
/** Of all lists of people together. Reading them takes the parser a time that grows with the square of their length. */
const mostOfPeople = 200_000;
const people = /^(?:resent-)?(?:from|sender|to|cc|bcc|reply-to|delivered-to|return-path):/i;

/** Headers without what no mail program writes: fields of a megabyte, thousands of lists of people. They stay whole in the sealed original. */
export function boundedHeaders(raw: string): string {
  if (raw.length <= longestField) return raw;
  let left = mostOfPeople;
  return raw.split(/\n(?![ \t])/).map((field) => {
    const most = people.test(field) ? Math.min(longestField, left) : longestField;
    if (people.test(field)) left = Math.max(0, left - field.length);
    return field.length <= most ? field : field.slice(0, most);
  }).filter((field) => field !== '').join('\n');
}
