import type { Loaded } from '../concern/load-concern.ts';
import { fromRow } from '../concern/record.ts';
import { goesToReporter, proposalOf } from '../concern/rules/concern.ts';
import type { Views } from '../concern/rules/done.ts';
import type { LetterMade } from '../concern/rules/events.ts';
import { renderReadingCopy } from '../evidence/render-reading-copy.ts';
import type { MailPerson } from '../mail/rules/mail.ts';
import { candidatesIn } from '../people/rules/reporter-words.ts';
import { isOpen } from '../people/rules/audience.ts';
import type { School } from '../school.ts';

type Rows = ReturnType<typeof fromRow>[];

/**
 * The concern's folder: a reading copy without the person who told us, and each letter that somebody approved (the Word file to work from,
 * the PDF as it leaves). Files are named by reference and number. Only ordinary conduct has a folder.
 */
export async function bringFolder(school: School, loaded: Loaded): Promise<Views> {
  const { concern, ref } = loaded;
  const had = loaded.done.views.folder?.files ?? {};
  if (!isOpen(concern.audience)) {
    // A marked attempt may have written files before it failed.
    if (loaded.done.views.folder !== undefined || (loaded.done.tried['folder'] ?? 0) > 1) await school.library.remove(ref);
    return { folder: { shows: concern.shown, files: {} } };
  }
  const rows = (await school.stores.log.events(ref)).map(fromRow);
  const files: Record<string, string> = { ...had };
  const put = async (name: string, content: string, bytes: () => Promise<Uint8Array>): Promise<void> => {
    if (files[name] === content) return;
    await school.library.put(ref, name, await bytes());
    files[name] = content;
  };
  await put(`${ref} reading copy.pdf`, `mails-${String(concern.mails)}-evidence-${String(concern.exhibits)}${withoutWords(rows)}${named(rows)}`, () => renderReadingCopy(readingCopy(ref, rows)));
  for (const made of approvedLetters(loaded, rows)) {
    const name = `${ref} letter ${String(made.letter)}`;
    const { word, pdf } = made;
    if (word !== null) await put(`${name}.docx`, word, () => school.stores.sealed.open(ref, word));
    if (pdf !== null) await put(`${name}.pdf`, pdf, () => school.stores.sealed.open(ref, pdf));
  }
  return { folder: { shows: concern.shown, files } };
}

/** Where words were removed since, the copy is made again without them. */
function withoutWords(rows: Rows): string {
  const gone = rows.filter(({ item, words }) => item !== null && words === null).length;
  return gone === 0 ? '' : `-without-${String(gone)}`;
}

/** Where a person said later who wrote, the copy is made again without that name. */
function named(rows: Rows): string {
  const said = rows.filter(({ event: { data } }) => data.type === 'author-said').length;
  return said === 0 ? '' : `-named-${String(said)}`;
}

/** What goes to the person who told us names them, and this folder is read by others. */
function approvedLetters({ concern }: Loaded, rows: Rows): LetterMade[] {
  return rows.flatMap(({ event: { data } }) => {
    const made = data.type === 'response-proposed' || data.type === 'letter-remade' ? data.letter : null;
    const letter = concern.letters.find((each) => each.n === made?.letter && each.seal === made.seal);
    const proposal = letter === undefined ? null : proposalOf(concern, letter.proposal);
    if (proposal !== null && goesToReporter(proposal)) return [];
    return made !== null && letter !== undefined && ['approved', 'leaving', 'drafted', 'sent', 'unknown'].includes(letter.status) ? [made] : [];
  });
}

function readingCopy(ref: string, rows: Rows): Parameters<typeof renderReadingCopy>[0] {
  const mails = rows.filter(({ event: { data } }) => data.type === 'concern-raised' || data.type === 'mail-joined');
  return {
    ref,
    mails: mails.map(({ event, words }) => ({ at: event.at, subject: words?.['subject'] ?? '', text: words?.['text'] ?? '' })),
    exhibits: rows.flatMap(({ event: { data } }) => (data.type === 'exhibit-added' ? [{ n: data.exhibit, media: data.media, bytes: data.bytes }] : [])),
    reporters: [...rows.flatMap(({ event: { data }, words }) => ('people' in data ? Object.keys(data.people) : []).map((key): MailPerson => ({
      name: words?.[`${key}.name`] ?? '', email: words?.[`${key}.address`] || null,
    }))), ...mayHaveWritten(rows)],
  };
}

/** While nobody has said who wrote an email, none of those who may have is named. */
function mayHaveWritten(rows: Rows): MailPerson[] {
  const said = new Set(rows.flatMap(({ event: { data } }) => (data.type === 'author-said' ? [data.mail] : [])));
  return rows.flatMap(({ event: { data }, words }) => ('sender' in data && !said.has(data.mail ?? '') ? candidatesIn(words ?? {}) : []));
}
