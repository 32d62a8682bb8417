import { letterOf, type Proposal } from '../../src/concern/rules/concern.ts';
import type { Button } from '../../src/concern/rules/allowed.ts';
import type { PersonVerb } from '../../src/concern/rules/transitions.ts';
import type { Choosable } from '../../src/concern/rules/words-of-the-school.ts';
import type { ConcernView } from '../door.ts';
import { inputId, type PressData } from './card-press.ts';
import { box, execute, foreignText, ownText, toggle, type Action, type Element } from './elements.ts';
import { cutLines, type Room } from './fit-card.ts';

export interface ConcernCardOptions {
  /** New for every card that is built, so that one press sent twice is one. */
  nonce: string;
  /** Opens this concern in the tab. */
  deepLink: string;
  /** A refusal, or what came in since the last card. */
  notice?: string;
  /** `29:` ids of those for whom Teams fetches their own view. */
  userIds?: readonly string[];
  /** The response whose guide and form are shown instead of the list of steps. */
  response?: Choosable;
  /** A form that was refused stays open, with what was typed (by input id). */
  open?: PersonVerb;
  typed?: Record<string, string>;
}

/** What every part of one concern's card needs. */
export interface Scene { view: ConcernView; options: ConcernCardOptions; buttons: readonly Button[]; room: Room }

export function buttonFor(scene: Scene, verb: PersonVerb, n: number | null = null): Button | null {
  return scene.buttons.find((each) => each.verb === verb && (n === null || each.n === n)) ?? null;
}

/** The thing, the version and the seal that this card shows. */
export function pressData(scene: Scene, button: Button): PressData {
  const { concern, version } = scene.view;
  const proposal = button.thing === 'proposal' ? concern.proposals.find((each) => each.n === button.n) ?? null : null;
  const letter = button.thing === 'letter' ? letterOf(concern, button.n ?? 0) : letterFor(scene, proposal);
  return { ref: concern.ref, verb: button.verb, n: button.n, seen: version, seal: letter?.seal ?? null, nonce: scene.options.nonce };
}

function letterFor(scene: Scene, proposal: Proposal | null): { seal: string } | null {
  return proposal?.letter === null || proposal === null ? null : letterOf(scene.view.concern, proposal.letter);
}

/** A button that sends nothing but itself. */
export function pressButton(scene: Scene, button: Button, primary = false): Action {
  return execute(button.label, pressData(scene, button), { primary });
}

/** A form under a button: closed until it is asked for, open when it was refused. `along` goes with what is typed. */
export function form(scene: Scene, button: Button, title: string, inputs: Element[], send: string, along: Record<string, string> = {}): { opener: Action; panel: Element } {
  const id = `form-${button.verb}`;
  const panel = box([
    ownText(title, { weight: 'Bolder' }), ...inputs,
    { type: 'ActionSet', actions: [execute(send, { ...pressData(scene, button), ...along }, { primary: true, inputs: true })] },
  ], { id, style: 'emphasis', isVisible: scene.options.open === button.verb, spacing: 'Medium' });
  return { opener: toggle(button.label, id), panel };
}

/** The input's id, and what was typed into it before if the press was refused. */
export function field(scene: Scene, verb: string, name: string, start = ''): { id: string; value: Element } {
  const id = inputId(verb, name);
  const value = scene.options.typed?.[id] ?? start;
  return { id, value: value === '' ? {} : { value } };
}

/** What somebody wrote, in as many lines as there is room; says so where it goes on. */
export function quoted(text: string, room: number, deepLinkHint = 'There is more of it in the tab.'): Element[] {
  const { lines, cut } = cutLines(text, room);
  return [...lines.map((line, index) => foreignText(line.text, {}, line.after ? 'Medium' : index === 0 ? 'Small' : 'None')), ...(cut ? [ownText(deepLinkHint, { size: 'Small', isSubtle: true, spacing: 'Small' })] : [])];
}
