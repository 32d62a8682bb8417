import type { WarningLetter } from './their-teams.ts';

/** A warning letter as a deputy head would fill it in. */
export const letterToKevin: WarningLetter = {
  to: 'Kevin Doyle', address: 'kevin.doyle@post.example', when: '23 November 2026', group: 'class WhatsApp group', summary: 'A member of staff was called names in it.',
  why: 'It clearly goes against the code of conduct.',
};
