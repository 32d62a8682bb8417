import { textOfHtml } from '../html-text.ts';
import { decodeText } from './decode-text.ts';
import { leafBytes } from './leaf-bytes.ts';
import type { MimeLeaf } from './mime-tree.ts';
import { tidyText, wordsIn } from './tidy-text.ts';

/** The words of a mail, and the version of them that is not shown where the two versions differ. */
export interface MailTexts {
  text: string;
  other: { text: string; type: 'text/plain' | 'text/html' } | null;
}

/** A novel has half of it. What is longer is read so far, and hangs on the mail whole. */
const longestText = 1_000_000;

interface Version { plain: string; html: string }

/** Is this part words to be read, rather than something hung on the mail? A multipart without parts is all text. */
export function isTextLeaf(leaf: MimeLeaf): boolean {
  return !leaf.outside && leaf.disposition !== 'attachment' && (leaf.type === 'text/plain' || leaf.type === 'text/html' || leaf.type.startsWith('multipart/'));
}

/** How many bytes of each text part are read: all of them, in any mail that a person wrote. */
export function textShares(leaves: readonly MimeLeaf[]): Map<MimeLeaf, number> {
  const shares = new Map<MimeLeaf, number>();
  let left = longestText;
  for (const leaf of leaves.filter(isTextLeaf)) {
    const share = Math.min(leaf.body.length, left);
    shares.set(leaf, share);
    left -= share;
  }
  return shares;
}

/**
 * Every text part in its order. Of plain and HTML the plain one is shown, unless it is a mere stand-in ("your program cannot show
 * this"); where the other says something else, it is handed over too, so that nothing hides in the version that is not shown.
 */
export function mailTexts(leaves: readonly MimeLeaf[]): MailTexts {
  const versions = versionsOf(textShares(leaves)).map(chosen);
  const others = versions.flatMap(({ other }) => (other === null ? [] : [other]));
  return {
    text: versions.map(({ text }) => text).filter((text) => text !== '').join('\n\n'),
    other: others[0] === undefined ? null : { text: others.map(({ text }) => text).join('\n\n'), type: others[0].type },
  };
}

/** Parts of one multipart/alternative are versions of one text; every other part is a text of its own. */
function versionsOf(shares: ReadonlyMap<MimeLeaf, number>): Version[] {
  const versions: Version[] = [];
  const byAlternative = new Map<number, Version>();
  for (const [leaf, share] of shares) {
    const known = leaf.alternative === null ? undefined : byAlternative.get(leaf.alternative);
    const version = known ?? { plain: '', html: '' };
    if (known === undefined) versions.push(version);
    if (leaf.alternative !== null) byAlternative.set(leaf.alternative, version);
    const text = share === 0 ? '' : textOfLeaf(leaf, share);
    if (leaf.type === 'text/html') version.html += `${text}\n`;
    else version.plain += `${text}\n`;
  }
  return versions;
}

function textOfLeaf(leaf: MimeLeaf, share: number): string {
  const text = decodeText(leafBytes(leaf).subarray(0, share), leaf.charset);
  return leaf.flowed && leaf.type === 'text/plain' ? flowedText(text, leaf.delSp) : text;
}

/** Lines that end in a blank go on in the next (RFC 3676), but for the line above a signature. */
function flowedText(text: string, delSp: boolean): string {
  let whole = '';
  for (const line of text.split(/\r?\n/)) {
    const plain = line.startsWith(' ') ? line.slice(1) : line;
    const goesOn = plain.endsWith(' ') && plain !== '-- ';
    whole += goesOn ? (delSp ? plain.slice(0, -1) : plain) : `${plain}\n`;
  }
  return whole;
}

function chosen({ plain, html }: Version): MailTexts {
  const texts = { plain: tidyText(plain), html: html.trim() === '' ? '' : tidyText(textOfHtml(html)) };
  const shown = texts.plain === '' || (texts.html !== '' && wordsIn(texts.plain) * 4 < wordsIn(texts.html)) ? 'html' : 'plain';
  const hidden = shown === 'plain' ? texts.html : texts.plain;
  return {
    text: texts[shown],
    other: saysMore(hidden, texts[shown]) ? { text: hidden, type: shown === 'plain' ? 'text/html' : 'text/plain' } : null,
  };
}

/** A third of its words, or half a dozen and more than a sixth of all, that the shown text does not have. Addresses of links count for nothing. */
export function saysMore(hidden: string, shown: string): boolean {
  const said = wordSet(shown);
  const words = [...wordSet(hidden)];
  const unsaid = words.filter((word) => !said.has(word)).length;
  return unsaid * 3 > words.length || (unsaid >= 6 && unsaid * 6 > words.length);
}

function wordSet(text: string): Set<string> {
  return new Set(text.toLowerCase().replace(/https?:\S{1,2000}/g, ' ').match(/[\p{L}\p{N}]{2,}/gu) ?? []);
}
