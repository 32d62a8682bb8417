import type { ClauseId } from '../../concern/rules/words-of-the-school.ts';

/** One expectation of the policy: a short label for a list, and the policy's own words for a letter. */
export interface Clause { label: string; quote: string }

/**
 * The clauses of the policy, word for word (`docs/policy.md`; a test holds every quote to it). One sentence of the policy is two
 * clauses here: publicly challenging a policy is often lawful criticism, discussing a child online is not.
 */
export const clauses: Record<ClauseId, Clause> = {
  GR1: { label: 'No grievances about a teacher, child or parent in the group',
    quote: 'The group should never be used as a platform to air views/grievances regarding a teacher, child or parent in the class or school' },
  GR2: { label: 'The group is not a political platform', quote: 'The group is not a political platform for airing opinions on current affairs' },
  GR3: { label: 'No private conversations in the group', quote: 'The group should not be used for private conversations with anyone else using the group' },
  GR4: { label: 'Mutual respect and cultural sensitivity in the group',
    quote: 'The group should be used keeping in mind mutual respect and cultural sensitivity between all its members' },
  EX1: { label: 'Respect for the school\'s ethos, vision and values',
    quote: 'Respect the ethos, vision and values of our school (respect, courage, creativity, ambition, empathy, resilience)' },
  EX2: { label: 'Working with staff for our pupils', quote: 'Work together with staff in the best interests of our pupils' },
  EX3: { label: 'Respect for everybody, setting a good example',
    quote: 'Treat all members of the school community with respect — setting a good example with how we talk and behave' },
  EX4: { label: 'Seeking a peaceful solution', quote: 'Seek a peaceful solution to all issues' },
  EX5: { label: 'Correcting one\'s own child\'s behaviour',
    quote: 'Correct their own child\'s behaviour (or those in their care), particularly in public, where it could lead to conflict, aggression or unsafe conduct' },
  EX6: { label: 'Taking a concern to the right member of staff',
    quote: 'Approach the right member of school staff to help resolve any issues of concern' },
  IA1: { label: 'Abusive or personal comments',
    quote: 'Abusive or personal comments about staff, pupils or other parents or any member of the school community' },
  IA2: { label: 'Anger, swearing or offensive language', quote: 'Displays of anger including swearing, or using offensive language' },
  IA3: { label: 'Bringing the school into disrepute', quote: 'Bringing the school into disrepute' },
  IA4: { label: 'Aggressive, defamatory or libellous comments', quote: 'Posting aggressive, defamatory or libelous comments' },
  IA5: { label: 'Abusive or personal emails',
    quote: 'Emails circulated or sent directly with abusive or personal comments about staff, pupils or any member of the school community' },
  IA6a: { label: 'Publicly challenging school policies online', quote: 'Using social media to publicly challenge school policies' },
  IA6b: { label: 'Discussing individual children online', quote: 'discuss issues about individual children' },
  IA7: { label: 'Threatening or intimidating behaviour',
    quote: 'Threatening behaviour, such as verbally intimidating members of the school community, or using inappropriate language' },
  IA8: { label: 'Contacting other parents about children', quote: 'Contacting other parents to discuss children and or their behaviour' },
  IA9: { label: 'Voice notes about children', quote: 'Leaving voice notes to discuss issues involving children' },
};
