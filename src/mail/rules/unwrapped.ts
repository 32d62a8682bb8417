/** Mail programs break lines at 72 to 78 characters; on a phone each then breaks once more. */
const shortest = 56;
const longest = 80;

/** The text with lines that a mail program broke joined again. Lists, quotes and short lines stay as they were written. */
export function unwrapped(text: string): string {
  const lines = text.split('\n');
  return lines.reduce<string[]>((joined, line, index) => {
    const before = lines[index - 1] ?? '';
    if (index > 0 && isBroken(before, line)) joined.push(`${(joined.pop() ?? '').trimEnd()} ${line.trimStart()}`); else joined.push(line);
    return joined;
  }, []).join('\n');
}

function isBroken(before: string, line: string): boolean {
  const [end, next] = [before.trimEnd(), line.trimStart()];
  const nextWord = next.split(/\s/, 1)[0] ?? '';
  // The next word would not have fitted: that is why the line ends here.
  return end.length >= shortest && end.length <= longest && end.length + nextWord.length + 1 > 66 && next !== '' && !/^(?:[>•*\-–]|\d+[.)])/.test(next) && !/^[>•]/.test(before);
}
