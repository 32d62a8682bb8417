import type { JSX } from 'react';
import { letterOnItsWay, waitingProposal } from '../../../../src/concern/rules/concern.ts';
import { buttonFor, useConcern } from '../press/concern-scene.ts';
import { ChoosePart } from './choose-part.tsx';
import { ClosedPart } from './closed-part.tsx';
import { FirstLookPart } from './first-look-part.tsx';
import { LetterStep } from './letter-step.tsx';
import { ProposalPart } from './proposal-part.tsx';

/** What comes next, in the order in which a concern goes: a look, a decision, a letter on its way, the next response. */
export function NextSteps(): JSX.Element {
  const { page } = useConcern();
  const { concern } = page.view;
  const mayChoose = buttonFor(page, 'propose') !== null && letterOnItsWay(concern) === null && waitingProposal(concern) === null;
  return (
    <>
      <ClosedPart />
      <FirstLookPart />
      <LetterStep />
      <ProposalPart />
      {mayChoose ? <ChoosePart key={concern.proposalCount} /> : null}
    </>
  );
}
