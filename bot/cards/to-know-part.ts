import { requestFirstStep, requestSentence, requestStillShown, signpostFor } from '../../src/concern/rules/request-words.ts';
import { senderWords } from '../../src/concern/rules/screen-words.ts';
import { box, foreignText, ownText, small, type Element } from './elements.ts';
import { cutText } from './fit-card.ts';
import type { Scene } from './scene.ts';

/** What has to be known before anybody acts: a clock that runs, another procedure, a sender in doubt, another language. */
export function toKnowPart({ view }: Scene): Element[] {
  const { concern, words, requestDue } = view;
  const request = requestStillShown(concern, requestDue, view.now);
  const running = request === null ? [] : [box([
    ownText(requestSentence(request.kind, requestDue), { weight: 'Bolder' }), small(requestFirstStep[request.kind]),
  ], { style: 'warning', spacing: 'Medium' })];
  if (concern.status === 'closed') return running;
  const signpost = signpostFor(concern.route);
  const language = words['joined.language'] ?? words['language'];
  const cannotRead = words['joined.cannot-read'] ?? words['cannot-read'];
  return [
    ...running,
    ...(signpost === null ? [] : [small(signpost)]),
    ...(concern.unverified ? [ownText(senderWords.doubtful ?? '', { color: 'warning', spacing: 'Small' })] : []),
    ...(language === undefined ? [] : [foreignText(`In ${cutText(language, 40).text}: needs translating.`, { weight: 'Bolder' })]),
    ...(cannotRead === undefined ? [] : [small(cannotRead)]),
  ];
}
