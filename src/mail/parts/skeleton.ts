import type { MimeLeaf } from './mime-tree.ts';

/** Up to here the parser reads the mail whole. */
const small = 400_000;

/**
 * A mail with the bodies of its parts left out, for the parser: it keeps an object for every line, and a mail of 25 MB with short lines
 * takes all the memory there is. The bodies are read from the tree. A multipart whose parts were not read is left out as well.
 */
export function skeletonOf(source: Uint8Array, leaves: readonly MimeLeaf[]): Uint8Array {
  const leftOut = leaves.filter((leaf) => !leaf.outside && (source.length > small || leaf.type.startsWith('multipart/')));
  const kept: Uint8Array[] = [];
  let at = 0;
  for (const { body } of leftOut) {
    const start = body.byteOffset - source.byteOffset;
    kept.push(source.subarray(at, start));
    at = start + body.length;
  }
  return Buffer.concat([...kept, source.subarray(at)]);
}
