import type { SealedExhibit } from '../concern/rules/commands.ts';
import type { School } from '../school.ts';
import type { MailExhibit } from './rules/mail.ts';

/** Each attachment is sealed under the concern's reference before any event names it. */
export async function sealExhibits(school: School, ref: string, mail: string, exhibits: readonly MailExhibit[]): Promise<SealedExhibit[]> {
  const sealed: SealedExhibit[] = [];
  for (const each of exhibits) {
    sealed.push({
      mail, sha256: await school.stores.sealed.seal(ref, each.bytes), bytes: each.bytes.length, media: each.type.slice(0, 200), inline: each.inline,
      name: each.name.slice(0, 300),
    });
  }
  return sealed;
}
