import type { Button } from '../../../../src/concern/rules/allowed.ts';
import { letterOf, proposalOf } from '../../../../src/concern/rules/concern.ts';
import type { Press } from '../../../../src/concern/rules/press.ts';
import type { Page } from '../../../api/shapes.ts';

/** The press of a button as the page shows it now: the thing, the version and the seal that the person had before them. */
export function pressOf({ view: { concern, version } }: Page, button: Button, nonce: string, fields: Press['fields']): Press {
  const n = button.n ?? 0;
  const letter = button.thing === 'letter' ? n : button.thing === 'proposal' ? proposalOf(concern, n)?.letter ?? 0 : 0;
  return { ref: concern.ref, verb: button.verb, n: button.n, seen: version, seal: letterOf(concern, letter)?.seal ?? null, nonce, fields };
}
