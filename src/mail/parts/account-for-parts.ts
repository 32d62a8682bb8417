import type { MailExhibit, MailParts } from '../rules/mail.ts';
import { exhibitOfLeaf, withItsBytes } from './exhibit-of.ts';
import { isTextLeaf, textShares } from './mail-texts.ts';
import type { MimeLeaf } from './mime-tree.ts';

export interface Accounted { exhibits: MailExhibit[]; parts: MailParts }

/**
 * Holds the parts of the tree against what the parser read: each is in the text or hangs on the mail. Where the two agree, the parser's
 * names stand; where they do not, every part that is no text hangs on the mail as the tree has it, so that none is lost.
 */
export function accountForParts(leaves: readonly MimeLeaf[], read: readonly MailExhibit[]): Accounted {
  const hung = leaves.filter((leaf) => !isTextLeaf(leaf) && !leaf.outside);
  const shares = textShares(leaves);
  const isCut = (leaf: MimeLeaf): boolean => (shares.get(leaf) ?? Infinity) < leaf.body.length;
  const besides = leaves.filter((leaf) => leaf.outside || isCut(leaf));
  const agree = hung.length === read.length && hung.every((leaf, index) => leaf.type === read[index]?.type);
  const exhibits = hung.map((leaf, index) => {
    const known = agree ? read[index] : undefined;
    return known === undefined ? exhibitOfLeaf(leaf, index) : withItsBytes(known, leaf);
  });
  return {
    exhibits: [...exhibits, ...besides.map((leaf, index) => exhibitOfLeaf(leaf, hung.length + index))],
    parts: {
      inAll: leaves.length, asText: leaves.length - hung.length - besides.length, asExhibits: hung.length + besides.length,
      passedOver: besides.length + Math.max(0, hung.length - read.length),
    },
  };
}
