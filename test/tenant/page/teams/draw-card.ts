import { AdaptiveCard, ChoiceSetInput, DateInput, ExecuteAction, OpenUrlAction, SubmitAction, TextInput, TimeInput, Version, type Action } from 'adaptivecards';
import type { CardJson, CardPress } from '../../page-api/shapes.ts';
import { cardHostConfig } from './card-host-config.ts';
import { htmlOfMarkdown } from './card-markdown.ts';

/** What a button asks of the page; showing and hiding parts of the card is the renderer's own work. */
export interface CardHands { press(press: Omit<CardPress, 'activity'>): void; openUrl(url: string): void }
export interface DrawnCard { element: HTMLElement; card: AdaptiveCard; typed: Map<string, string> }

AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = htmlOfMarkdown(text); result.didProcess = true; };

/** The highest schema version that Teams shows of a bot's card. */
const teamsVersion = new Version(1, 5);

/** Microsoft's own renderer; null where it can make nothing of the card. What was typed into `before` is kept: a card may be refreshed while somebody writes. */
export function drawCard(json: CardJson, hands: CardHands, before: DrawnCard | null): DrawnCard | null {
  const card = new AdaptiveCard();
  card.hostConfig = cardHostConfig;
  card.version = teamsVersion;
  card.onExecuteAction = (action) => { handle(action, hands); };
  card.onAnchorClicked = (_element, anchor) => { hands.openUrl(anchor.href); return true; };
  card.parse(json);
  const typed = before === null ? new Map<string, string>() : typedIn(before);
  putBack(card, typed);
  const element = card.render();
  return element === undefined ? null : { element, card, typed };
}

function handle(action: Action, hands: CardHands): void {
  if (action instanceof OpenUrlAction) { if (action.url !== undefined) hands.openUrl(action.url); return; }
  if (action instanceof ExecuteAction) { hands.press({ action: 'execute', verb: action.verb, id: action.id ?? '', data: dataOf(action) }); return; }
  if (action instanceof SubmitAction) hands.press({ action: 'submit', verb: '', id: action.id ?? '', data: dataOf(action) });
}

/** The action's data with the inputs merged in, as the renderer has prepared them. */
function dataOf(action: SubmitAction | ExecuteAction): Record<string, unknown> {
  return typeof action.data === 'object' ? { ...action.data } : {};
}

/** What somebody has typed into a card so far, by the input's id. */
function typedIn({ card, typed }: DrawnCard): Map<string, string> {
  const now = new Map(typed);
  for (const input of card.getAllInputs()) if (input.id !== undefined && input.isDirty() && typeof input.value === 'string') now.set(input.id, input.value);
  return now;
}

/** Puts typed words into the inputs of the same id, before they are drawn. */
function putBack(card: AdaptiveCard, typed: Map<string, string>): void {
  for (const input of card.getAllInputs()) {
    const value = typed.get(input.id ?? '');
    if (value !== undefined && (input instanceof TextInput || input instanceof ChoiceSetInput || input instanceof DateInput || input instanceof TimeInput)) input.defaultValue = value;
  }
}
