import { buttonsFor } from '../../src/concern/rules/allowed.ts';
import { letterOnItsWay, waitingProposal } from '../../src/concern/rules/concern.ts';
import type { AdaptiveCard } from '../../src/ports.ts';
import type { ConcernView } from '../door.ts';
import { actionSet, buildCard, type Element } from './elements.ts';
import { firstLookPart } from './first-look-part.ts';
import { fitCard } from './fit-card.ts';
import { letterPart } from './letter-part.ts';
import { proposalPart } from './proposal-part.ts';
import { proposePart } from './propose-part.ts';
import { chooseResponsePart, guidePart, showResponseButton } from './response-part.ts';
import { buttonFor, type ConcernCardOptions, type Scene } from './scene.ts';
import { sidePart } from './side-part.ts';
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
  return [headerPart(scene), ...noticePart(scene), ...guidePart(response), ...proposePart(scene, response)];
}

function stepBody(scene: Scene): Element[] {
  return [
    headerPart(scene), ...noticePart(scene), ...summaryPart(scene), ...clausesPart(scene), ...firstLookPart(scene),
    ...letterPart(scene), ...proposalPart(scene), ...closedPart(scene), ...nextResponsePart(scene), ...sidePart(scene),
  ];
}

/** A new proposal is offered where none waits and no letter is on its way; after closing only the closing note is left. */
function nextResponsePart(scene: Scene): Element[] {
  const { concern } = scene.view;
  if (buttonFor(scene, 'propose') === null || letterOnItsWay(concern) !== null || waitingProposal(concern) !== null) return [];
  return concern.status === 'closed' ? actionSet([showResponseButton(scene, 'closing-note', 'Write the closing note')]) : chooseResponsePart(scene);
}
