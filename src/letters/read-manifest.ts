import { z } from 'zod';
import type { Letter } from '../concern/rules/concern.ts';
import type { School } from '../school.ts';

/** What is approved, to the byte: its SHA-256 is the letter's seal. */
const manifest = z.object({
  from: z.string(),
  replyTo: z.string(),
  to: z.object({ name: z.string(), address: z.string() }),
  subject: z.string(),
  text: z.string(),
  attachments: z.array(z.object({ name: z.string(), sha256: z.string() })),
});
export type LetterManifest = z.infer<typeof manifest>;

/** Opens the sealed manifest; its bytes are checked against the seal. */
export async function readManifest(school: Pick<School, 'stores'>, ref: string, letter: Pick<Letter, 'seal'>): Promise<LetterManifest> {
  return manifest.parse(JSON.parse(new TextDecoder().decode(await school.stores.sealed.open(ref, letter.seal))));
}
