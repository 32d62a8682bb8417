import type { AdaptiveCard } from '../../src/ports.ts';

/** Elements of Adaptive Cards 1.5, as far as our cards use them. */
export type Element = Record<string, unknown>;
export type Action = Record<string, unknown>;
export interface Choice { title: string; value: string }
export type Tone = 'default' | 'accent' | 'good' | 'warning' | 'attention';

/** Words of ours. Never for what somebody wrote: a TextBlock reads Markdown, so a mail could put a link of its own on the card. */
export function ownText(text: string, look: Element = {}): Element {
  return { type: 'TextBlock', text, wrap: true, ...look };
}

export function heading(text: string): Element {
  return ownText(text, { weight: 'Bolder', size: 'Medium', spacing: 'Medium', style: 'heading' });
}

export function small(text: string, look: Element = {}): Element {
  return ownText(text, { size: 'Small', isSubtle: true, spacing: 'Small', ...look });
}

/** What somebody wrote, word for word: text runs know no Markdown. */
export function foreignText(text: string, look: Element = {}, spacing = 'Small'): Element {
  return { type: 'RichTextBlock', spacing, inlines: [{ type: 'TextRun', text, ...look }] };
}

/** "Who told us: Amara Nwosu" on one line that wraps on a phone. */
export function fact(label: string, value: string): Element {
  return { type: 'RichTextBlock', spacing: 'Small', inlines: [{ type: 'TextRun', text: `${label}: `, isSubtle: true }, { type: 'TextRun', text: value }] };
}

export function list(title: string, lines: readonly string[]): Element[] {
  if (lines.length === 0) return [];
  return [ownText(title, { weight: 'Bolder', spacing: 'Medium' }), ...lines.map((line) => foreignText(`• ${line}`))];
}

export function box(items: Element[], look: Element = {}): Element {
  return { type: 'Container', items, ...look };
}

export function textInput(id: string, label: string, more: Element = {}): Element {
  return { type: 'Input.Text', id, label, maxLength: 4000, ...more };
}

export function dateInput(id: string, label: string, more: Element = {}): Element {
  return { type: 'Input.Date', id, label, ...more };
}

export function choiceInput(id: string, label: string, choices: readonly Choice[], value: string, more: Element = {}): Element {
  return { type: 'Input.ChoiceSet', id, label, style: 'compact', wrap: true, value, choices, ...more };
}

/** A press. Old clients know no Action.Execute: there the same data comes back as a message. */
export function execute(title: string, data: Record<string, unknown> & { verb: string }, more: { primary?: boolean; inputs?: boolean } = {}): Action {
  const look = { title, ...(more.primary === true ? { style: 'positive' } : {}), ...(more.inputs === true ? {} : { associatedInputs: 'none' }) };
  return { type: 'Action.Execute', verb: data.verb, data, ...look, fallback: { type: 'Action.Submit', data, ...look } };
}

/** The same elements with no button that stands out. */
export function secondary(elements: readonly Element[]): Element[] {
  return elements.map((element) => {
    const actions = element['actions'] as Action[] | undefined;
    const items = element['items'] as Element[] | undefined;
    return {
      ...element, ...(actions === undefined ? {} : { actions: actions.map((action) => unmarked(action)) }), ...(items === undefined ? {} : { items: secondary(items) }),
    };
  });
}

function unmarked(action: Action): Action {
  const { style: _, ...rest } = action;
  return rest['fallback'] === undefined ? rest : { ...rest, fallback: unmarked(rest['fallback'] as Action) };
}

export function openUrl(title: string, url: string): Action {
  return { type: 'Action.OpenUrl', title, url };
}

export function toggle(title: string, target: string): Action {
  return { type: 'Action.ToggleVisibility', title, targetElements: [target] };
}

/** About what fits beside each other on a phone: Teams does not wrap a row of buttons, it cuts it off. */
const rowRoom = 44;

/** Buttons in as many rows as a phone needs; nothing when there is nothing to press. */
export function actionSet(actions: Action[], look: Element = {}): Element[] {
  const rows: Action[][] = [];
  let used = 0;
  for (const action of actions) {
    const wide = String(action['title']).length + 5;
    const row = rows.at(-1);
    if (row !== undefined && used + wide <= rowRoom) { row.push(action); used += wide; } else { rows.push([action]); used = wide; }
  }
  return rows.map((row, index) => ({ type: 'ActionSet', actions: row, ...(index === 0 ? { spacing: 'Medium', ...look } : { spacing: 'Small' }) }));
}

/** `refreshData` makes Teams ask for the person's own view; without `userIds` it asks for everybody in the chat, who in a person's own chat is that person. */
export function buildCard(body: Element[], refreshData: (Record<string, unknown> & { verb: string }) | null, userIds: readonly string[] = []): AdaptiveCard {
  const refresh = refreshData === null ? {} : {
    refresh: { action: { type: 'Action.Execute', title: 'Refresh', verb: refreshData.verb, data: refreshData }, ...(userIds.length > 0 ? { userIds: userIds.slice(0, 60) } : {}) },
  };
  return {
    type: 'AdaptiveCard', $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', version: '1.5', ...refresh, body,
    fallbackText: 'Please open this in a newer version of Teams.',
  };
}
