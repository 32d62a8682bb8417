import type { Clue } from './clues.ts';

/**
 * How much each clue leans the scale towards "the mail is about this person" (log odds). Fitted on the labelled mails with odd numbers, starting
 * from what one would expect, and rounded; docs/decisions/whom-a-mail-is-about.md has the figures. A school that edits them tries with `desk try`.
 */
export const clueWeights: Readonly<Record<Clue, number>> = {
  hurts: 3.5, 'acts-on-us': 2.1, acts: 0.8, blamed: 0.6, 'blamed-next': 2.6, 'done-by': 2.6, topic: 2.6, questioned: 2, headline: 0.9, 'kept-from': 2.5, posts: 2, you: 2.2, 'their-ways': 2,
  rumour: 1.8, speaks: -0.5, told: -1.4, thanked: -1.3, quoted: -1.2, cleared: -4, attacked: -2.2, greeted: -3,
};

/** What is said of the mail as a whole. `model`: for each unit of the model's answer to "is staff accused?", of the mail and of the sentences around the name. */
export const mailWeights = { start: -1.4, model: 0.6, modelNear: 0.6, grave: 0.8, complaint: 0.2, inGroup: -0.6, hushed: 0.5, stoodUpFor: -1.1, bareName: -0.5, several: -1.5 };

/** From `about` on few are told, and from `unnamed` on where nobody is named; from `perhaps` on only the person is left out. */
export const leanings = { about: 0.1, unnamed: 1.4, perhaps: -2.2 };
