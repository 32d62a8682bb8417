import type { ParsedMail } from '../mail/rules/mail.ts';
import { judgedWords, understandMail } from '../mail/rules/read.ts';
import { hitsIn } from '../mail/rules/triage.ts';
import type { ReadingContext, Understanding } from '../mail/rules/understanding.ts';
import type { MailWords } from '../mail/rules/words/mail-words.ts';
import { clauses } from '../responses/rules/clauses.ts';

type Verdict = Pick<Understanding, 'route' | 'priority' | 'clauses' | 'dataRequest' | 'reason'>;

/** The exact words in which a cue was found. */
export interface Found { cue: string; quote: string }

/** How a mail is judged by the words that are shipped, beside how it is judged with a school's own. */
export interface Comparison {
  differs: boolean;
  without: Verdict;
  /** What only the school's own words find, and what they no longer find. */
  found: readonly Found[];
  lost: readonly Found[];
}

/** `context` holds the school's own words; `read` is what they made of the mail. */
export function compareWords(mail: ParsedMail, read: Understanding, context: ReadingContext, shipped: MailWords): Comparison {
  const { route, priority, clauses: touched, dataRequest, reason } = understandMail(mail, { ...context, words: shipped });
  const without = { route, priority, clauses: touched, dataRequest, reason };
  const judged = judgedWords(mail, context);
  const found = (words: MailWords): Found[] => hitsIn(judged, words).map(({ cue, quote }) => ({ cue: cue.id, quote }));
  const [before, after] = [found(shipped), found(context.words)];
  return { differs: outcomeOf(read) !== outcomeOf(without), without, found: beyond(after, before), lost: beyond(before, after) };
}

/** What people would notice of it. */
function outcomeOf({ route, priority, clauses: touched, dataRequest }: Verdict): string {
  return JSON.stringify([route, priority, touched.map(({ id }) => id).sort(), dataRequest]);
}

function beyond(some: readonly Found[], others: readonly Found[]): Found[] {
  return some.filter((each) => !others.some((other) => other.cue === each.cue && other.quote === each.quote));
}

/** Lines for a person; none where nothing is otherwise. */
export function comparisonInWords(after: Verdict, { differs, without, found, lost }: Comparison): string[] {
  if (!differs) return [];
  const named = ({ cue, quote }: Found): string => `${cue}: "${quote.replace(/\s+/g, ' ')}"`;
  const ids = (verdict: Verdict): string => verdict.clauses.map(({ id }) => `${id} ${clauses[id].label}`).sort().join('; ') || 'none';
  return [
    `OTHERWISE with your words: ${without.priority} ${without.route} → ${after.priority} ${after.route}`,
    ...(ids(without) === ids(after) ? [] : [`  clauses: ${ids(without)} → ${ids(after)}`]),
    ...(without.dataRequest === after.dataRequest ? [] : [`  ${after.dataRequest ? 'now' : 'no longer'} read as a request for data`]),
    ...found.map((each) => `  found by ${named(each)}`), ...lost.map((each) => `  no longer found by ${named(each)}`),
    `  before: ${without.reason}`,
  ];
}
