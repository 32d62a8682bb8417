import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { atLondon } from '../calendar/rules/london-time.ts';

/** The school at the top of the first page. */
export interface Letterhead { name: string; addressLines: readonly string[] }

/** One piece of a page. A short one is never torn between two pages. */
export interface PdfBlock { style: 'title' | 'heading' | 'text' | 'item' | 'note'; text: string }

export interface PdfOrder {
  /** In the file's properties and on every page; never a name. */
  title: string;
  /** Its noon is the date in the file's properties, so that the same order gives the same bytes. */
  day: string;
  letterhead: Letterhead | null;
  blocks: readonly PdfBlock[];
}

type Page = InstanceType<typeof PDFDocument>;
type TextOptions = PDFKit.Mixins.TextOptions;

// The fonts that a PDF viewer has of its own turn "Nguyễn" into "NguyÅn"; this one is embedded and has the letters.
const require = createRequire(import.meta.url);
const regular = require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf');
const bold = require.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf');

// Noto takes "ị" apart into "i" and a dot while it shapes a word; the file would then say that every "i" reads as "ị", to a screen reader,
// a search and whoever copies a line. pdfkit hands the object on to fontkit, which alone knows how to switch a feature off. Shaping so is
// slow, and plain text has nothing to take apart.
const wholeLetters = { ccmp: false } as unknown as NonNullable<PDFKit.Mixins.TextOptions['features']>;
const hasSuchLetters = /[^\n\u0020-\u00ff\u200b\u2010-\u2026]/;

const margins = { top: 62, bottom: 72, left: 70, right: 70 };
const ink = '#1b1b1b';
const grey = '#595959';
const tallestKept = 220;

const styles: Record<PdfBlock['style'], { font: string; size: number; colour: string; after: number }> = {
  title: { font: bold, size: 15, colour: ink, after: 10 },
  heading: { font: bold, size: 11.5, colour: ink, after: 6 },
  text: { font: regular, size: 10.5, colour: ink, after: 9 },
  item: { font: regular, size: 10.5, colour: ink, after: 6 },
  note: { font: regular, size: 9, colour: grey, after: 8 },
};

/** A4 pages with the school's letterhead and page numbers. The properties name no author. */
export async function writePdf(order: PdfOrder): Promise<Uint8Array> {
  const page = new PDFDocument({
    size: 'A4', margins, bufferPages: true, lang: 'en-GB', displayTitle: true, font: regular,
    info: { Title: order.title, CreationDate: new Date(atLondon(order.day, '12:00')) },
  });
  const bytes = collect(page);
  if (order.letterhead !== null) drawLetterhead(page, order.letterhead);
  for (const block of order.blocks) drawBlock(page, block);
  drawFooters(page, order.title);
  page.end();
  return bytes;
}

function collect(page: Page): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    page.on('data', (part: Uint8Array) => parts.push(part));
    page.on('end', () => { resolve(Uint8Array.from(Buffer.concat(parts))); });
    page.on('error', reject);
  });
}

function drawLetterhead(page: Page, { name, addressLines }: Letterhead): void {
  const width = widthOf(page);
  const address = addressLines.join(' · ');
  page.font(bold).fontSize(17).fillColor(ink).text(name, optionsOf(name, { width }));
  if (addressLines.length > 0) page.font(regular).fontSize(9).fillColor(grey).text(address, optionsOf(address, { width }));
  const y = page.y + 8;
  page.moveTo(margins.left, y).lineTo(margins.left + width, y).lineWidth(0.8).strokeColor(grey).stroke();
  page.y = y + 22;
}

function drawBlock(page: Page, { style, text: words }: PdfBlock): void {
  const text = breakable(words);
  const { font, size, colour, after } = styles[style];
  const indent = style === 'item' ? 14 : 0;
  const options = optionsOf(text, { width: widthOf(page) - indent });
  page.font(font).fontSize(size).fillColor(colour);
  if (isTorn(page, style, text, options)) page.addPage();
  const { y } = page;
  if (style === 'item') page.text('•', margins.left, y, optionsOf('•', { lineBreak: false }));
  page.text(text, margins.left + indent, y, options);
  page.y += after;
}

/** Long blocks run on over the page, short ones move to the next; a heading keeps a few lines of what follows it. */
function isTorn(page: Page, style: PdfBlock['style'], text: string, options: TextOptions): boolean {
  const room = page.page.height - margins.bottom - page.y;
  if (room > tallestKept) return false;
  const height = page.heightOfString(text, options);
  return height < tallestKept && height + (style === 'heading' ? 48 : 0) > room;
}

function drawFooters(page: Page, title: string): void {
  const { count } = page.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    page.switchToPage(index);
    // Below the bottom margin text would begin a new page.
    page.page.margins.bottom = 0;
    const text = `${title} · page ${String(index + 1)} of ${String(count)}`;
    page.font(regular).fontSize(8).fillColor(grey).text(text, margins.left, page.page.height - 46, optionsOf(text, { lineBreak: false }));
  }
}

function widthOf(page: Page): number {
  return page.page.width - margins.left - margins.right;
}

/** A word wider than a line (an address of a website, a cry) may break anywhere; pdfkit alone would try it letter by letter, for minutes. */
function breakable(text: string): string {
  return text.replace(/\S{40}(?=\S)/gu, '$&\u200b');
}

function optionsOf(text: string, options: TextOptions): TextOptions {
  return { lineGap: 2.5, ...options, ...(hasSuchLetters.test(text) ? { features: wholeLetters } : {}) };
}
