import type { JSX } from 'react';
import { NothingIcon } from '../look/icons.ts';
import { Empty } from '../parts/empty.tsx';

/** The address was opened in a browser: there is nobody to say who is there. */
export function OutsideTeams(): JSX.Element {
  return <main><Empty icon={<NothingIcon />} title="Open Concern Desk from Teams" text="You find it in Teams among your apps. Here nobody can be signed in, so nothing is shown." /></main>;
}
