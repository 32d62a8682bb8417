import { requestFirstStep, requestSentence, signpostFor } from '../../src/concern/rules/request-words.ts';
import { senderWords } from '../../src/concern/rules/screen-words.ts';
import { box, foreignText, ownText, small, type Element } from './elements.ts';
import { cutText } from './fit-card.ts';
import type { Scene } from './scene.ts';

/** What has to be known before anybody acts: a clock that runs, another procedure, a sender in doubt, another language. */
export function toKnowPart({ view }: Scene): Element[] {
  const { concern, words, requestDue } = view;
  if (concern.status === 'closed') return [];
  const signpost = signpostFor(concern.route);
  const language = words['joined.language'] ?? words['language'];
  const cannotRead = words['joined.cannot-read'] ?? words['cannot-read'];
  return [
    ...(concern.request === null ? [] : [box([
      ownText(requestSentence(concern.request.kind, requestDue), { weight: 'Bolder' }), small(requestFirstStep[concern.request.kind]),
    ], { style: 'warning', spacing: 'Medium' })]),
    ...(signpost === null ? [] : [small(signpost)]),
    ...(concern.unverified ? [ownText(senderWords.doubtful ?? '', { color: 'warning', spacing: 'Small' })] : []),
    ...(language === undefined ? [] : [foreignText(`In ${cutText(language, 40).text}: needs translating.`, { weight: 'Bolder' })]),
    ...(cannotRead === undefined ? [] : [small(cannotRead)]),
  ];
}
