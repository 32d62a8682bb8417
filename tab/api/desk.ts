import { createContext, useContext } from 'react';
import type { Api } from './api.ts';
import type { Me } from './shapes.ts';

/** The way to the server, and who is signed in. */
export interface Desk { api: Api; me: Me }

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('A page was shown before anybody was signed in.');
  return desk;
}
