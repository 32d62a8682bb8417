import { formatLondon } from '../../src/calendar/rules/london-time.ts';
import { sentByHand } from '../../src/concern/rules/screen-words.ts';
import { box, ownText, small, type Element } from './elements.ts';
import type { Scene } from './scene.ts';

/** Somebody wrote without us: shown before anybody writes again. What it says is one press away, in the tab. */
export function byHandPart({ view }: Scene): Element[] {
  const { concern, words } = view;
  if (concern.sentByHand === 0) return [];
  const by = words['by-hand.by'];
  const at = Date.parse(words['by-hand.at'] ?? '');
  const when = Number.isNaN(at) ? '' : ` on ${formatLondon(at)}`;
  const more = concern.sentByHand === 1 ? [] : [small(`${String(concern.sentByHand)} such emails in all; the newest is named here.`)];
  return [box([ownText(`${sentByHand(by === undefined ? '' : view.nameOf(by))}${when}. Read it in the tab before you write.`), ...more], { style: 'warning', spacing: 'Medium' })];
}
