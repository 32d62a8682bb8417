import { z } from 'zod';
import { clauseIds } from '../concern/rules/words-of-the-school.ts';
import type { LetterFields } from './rules/letter-fields.ts';

const shared = { ref: z.string(), day: z.string(), from: z.string(), replyTo: z.string(), schoolName: z.string(), signatoryName: z.string(), signatoryTitle: z.string() };

const fields = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('RS1-A'), ...shared, parentName: z.string(), parentEmail: z.string(), groupType: z.string(), incidentDates: z.string(),
    ownWords: z.string().nullable(), summary: z.string(), clauses: z.array(z.enum(clauseIds)), replyBy: z.string(), contactName: z.string(),
    meetingOffer: z.string().nullable(),
  }),
  z.object({ kind: z.literal('CLOSE-R'), ...shared, name: z.string(), email: z.string() }),
  z.object({ kind: z.literal('THANKS'), ...shared, name: z.string(), email: z.string(), safeguardingTitle: z.string() }),
]);

/** Reads the fields that a letter was made from, as they were kept with it. */
export function parseLetterFields(json: string): LetterFields {
  return fields.parse(JSON.parse(json));
}
