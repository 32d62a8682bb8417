import { handleCommand } from '../concern/handle-command.ts';
import type { Loaded } from '../concern/load-concern.ts';
import { letterOf, type Letter } from '../concern/rules/concern.ts';
import type { School } from '../school.ts';
import { readManifest, type LetterManifest } from './read-manifest.ts';

/**
 * Names the letter in the sending mailbox, so that a draft whose id was never stored is found again. Its hour is part of it: a letter held back
 * and approved once more is a draft of its own, and the one that somebody touched is never taken for it.
 */
export function markOf(ref: string, letter: Pick<Letter, 'n' | 'seal' | 'goesAt'>): string {
  return `${ref}/${String(letter.n)}/${letter.seal}/${String(letter.goesAt)}`;
}

/** Makes the draft only now: none lies in a mailbox overnight, where others can read and change it. Its id is kept by a second commit. */
export async function draftLetter(school: School, loaded: Loaded, n: number, look: boolean): Promise<void> {
  const letter = letterOf(loaded.concern, n);
  if (letter?.status !== 'leaving') return;
  const mailbox = school.settings.mail.sendingMailbox;
  const mark = markOf(loaded.ref, letter);
  const found = look ? await school.mailbox.findByMark(mailbox, mark) : null;
  const draft = found?.id ?? await school.mailbox.createDraft(mailbox, await draftOrder(school, loaded.ref, letter, mark));
  await handleCommand(school.engine, loaded.ref, {
    id: `${mark}:keep-draft:${draft}`, by: 'service', seen: null, ask: { verb: 'keep-draft', letter: n, draft },
  }, { lease: false });
}

async function draftOrder(school: School, ref: string, letter: Letter, mark: string): Promise<Parameters<School['mailbox']['createDraft']>[1]> {
  const manifest = await readManifest(school, ref, letter);
  return { from: manifest.from, replyTo: manifest.replyTo, to: manifest.to, subject: manifest.subject, text: manifest.text, mark, attachments: await attachmentsOf(school, ref, manifest) };
}

async function attachmentsOf(school: School, ref: string, manifest: LetterManifest): Promise<{ name: string; media: string; bytes: Uint8Array }[]> {
  return Promise.all(manifest.attachments.map(async (each) => ({
    name: each.name, media: 'application/pdf', bytes: await school.stores.sealed.open(ref, each.sha256),
  })));
}
