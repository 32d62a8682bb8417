import { inflateSync } from 'node:zlib';

/** The text of a PDF as a screen reader or a search gets it: by the file's own tables of what each glyph reads as. Spaces are left out. */
export function pdfText(pdf: Uint8Array): string {
  const file = Buffer.from(pdf).toString('latin1');
  const objects = new Map([...file.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
  const fonts = new Map([...file.matchAll(/\/(F\d+) (\d+) 0 R/g)].map((match) => [match[1] ?? '', readsAs(objects, objects.get(match[2] ?? '') ?? '')]));
  const contents = [...objects.values()].map(streamOf).filter((stream) => / Tf$/m.test(stream));
  return contents.map((content) => textOf(content, fonts)).join('');
}

export function pdfPages(pdf: Uint8Array): number {
  return [...Buffer.from(pdf).toString('latin1').matchAll(/\/Type \/Page\n/g)].length;
}

function streamOf(object: string): string {
  const stream = /stream\n([\s\S]*)\nendstream/.exec(object)?.[1];
  return stream === undefined || !object.includes('/FlateDecode') ? '' : inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
}

/** Glyph number to characters, from the font's ToUnicode table: ranges whose targets are listed one by one. */
function readsAs(objects: Map<string, string>, font: string): Map<number, string> {
  const table = streamOf(objects.get(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1] ?? '') ?? '');
  const found = new Map<number, string>();
  for (const [, first = '', targets = ''] of table.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) {
    [...targets.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, target = ''], index) => found.set(parseInt(first, 16) + index, utf16(target)));
  }
  return found;
}

function utf16(hex: string): string {
  return [...hex.replaceAll(' ', '').matchAll(/.{4}/g)].map(([unit]) => String.fromCharCode(parseInt(unit, 16))).join('');
}

function textOf(content: string, fonts: Map<string, Map<number, string>>): string {
  let font = new Map<number, string>();
  let text = '';
  for (const [whole, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name) ?? font;
    else for (const [, glyphs = ''] of (shown ?? whole).matchAll(/<([0-9a-f]+)>/gi)) text += [...glyphs.matchAll(/.{4}/g)].map(([glyph]) => font.get(parseInt(glyph, 16)) ?? '?').join('');
  }
  return text.replace(/\s+/g, '');
}
