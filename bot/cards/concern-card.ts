import { openAlert } from '../../src/concern/rules/alert.ts';
import { buttonsFor } from '../../src/concern/rules/allowed.ts';
import { letterOnItsWay, waitingProposal } from '../../src/concern/rules/concern.ts';
import type { AdaptiveCard } from '../../src/ports.ts';
import type { ConcernView } from '../door.ts';
import { dangerPart, takenPart } from './danger-part.ts';
import { byHandPart } from './by-hand-part.ts';
import { actionSet, buildCard, secondary, type Element } from './elements.ts';
import { firstLookPart } from './first-look-part.ts';
import { fitCard } from './fit-card.ts';
import { letterPart } from './letter-part.ts';
import { proposalPart } from './proposal-part.ts';
import { proposePart } from './propose-part.ts';
import { chooseResponsePart, guidePart, showResponseButton } from './response-part.ts';
import { relatedPart } from './related-part.ts';
import { buttonFor, type ConcernCardOptions, type Scene } from './scene.ts';
import { sidePart } from './side-part.ts';
import { thanksPart } from './thanks-part.ts';
import { toKnowPart } from './to-know-part.ts';
import { whoWrotePart } from './who-wrote-part.ts';
import { clausesPart, closedPart, headerPart, noticePart, summaryPart } from './summary-part.ts';

/** One concern for one person who may know of it: what it is, the one step that is next for them, and what they may always do. */
export function buildConcernCard(view: ConcernView, options: ConcernCardOptions): AdaptiveCard {
  const buttons = buttonsFor(view.person, view.concern);
  return fitCard((room) => {
    const scene: Scene = { view, options, buttons, room };
    const body = options.response === undefined ? stepBody(scene) : guideBody(scene, options.response);
    return buildCard(body, { verb: 'refresh', ref: view.concern.ref }, options.userIds ?? []);
  });
}

function guideBody(scene: Scene, response: NonNullable<ConcernCardOptions['response']>): Element[] {
  return [headerPart(scene), ...noticePart(scene), ...byHandPart(scene), ...guidePart(response), ...proposePart(scene, response)];
}

/** While an alert waits for somebody, its button is the one that stands out. */
function stepBody(scene: Scene): Element[] {
  const steps = stepsOf(scene);
  return [...dangerPart(scene), ...(openAlert(scene.view.concern) === null ? steps : secondary(steps))];
}

function stepsOf(scene: Scene): Element[] {
  return [
    headerPart(scene), ...noticePart(scene), ...takenPart(scene), ...byHandPart(scene), ...toKnowPart(scene), ...summaryPart(scene), ...whoWrotePart(scene), ...relatedPart(scene), ...clausesPart(scene), ...firstLookPart(scene),
    ...letterPart(scene), ...proposalPart(scene), ...closedPart(scene), ...nextResponsePart(scene), ...thanksPart(scene), ...sidePart(scene),
  ];
}

/** A new proposal is offered where none waits and no letter is on its way; after closing only the closing note is left. */
function nextResponsePart(scene: Scene): Element[] {
  const { concern } = scene.view;
  if (buttonFor(scene, 'propose') === null || letterOnItsWay(concern) !== null || waitingProposal(concern) !== null) return [];
  return concern.status === 'closed' ? actionSet([showResponseButton(scene, 'closing-note', 'Write the closing note')]) : chooseResponsePart(scene);
}
