import type { Locator, Page } from 'playwright-core';
import { goTo } from './go-to.ts';
import { read } from './read.ts';
import { fillInAndPress, type Filled } from './fill-in.ts';

export interface WarningLetter { to: string; address: string; when: string; group: string; summary: string; why: string }

/** Their chat with Concern Desk, and what they do on its cards. */
export interface TheirTeams {
  open(): Promise<void>;
  /** Everything in the chat, as they read it. */
  whole(): Promise<string>;
  say(words: string): Promise<void>;
  /** Waits until the app has answered this. */
  answer(words: string | RegExp): Promise<void>;
  /** The newest card that says this, brought into sight. */
  card(says: string | RegExp): Promise<Locator>;
  /** The reference on the newest card that says this. */
  referenceOn(says: string | RegExp): Promise<string>;
  /** "I have this", on an alert. */
  haveThis(ref: string): Promise<void>;
  takeTheFirstLook(ref: string): Promise<void>;
  addNote(ref: string, note: string): Promise<void>;
  proposeNothingMore(ref: string, why: string): Promise<void>;
  proposeWarningLetter(ref: string, letter: WarningLetter): Promise<void>;
  changeWarningLetter(ref: string, change: Partial<WarningLetter>): Promise<void>;
  sendBack(ref: string, reason: string): Promise<void>;
  approve(ref: string): Promise<void>;
  stopTheLetter(ref: string): Promise<void>;
  close(ref: string, outcome: string, reason: string): Promise<void>;
  writeClosingNote(ref: string, why: string): Promise<void>;
}

export function inTheirTeams(page: Page): TheirTeams {
  const open = async (): Promise<void> => { await goTo(page, 'Teams'); await page.getByRole('heading', { name: 'Chat', exact: true }).waitFor(); };
  const card = async (says: string | RegExp): Promise<Locator> => {
    await open();
    const found = page.getByRole('article').filter({ hasText: says }).last();
    await found.waitFor();
    await found.scrollIntoViewIfNeeded();
    return found;
  };
  /** Their own view of a concern, when it offers a button. */
  const offering = async (ref: string, button: string): Promise<Locator> => {
    await open();
    // Teams fetches a person's own view of a card when it comes into sight.
    await page.getByRole('article').filter({ hasText: ref }).last().scrollIntoViewIfNeeded();
    const found = page.getByRole('article').filter({ hasText: ref }).filter({ has: page.getByRole('button', { name: button, exact: true }) }).last();
    await found.waitFor();
    return found;
  };
  const press = async (ref: string, button: string, then: string | RegExp): Promise<void> => {
    await (await offering(ref, button)).getByRole('button', { name: button, exact: true }).click();
    await page.getByRole('article').filter({ hasText: ref }).getByText(then).last().waitFor();
  };
  const fill = async (ref: string, opener: string, fields: Filled, send: string, then: string | RegExp): Promise<void> => {
    const at = await offering(ref, opener);
    await fillInAndPress(at, { opener, fields, send });
    await page.getByRole('article').filter({ hasText: ref }).getByText(then).last().waitFor();
  };
  const lookAtResponse = async (ref: string, response: string): Promise<void> => {
    const at = await offering(ref, 'Look at it');
    await fillInAndPress(at, { opener: null, fields: { Response: { choose: response } }, send: 'Look at it' });
  };
  return {
    open, card,
    whole: async () => { await open(); return read(page.getByRole('log', { name: 'Messages' })); },
    say: async (words) => { await open(); await page.getByRole('textbox', { name: 'Type a message' }).fill(words); await page.keyboard.press('Enter'); },
    answer: (words) => page.getByRole('log', { name: 'Messages' }).getByText(words).last().waitFor(),
    referenceOn: async (says) => /GRV-\d\d-\d{4,}/.exec(await read(await card(says)))?.[0] ?? '',
    haveThis: (ref) => press(ref, 'I have this', /has this since/),
    takeTheFirstLook: (ref) => press(ref, 'Take the first look', 'Choose a response'),
    addNote: (ref, note) => fill(ref, 'Add a note', { Note: note }, 'Keep the note', note),
    proposeNothingMore: async (ref, why) => {
      await lookAtResponse(ref, 'No further action');
      await fill(ref, 'Decide this', { 'Why this is right': why }, 'Decide this', /To do|Choose a response/);
    },
    proposeWarningLetter: async (ref, letter) => {
      await lookAtResponse(ref, 'Warning letter');
      await fill(ref, 'Propose this', letterFields(letter), 'Propose this', /Waits for the decision of/);
    },
    changeWarningLetter: async (ref, change) => {
      const at = await offering(ref, 'Change it');
      await at.getByRole('button', { name: 'Change it' }).click();
      await fill(ref, 'Propose this', letterFields(change), 'Propose this', /Waits for the decision of/);
    },
    sendBack: (ref, reason) => fill(ref, 'Send back', { 'So that it can be put right': reason }, 'Send it back', /Sent back by/),
    approve: (ref) => press(ref, 'Approve', /Goes on /),
    stopTheLetter: (ref) => press(ref, 'Stop', 'It was stopped before it left.'),
    close: (ref, outcome, reason) => fill(ref, 'Close', { 'How it ended': { choose: outcome }, 'In a sentence': reason }, 'Close it', 'How it ended'),
    writeClosingNote: async (ref, why) => {
      const at = await offering(ref, 'Write the closing note');
      await at.getByRole('button', { name: 'Write the closing note' }).click();
      await fill(ref, 'Propose this', { 'Why this is right': why }, 'Propose this', /Waits for the decision of/);
    },
  };
}

function letterFields({ to, address, when, group, summary, why }: Partial<WarningLetter>): Filled {
  const fields: Record<string, string | undefined> = {
    'The parent\'s full name': to, 'The parent\'s email address': address, 'The day or days it happened': when, 'What kind of group it was': group,
    'What happened, in neutral words': summary, 'Why this is right': why,
  };
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
