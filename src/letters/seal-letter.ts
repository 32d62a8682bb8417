import type { LetterMade } from '../concern/rules/events.ts';
import type { SealedStore } from '../ports.ts';
import type { LetterModel } from './rules/build-letter.ts';
import type { LetterFiles } from './render-letter.ts';

/**
 * Seals a letter's files and its manifest under the concern's reference. The manifest says everything that leaves the building (from, reply-to, to,
 * subject, text, attachments by SHA-256); its own SHA-256 is the seal that a person approves.
 */
export async function sealLetter(sealed: SealedStore, ref: string, number: number, letter: LetterModel, files: LetterFiles): Promise<LetterMade> {
  const [pdf, word] = await Promise.all([sealed.seal(ref, files.pdf), sealed.seal(ref, files.word)]);
  const manifest = await sealed.seal(ref, new TextEncoder().encode(manifestText(letter, attachmentName(ref, number), pdf)));
  return { letter: number, seal: manifest, day: letter.day, pdf, word, manifest };
}

/** One order of keys and no spaces, so that the same letter always has the same seal. */
function manifestText({ from, replyTo, to, subject, text }: LetterModel, name: string, sha256: string): string {
  return JSON.stringify({ from, replyTo, to: { name: to.name, address: to.address }, subject, text, attachments: [{ name, sha256 }] });
}

/** Names stand in mailboxes and on other people's disks: a reference and a number, nobody's name. */
export function attachmentName(ref: string, number: number): string {
  return `${ref}-letter-${String(number)}.pdf`;
}
