const kinds: readonly (readonly [RegExp, string])[] = [
  [/^image\//, 'Picture'], [/^audio\//, 'Sound recording'], [/^video\//, 'Video'], [/^application\/pdf$/, 'PDF'], [/^message\//, 'Email'], [/^text\/calendar$/, 'Calendar entry'],
  [/^text\//, 'Text'], [/word|opendocument\.text/, 'Document'], [/sheet|excel/, 'Spreadsheet'], [/zip|compressed/, 'Archive'],
];

/** What kind of file it is, in a word. */
export function mediaWord(media: string): string {
  return kinds.find(([pattern]) => pattern.test(media))?.[1] ?? 'File';
}

export function sizeWord(bytes: number): string {
  if (bytes < 1_000) return `${String(bytes)} bytes`;
  return bytes < 1_000_000 ? `${String(Math.round(bytes / 1_000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
