import { BorderStyle, Document, Footer, Packer, PageNumber, Paragraph, TextRun, convertMillimetersToTwip, type IParagraphOptions } from 'docx';
import { formatDay } from '../calendar/rules/london-time.ts';
import type { Letterhead } from './pdf-document.ts';
import { bullet, type LetterModel } from './rules/build-letter.ts';

const font = 'Arial';
const grey = '595959';
const paragraphStyles = [
  { id: 'school', name: 'School', run: { bold: true, size: 34 }, paragraph: { spacing: { after: 40 } } },
  { id: 'heading', name: 'Letter heading', run: { bold: true }, paragraph: { keepNext: true } },
];

/**
 * The same letter as a Word document: the working copy in the concern's folder, for printing or for the post. The PDF is what is approved.
 * Two runs differ in bytes, since the format notes the moment it was made.
 */
export async function letterAsWord(letter: LetterModel, letterhead: Letterhead): Promise<Uint8Array> {
  const document = new Document({
    // Whoever opens the properties finds the school and no person.
    creator: letterhead.name, lastModifiedBy: letterhead.name, title: `Letter ${letter.ref}`,
    styles: { paragraphStyles, default: { document: { run: { font, size: 21, language: { value: 'en-GB' } }, paragraph: { spacing: { after: 180, line: 276 } } } } },
    sections: [{
      properties: { page: { size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) } } },
      footers: { default: footer(letter.ref) },
      children: [...letterheadParagraphs(letterhead), ...letterParagraphs(letter)],
    }],
  });
  return Uint8Array.from(await Packer.toBuffer(document));
}

function letterheadParagraphs({ name, addressLines }: Letterhead): Paragraph[] {
  return [
    new Paragraph({ style: 'school', text: name }),
    new Paragraph({
      spacing: { after: 360 }, border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 6, color: grey } },
      children: [new TextRun({ text: addressLines.join(' · '), size: 18, color: grey })],
    }),
  ];
}

function letterParagraphs(letter: LetterModel): Paragraph[] {
  return [
    paragraph(`${formatDay(letter.day)}\nOur reference: ${letter.ref}`),
    paragraph(letter.to.name),
    ...(letter.heading === '' ? [] : [new Paragraph({ style: 'heading', text: letter.heading })]),
    ...letter.paragraphs.map((text) => text.startsWith(bullet) ? paragraph(text.slice(bullet.length), { bullet: { level: 0 } }) : paragraph(text)),
    paragraph(`${letter.close}\n\n${letter.signatory.name}\n${letter.signatory.title}`, { keepLines: true }),
  ];
}

function paragraph(text: string, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...options, children: text.split('\n').map((line, index) => new TextRun({ text: line, ...(index === 0 ? {} : { break: 1 }) })) });
}

function footer(ref: string): Footer {
  const words = ['Letter ', ref, ' · page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
  return new Footer({ children: [new Paragraph({ children: [new TextRun({ children: words, size: 16, color: grey })] })] });
}
