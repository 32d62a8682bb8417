import { goesToReporter, letterOf, type Letter, type Proposal } from '../../src/concern/rules/concern.ts';
import { letterProblemWords, proposalWords, responseWord, roleWord } from '../../src/concern/rules/screen-words.ts';
import { seesReporter } from '../../src/people/rules/may-know.ts';
import { actionSet, box, fact, foreignText, heading, openUrl, ownText, small, textInput, type Element } from './elements.ts';
import { cutLines, cutText } from './fit-card.ts';
import { buttonFor, field, form, pressButton, quoted, type Scene } from './scene.ts';
import { showResponseButton } from './response-part.ts';

const shown: readonly Proposal['status'][] = ['waiting', 'sent-back', 'approved'];

/** The proposal as it stands: for whoever decides with the whole letter, for everybody else in what state it is. */
export function proposalPart(scene: Scene): Element[] {
  const proposal = scene.view.concern.proposals.filter((each) => shown.includes(each.status) && each.response !== 'acknowledgement').at(-1);
  if (proposal === undefined) return [];
  const letter = proposal.letter === null ? null : letterOf(scene.view.concern, proposal.letter);
  // An approved letter is told of by the letter's own part.
  if (proposal.status === 'approved' && letter !== null) return [];
  return [
    heading(responseWord(proposal.response)), ...stateLines(scene, proposal, letter), ...reasonLines(scene, proposal),
    ...(letter === null ? [] : letterLines(scene, proposal)), ...decisionPart(scene, proposal),
  ];
}

function stateLines({ view }: Scene, proposal: Proposal, letter: Letter | null): Element[] {
  const lines = [fact('Proposed by', view.nameOf(proposal.by))];
  if (letter !== null && letter.problem !== null && ['stopped', 'proposed'].includes(letter.status)) lines.push(ownText(letterProblemWords[letter.problem], { color: 'attention', spacing: 'Small' }));
  if (proposal.status !== 'waiting') lines.push(fact('Now', proposalWords[proposal.status]));
  return lines;
}

function reasonLines({ view, room }: Scene, proposal: Proposal): Element[] {
  const words = (key: string): string => view.words[`proposal.${String(proposal.n)}.${key}`] ?? '';
  const back = words('sent-back');
  return [
    ...(words('reason') === '' ? [] : [fact('Why', cutText(words('reason'), Math.max(room.text, 200)).text)]),
    ...(proposal.status !== 'sent-back' ? [] : [box([
      ownText(`Sent back${proposal.decidedBy === null ? '' : ` by ${view.nameOf(proposal.decidedBy)}`}`, { weight: 'Bolder' }), ...quoted(back, Math.max(room.text, 300)),
    ], { style: 'warning' })]),
  ];
}

/** The letter as it will be sent, as text that wraps on a phone. */
function letterLines(scene: Scene, proposal: Proposal): Element[] {
  const { view, room } = scene;
  const words = (key: string): string => view.words[`proposal.${String(proposal.n)}.letter.${key}`] ?? '';
  if (hidesRecipient(scene, proposal)) return [fact('Goes to', 'the person who told us'), small('Only those who may know who told us can read it here.')];
  const { lines } = cutLines(words('text'), room.letter);
  return [
    ...(words('to') === '' ? [] : [fact('Goes to', `${cutText(words('to'), 120).text}, ${cutText(words('address'), 120).text}`)]),
    ...(words('text') === '' ? [small('The letter can be read in the tab.')] : [box([
      foreignText(cutText(words('subject'), 200).text, { weight: 'Bolder' }), ...lines.map((line, index) => foreignText(line.text, {}, line.after || index === 0 ? 'Medium' : 'None')),
      ...(wholeLetterShown(scene, proposal) ? [] : [ownText('The letter goes on. Read all of it in the tab.', { weight: 'Bolder' })]),
    ], { style: 'emphasis', spacing: 'Medium' })]),
  ];
}

/** A closing note names the person who told us. */
function hidesRecipient({ view }: Scene, proposal: Proposal): boolean {
  return goesToReporter(proposal) && !seesReporter(view.person, view.concern);
}

/** The head of a concern keeps 5,000 characters of a text and marks what was cut. Only what was shown whole may be approved here. */
function wholeLetterShown(scene: Scene, proposal: Proposal): boolean {
  const { view, room } = scene;
  if (proposal.letter === null) return true;
  if (hidesRecipient(scene, proposal)) return false;
  const text = view.words[`proposal.${String(proposal.n)}.letter.text`] ?? '';
  return text !== '' && !text.endsWith(' …') && !cutLines(text, room.letter).cut;
}

function decisionPart(scene: Scene, proposal: Proposal): Element[] {
  const { view, options } = scene;
  const [approve, back, withdraw, carriedOut] = (['approve', 'send-back', 'withdraw', 'carry-out'] as const).map((verb) => buttonFor(scene, verb, proposal.n));
  const reason = field(scene, 'send-back', 'reason');
  const sendBack = !back ? null : form(scene, back, 'What should change?', [textInput(reason.id, 'So that it can be put right', { ...reason.value, isMultiline: true })], 'Send it back');
  const whole = wholeLetterShown(scene, proposal);
  return [
    ...(proposal.status === 'waiting' && !approve ? [ownText(waitsFor(scene, proposal), { weight: 'Bolder', spacing: 'Medium' })] : []),
    ...actionSet([
      ...(approve ? [whole ? pressButton(scene, approve, true) : openUrl('Read it all and decide in the tab', options.deepLink)] : []),
      ...(sendBack === null ? [] : [sendBack.opener]),
      ...(proposal.status !== 'waiting' && proposal.status !== 'sent-back' || buttonFor(scene, 'propose') === null || proposal.by !== view.person.oid || proposal.response === 'acknowledgement' ? []
        : [showResponseButton(scene, proposal.response, 'Change it')]),
      ...(carriedOut ? [pressButton(scene, carriedOut, true)] : []),
      ...(withdraw ? [pressButton(scene, withdraw)] : []),
    ]),
    ...(sendBack === null ? [] : [sendBack.panel]),
  ];
}

function waitsFor({ view }: Scene, proposal: Proposal): string {
  const role = proposal.approver === null ? 'somebody else' : roleWord(proposal.approver, view.titles);
  return `Waits for the decision of: ${role}`;
}
