const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen'];
const group = '(?:\\W+(?:\\w+\\W+){0,2}?(?:group|chat|whatsapp|facebook)\\b)?';
const years = new RegExp(`\\b(?:years?|yr|y)[\\s-]?(\\d{1,2}|${numbers.join('|')})(?:\\s?[a-d])?\\b${group}`, 'giu');
const early = new RegExp(`\\b(reception|nursery|sixth form)\\b(?!\\s+(?:desk|staff|lady|area))${group}`, 'giu');
const classes = new RegExp(`(?<![\\p{L}\\p{N}])(?:(\\d{1,2}[A-D])\\b|(\\p{Lu}\\p{Ll}+|red|blue|green|yellow|orange|purple)\\s+[Cc]lass\\b|[Cc]lass\\s+(\\d{1,2}[A-D]?|\\p{Lu}\\p{Ll}+)\\b)${group}`, 'gu');
const platforms = /\b(whats\s?app|facebook|instagram|insta|snapchat|tik\s?tok|messenger|nextdoor|telegram|discord|signal group|class\s?dojo|youtube|roblox|x box|xbox)\b/giu;
const noClass = new Set(['first', 'whole', 'each', 'every', 'another', 'other', 'same', 'next', 'whose', 'that', 'the', 'this', 'her', 'his', 'our', 'my', 'your', 'their', 'in', 'of', 'and', 'working', 'middle']);

/** Year groups and classes that a text names, each with words to show: "the Year 4 group", "Oak class". */
export function groupsNamed(text: string): Map<string, string> {
  return new Map([...yearsIn(text), ...earlyYearsIn(text), ...classesIn(text)]);
}

/** Where it was written: WhatsApp, Facebook … by one spelling. */
export function platformsNamed(text: string): Map<string, string> {
  return new Map([...text.matchAll(platforms)].map(([found]) => {
    const key = found.toLowerCase().replace(/\s/g, '').replace(/^insta$/, 'instagram');
    return [key, shownPlatforms[key] ?? found] as const;
  }));
}

const shownPlatforms: Readonly<Record<string, string>> = {
  whatsapp: 'WhatsApp', facebook: 'Facebook', instagram: 'Instagram', snapchat: 'Snapchat', tiktok: 'TikTok', messenger: 'Messenger', nextdoor: 'Nextdoor', telegram: 'Telegram', discord: 'Discord',
  signalgroup: 'Signal', classdojo: 'ClassDojo', youtube: 'YouTube', roblox: 'Roblox', xbox: 'Xbox',
};

type Entry = readonly [key: string, shown: string];

function yearsIn(text: string): Entry[] {
  return [...text.matchAll(years)].flatMap((match) => {
    const said = (match[1] ?? '').toLowerCase();
    const n = numbers.includes(said) ? numbers.indexOf(said) + 1 : Number(said);
    return n < 1 || n > 13 ? [] : [entry(`year ${String(n)}`, `Year ${String(n)}`, match[0])];
  });
}

function earlyYearsIn(text: string): Entry[] {
  return [...text.matchAll(early)].map((match) => {
    const said = (match[1] ?? '').toLowerCase();
    return entry(said, said.charAt(0).toUpperCase() + said.slice(1), match[0]);
  });
}

function classesIn(text: string): Entry[] {
  return [...text.matchAll(classes)].flatMap((match) => {
    const said = match[1] ?? match[2] ?? match[3] ?? '';
    return noClass.has(said.toLowerCase()) ? [] : [entry(`class ${said.toLowerCase()}`, /^\d/.test(said) ? `Class ${said.toUpperCase()}` : `${said} class`, match[0])];
  });
}

function entry(key: string, shown: string, found: string): Entry {
  return [key, /group|chat|whatsapp|facebook/i.test(found) ? `the ${shown} group` : shown];
}
