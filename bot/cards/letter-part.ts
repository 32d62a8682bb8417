import { formatLondon } from '../../src/calendar/rules/london-time.ts';
import { goesToReporter, isThanks, letterOf, type Letter } from '../../src/concern/rules/concern.ts';
import { sendNowSentence } from '../../src/concern/rules/send-now-words.ts';
import { letterProblemWords, letterWords, responseWord } from '../../src/concern/rules/screen-words.ts';
import { seesReporter } from '../../src/people/rules/may-know.ts';
import { actionSet, fact, heading, ownText, small, textInput, type Element } from './elements.ts';
import { cutText } from './fit-card.ts';
import { buttonFor, field, form, pressButton, type Scene } from './scene.ts';

const shown: readonly Letter['status'][] = ['approved', 'leaving', 'drafted', 'sent', 'unknown'];

/** The newest letter that somebody approved: when it goes, with Stop until then; or that it went. */
export function letterPart(scene: Scene): Element[] {
  const { concern } = scene.view;
  const newest = concern.letters.filter((each) => shown.includes(each.status) && !isThanks(concern, each)).at(-1);
  const letter = newest === undefined ? null : letterOf(concern, newest.n);
  if (letter === null) return [];
  const proposal = scene.view.concern.proposals.find((each) => each.n === letter.proposal);
  const named = proposal === undefined || !goesToReporter(proposal) || seesReporter(scene.view.person, scene.view.concern);
  const to = named ? scene.view.words[`proposal.${String(letter.proposal)}.letter.to`] : 'the person who told us';
  return [
    heading(proposal === undefined ? 'Letter' : responseWord(proposal.response)),
    ownText(stateOf(letter), { weight: 'Bolder', spacing: 'Small', ...(letter.status === 'sent' ? { color: 'good' } : {}) }),
    ...(to === undefined ? [] : [fact('To', cutText(to, 120).text)]),
    ...(letter.approvedBy === null ? [] : [fact('Approved by', scene.view.nameOf(letter.approvedBy))]),
    ...stepsOf(scene, letter),
  ];
}

function stateOf(letter: Letter): string {
  if (letter.status === 'approved' && letter.goesAt !== null) return `Goes on ${formatLondon(letter.goesAt)}`;
  return letter.status === 'unknown' ? letterProblemWords['outcome-unknown'] : letterWords[letter.status];
}

function stepsOf(scene: Scene, letter: Letter): Element[] {
  const now = buttonFor(scene, 'send-now', letter.n);
  const reason = field(scene, 'send-now', 'reason');
  const hasten = now === null ? null : form(scene, now, 'Send it now', [small(sendNowSentence(scene.view.concern, letter, scene.view.now)), textInput(reason.id, 'Why it cannot wait', { ...reason.value, isMultiline: true })], 'Send it now');
  const plain = (['stop-letter', 'say-it-went', 'say-it-did-not-go'] as const).flatMap((verb) => buttonFor(scene, verb, letter.n) ?? []);
  return [
    ...actionSet([...plain.map((button) => pressButton(scene, button, button.verb === 'stop-letter')), ...(hasten === null ? [] : [hasten.opener])]),
    ...(hasten === null ? [] : [hasten.panel]),
  ];
}
