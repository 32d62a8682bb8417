import { convert, type HtmlToTextOptions } from 'html-to-text';

/** Beyond this the rest of an HTML body is not turned into text (it stays whole in the sealed original). */
const MOST_HTML = 3_000_000;
/** So much is laid out with its lists and quotes; of the rest the words are kept. */
const MOST_LAID_OUT = 700_000;

const options: HtmlToTextOptions = {
  wordwrap: false,
  formatters: {
    // Mail programs put emoji in as pictures with the emoji as their alt text; longer alt texts are decoration.
    emoji: (elem, _walk, builder) => {
      const alt = (elem.attribs as Record<string, string> | undefined)?.['alt'] ?? '';
      if (alt.length > 0 && alt.length <= 8 && /\p{Extended_Pictographic}/u.test(alt)) builder.addInline(alt);
    },
    // "Name" and what was typed beside it are two words.
    cell: (elem, walk, builder) => {
      walk(elem.children, builder);
      builder.addInline(' ');
    },
  },
  selectors: [
    { selector: 'img', format: 'emoji' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, noAnchorUrl: true, linkBrackets: [' <', '>'] } },
    { selector: 'hr', options: { length: 32 } },
    { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'td', format: 'cell' },
    { selector: 'th', format: 'cell' },
    { selector: 'blockquote', options: { trimEmptyLines: false } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
};

/** Deeper than any mail program nests; the converter takes minutes there. */
const deepest = 1_000;

/** Tags that stand alone, or that the next of their kind closes. */
const withoutDepth = new Set(['br', 'img', 'hr', 'input', 'meta', 'link', 'col', 'area', 'base', 'wbr', 'param', 'source', 'p', 'li', 'tr', 'td', 'th', 'dt', 'dd', 'option', 'thead', 'tbody', 'html', 'head', 'body']);

function nesting(html: string): number {
  let depth = 0;
  let most = 0;
  for (const [tag, closes, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})\b[^<>]{0,2000}>?/gi)) {
    if (withoutDepth.has(name.toLowerCase()) || tag.endsWith('/>')) continue;
    depth = Math.max(0, depth + (closes === '/' ? -1 : 1));
    most = Math.max(most, depth);
  }
  return most;
}

/** For HTML too deep for the converter: tags out, the commonest entities back. */
function stripTags(html: string): string {
  return html.replace(/<br[^<>]{0,20}>|<\/(?:p|div|tr|li)>/gi, '\n').replace(/<[^<>]*>/g, ' ')
    .replace(/&nbsp;/gi, ' ').replace(/&lt;/gi, '<').replace(/&gt;/gi, '>').replace(/&amp;/gi, '&');
}

/** HTML as text; fetches nothing. Quoted parts get "> ", as mail programs write them in plain text. */
export function textOfHtml(html: string): string {
  const bounded = withoutPictures(html).slice(0, MOST_HTML);
  const cut = bounded.length > MOST_LAID_OUT ? Math.max(bounded.lastIndexOf('<', MOST_LAID_OUT), 0) : bounded.length;
  return laidOut(bounded.slice(0, cut)) + stripTags(bounded.slice(cut));
}

/** A picture may stand in the HTML itself, as a megabyte of letters. */
function withoutPictures(html: string): string {
  return html.replace(/\bdata:[\w./+-]{1,80};base64,[\w+/=%\s]{200,}/g, 'data:,');
}

function laidOut(html: string): string {
  if (nesting(html) > deepest) return stripTags(html);
  try {
    return convert(html, options);
  } catch {
    return stripTags(html);
  }
}
