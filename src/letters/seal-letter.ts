import type { LetterMade } from '../concern/rules/events.ts';
import type { SealedStore } from '../ports.ts';
import type { LetterModel } from './rules/build-letter.ts';
import type { LetterManifest } from './read-manifest.ts';
import type { LetterFiles } from './render-letter.ts';

/**
 * Seals a letter's files and its manifest under the concern's reference. The manifest says everything that leaves the building (from, reply-to, to,
 * subject, text, attachments by SHA-256; the thank-you has none); its own SHA-256 is the seal that a person approves.
 */
export async function sealLetter(sealed: SealedStore, ref: string, number: number, letter: LetterModel, files: LetterFiles | null): Promise<LetterMade> {
  const [pdf, word] = files === null ? [null, null] : await Promise.all([sealed.seal(ref, files.pdf), sealed.seal(ref, files.word)]);
  const attachments = pdf === null ? [] : [{ name: attachmentName(ref, number), sha256: pdf }];
  const manifest = await sealed.seal(ref, new TextEncoder().encode(manifestText(letter, attachments)));
  return { letter: number, seal: manifest, day: letter.day, pdf, word, manifest };
}

/** One order of keys and no spaces, so that the same letter always has the same seal. */
function manifestText({ from, replyTo, to, subject, text }: LetterModel, attachments: LetterManifest['attachments']): string {
  return JSON.stringify({ from, replyTo, to: { name: to.name, address: to.address }, subject, text, attachments });
}

/** Names stand in mailboxes and on other people's disks: a reference and a number, nobody's name. */
export function attachmentName(ref: string, number: number): string {
  return `${ref}-letter-${String(number)}.pdf`;
}
