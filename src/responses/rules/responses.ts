import type { ResponseId } from '../../concern/rules/words-of-the-school.ts';

/** Letters and notes that the product can make. The wording lies in `src/letters/rules/wording.ts`. */
export const letterKinds = ['RS1-A', 'CLOSE-R'] as const;
export type LetterKind = (typeof letterKinds)[number];

/** One of the school's responses as it is offered to leaders: data, shown where the choice is made. Source: `docs/policy.md`. */
export interface ResponseGuide {
  id: ResponseId;
  /** What people see: "Warning letter". */
  label: string;
  /** The policy's own words, or null where it is school practice and the policy is silent. */
  quote: string | null;
  when: readonly string[];
  notWhen: readonly string[];
  beforeYouDo: readonly string[];
  warnings: readonly string[];
  evidence: readonly string[];
  /** `none`: decided by the lead alone, with a reason. */
  approval: 'none' | 'one';
  letter: LetterKind | null;
  /** In school days. */
  deadlines: Readonly<Record<string, number>>;
}
