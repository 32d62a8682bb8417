/** What a person can read on a card, and what can be pressed. */
export interface Pressable { title: string; type: string; verb: string | null; data: Record<string, unknown>; fallback: Record<string, unknown> | null }

type Node = Record<string, unknown>;

function nodes(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodes);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Node;
  return [node, ...Object.entries(node).filter(([key]) => key !== 'data' && key !== 'refresh').flatMap(([, child]) => nodes(child))];
}

const seenKeys = ['text', 'title', 'label', 'placeholder', 'errorMessage', 'fallbackText', 'value'];

/** Every text on the card, in order. An input's `value` is read too unless it is a choice's code. */
export function textsOf(card: unknown): string[] {
  return nodes(card).flatMap((node) => seenKeys.flatMap((key) => {
    const isCode = key === 'value' && (node['type'] === 'Input.ChoiceSet' || node['type'] === undefined);
    return typeof node[key] === 'string' && !isCode ? [node[key]] : [];
  }));
}

export function readCard(card: unknown): string {
  return textsOf(card).join('\n');
}

export function pressablesOf(card: unknown): Pressable[] {
  return nodes(card).filter((node) => node['type'] === 'Action.Execute').map((node) => ({
    title: String(node['title']), type: 'Action.Execute', verb: typeof node['verb'] === 'string' ? node['verb'] : null, data: (node['data'] ?? {}) as Node,
    fallback: (node['fallback'] ?? null) as Node | null,
  }));
}

export function inputsOf(card: unknown): Node[] {
  return nodes(card).filter((node) => String(node['type']).startsWith('Input.'));
}

export function press(card: unknown, title: string): Pressable {
  const found = pressablesOf(card).find((each) => each.title === title);
  if (found === undefined) throw new Error(`No button "${title}" among: ${pressablesOf(card).map((each) => each.title).join(', ')}`);
  return found;
}
