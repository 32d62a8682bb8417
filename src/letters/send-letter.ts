import { handleCommand } from '../concern/handle-command.ts';
import type { Loaded } from '../concern/load-concern.ts';
import { letterOf, type Letter } from '../concern/rules/concern.ts';
import { Fault, type DraftFound } from '../ports.ts';
import { pause } from '../clock.ts';
import type { School } from '../school.ts';
import { markOf } from './draft-letter.ts';
import { readManifest, type LetterManifest } from './read-manifest.ts';

/** Exchange answers a sending before it moves the mail, so one look may be too early. */
const looks = 6;
const betweenLooksMs = 2_000;

/**
 * Sends the draft, and believes it only when it lies in Sent Items. A draft that differs from what was approved is not sent. When neither the
 * draft nor the sent letter is to be found, nobody knows whether it went: a person is asked, and it is never sent again by itself.
 * `again`: an earlier attempt's outcome is unknown, so the draft is watched for a while before it is sent again.
 */
export async function sendLetter(school: School, loaded: Loaded, n: number, again: boolean): Promise<void> {
  const letter = letterOf(loaded.concern, n);
  if (letter?.status !== 'drafted' || letter.draft === null) return;
  const mailbox = school.settings.mail.sendingMailbox;
  const look = async (): Promise<DraftFound | null> => await school.mailbox.get(mailbox, letter.draft ?? '') ?? school.mailbox.findByMark(mailbox, markOf(loaded.ref, letter));
  const found = again ? await lookUntilSent(school, look) : await look();
  if (found === null) { await holdBack(school, loaded, letter, 'outcome-unknown'); return; }
  if (!found.sent) {
    if (!sameAs(found, await readManifest(school, loaded.ref, letter))) { await holdBack(school, loaded, letter, 'draft-touched'); return; }
    await school.mailbox.send(mailbox, found.id);
    if ((await lookUntilSent(school, look))?.sent !== true) throw new Fault('The letter was handed over and is not in Sent Items yet.', 'look-first');
  }
  await handleCommand(school.engine, loaded.ref, {
    id: `${markOf(loaded.ref, letter)}:confirm-sent:${letter.draft}`, by: 'service', seen: null, ask: { verb: 'confirm-sent', letter: n, draft: found.id },
  }, { lease: false });
}

/** The last look's answer: sent, still a draft, or (while Exchange moves it, or because it is gone) nothing. */
async function lookUntilSent(school: School, look: () => Promise<DraftFound | null>): Promise<DraftFound | null> {
  let found = await look();
  for (let n = 1; n < looks && found?.sent !== true; n++) {
    await pause(school.clock, betweenLooksMs);
    found = await look();
  }
  return found;
}

async function holdBack(school: School, loaded: Loaded, letter: Letter, problem: 'outcome-unknown' | 'draft-touched'): Promise<void> {
  await handleCommand(school.engine, loaded.ref, {
    id: `${markOf(loaded.ref, letter)}:${problem}:${letter.draft ?? ''}`, by: 'service', seen: null, ask: { verb: 'hold-back-letter', letter: letter.n, problem },
  }, { lease: false });
}

/** Recipients, subject, words and attachments as approved. The mailbox may fold line ends and spaces of the text; nothing else. */
function sameAs(found: DraftFound, manifest: LetterManifest): boolean {
  const lower = (each: string): string => each.toLowerCase();
  const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return found.cc.length === 0
    && found.to.map(lower).join() === lower(manifest.to.address)
    && found.subject === manifest.subject
    && folded(found.text) === folded(manifest.text)
    && found.attachments.map((each) => each.sha256).sort().join() === manifest.attachments.map((each) => each.sha256).sort().join();
}
