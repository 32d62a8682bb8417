import { useCallback, useRef, useState } from 'react';
import type { Button } from '../../../../src/concern/rules/allowed.ts';
import { newsSentence } from '../../../../src/concern/rules/screen-words.ts';
import type { Press } from '../../../../src/concern/rules/press.ts';
import { sentenceOf } from '../../../api/api-problem.ts';
import type { Api } from '../../../api/api.ts';
import type { Page, Pressed } from '../../../api/shapes.ts';
import { doneSentence } from './done-words.ts';
import { pressOf } from './press-of.ts';

/** What is said above the page. A new number is a new notice, even with the same words. */
export interface Notice { n: number; intent: 'success' | 'warning' | 'error'; sentence: string }

/** What a form does next: `kept` with a sentence beside its button, or without one when the notice above says it. */
export type After = { kept: false } | { kept: true; sentence: string | null };

export interface Pressing { notice: Notice | null; press: (button: Button, nonce: string, fields: Press['fields']) => Promise<After> }

/**
 * Sends presses and brings the page up to each answer. The page that was shown is the one that counts as seen; so it changes only with
 * an answer or when somebody asks for it, never by itself under their hands.
 */
export function usePressing(api: Api, page: Page, show: (page: Page) => void, lost: () => void): Pressing {
  const [notice, setNotice] = useState<Notice | null>(null);
  const shown = useRef(page);
  shown.current = page;
  const press = useCallback(async (button: Button, nonce: string, fields: Press['fields']): Promise<After> => {
    const sent = pressOf(shown.current, button, nonce, fields);
    const answered = await api.press(sent).catch((error: unknown) => sentenceOf(error));
    if (typeof answered === 'string') return { kept: true, sentence: answered };
    if (answered.page === null) lost(); else show(answered.page);
    const { next, said } = readAnswer(sent, answered, button);
    if (said !== null) setNotice((before) => ({ n: (before?.n ?? 0) + 1, ...said }));
    return next;
  }, [api, show, lost]);
  return { notice, press };
}

type Read = { next: After; said: Omit<Notice, 'n'> | null };

function readAnswer(sent: Press, { answer, page }: Pressed, button: Button): Read {
  const { outcome, news } = answer;
  if (outcome === 'done') return { next: { kept: false }, said: { intent: 'success', sentence: doneSentence(sent, page) } };
  if (outcome === 'already') return { next: { kept: false }, said: { intent: 'success', sentence: answer.sentence ?? 'This was done already. Here is the latest.' } };
  const sentence = answer.sentence ?? newsSentence(news) ?? 'This has moved on. Here is the latest.';
  if (outcome === 'look-first') return { next: { kept: true, sentence: null }, said: { intent: 'warning', sentence: cameIn(news.length, sentence) } };
  const stillThere = page?.buttons.some((each) => each.verb === button.verb && each.n === button.n) ?? false;
  return stillThere ? { next: { kept: true, sentence }, said: null } : { next: { kept: false }, said: { intent: 'error', sentence } };
}

const counts = ['', '', 'Two things came in since. ', 'Three things came in since. '];

function cameIn(news: number, sentence: string): string {
  return `${counts[news] ?? ''}${sentence}`;
}
