import { createContext, useContext } from 'react';
import type { Button } from '../../../../src/concern/rules/allowed.ts';
import type { PersonVerb } from '../../../../src/concern/rules/transitions.ts';
import type { Page } from '../../../api/shapes.ts';
import type { Pressing } from './use-pressing.ts';

/** What every part of one concern's page needs. */
export interface ConcernScene { page: Page; press: Pressing['press']; again: () => void }

export const ConcernContext = createContext<ConcernScene | null>(null);

export function useConcern(): ConcernScene {
  const scene = useContext(ConcernContext);
  if (scene === null) throw new Error('A part of a concern was shown outside its page.');
  return scene;
}

/** The buttons are the server's answer, from the same table as the rule behind the press. */
export function buttonFor(page: Page, verb: PersonVerb, n: number | null = null): Button | null {
  return page.buttons.find((each) => each.verb === verb && (n === null || each.n === n)) ?? null;
}

export function nameIn(page: Page, oid: string): string {
  return page.names[oid] ?? 'somebody who has left';
}
