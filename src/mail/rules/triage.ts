import { isUrgent } from '../../concern/rules/words-of-the-school.ts';
import { countedHits, isHeeded } from './alarm.ts';
import { findCues, speaksOfGroup, type CueHit } from './find-cues.ts';
import { findSigns } from './find-signs.ts';
import { askModel, type Answer } from './model/ask-model.ts';
import type { Model } from './model/heads.ts';
import { doubts, raise, requestIn, thresholds } from './model/raise.ts';
import { trainedModel } from './model/trained.ts';
import { clausesOf, short } from './triage/clauses.ts';
import { dataWords, ofRequest } from './triage/complaint-or-request.ts';
import { ofConcern } from './triage/concern.ts';
import { isCalm, ofEveryday } from './triage/everyday.ts';
import { ofMachine } from './triage/machine.ts';
import type { Judgement, Triage, TriageInput } from './triage/verdict.ts';
import type { MailWords } from './words/mail-words.ts';

/**
 * Where a mail belongs and how soon, by its words alone. Words only ever raise it: what may be a concern is never called
 * "not a concern", and `unsure` is an answer. A person decides; nothing here is shown as a finding.
 */
export function triage(input: TriageInput, words: MailWords, model: Model | null = trainedModel()): Judgement {
  const text = wholeOf(input);
  const hits = hitsIn(input, words);
  const asked = dataWords(text, words);
  const answer = model === null ? null : askModel(model, text, hits);
  const said = { weighed: [], dataRequest: asked !== null, dataWords: asked ?? '', alsoConduct: answer !== null && answer.scores.conduct >= thresholds.alsoConduct };
  if (input.automated !== null) return { ...said, ...ofMachine(input, hits, text, words, answer) };
  const verdict = { ...said, ...supported(ofPerson(input, countedHits(hits, answer), text, words, answer), hits, answer) };
  const raised = answer === null ? verdict : withRequest(raise(verdict, answer, isCalm(text, words)), answer);
  return withClauses(keptForHint(raised, hits), hits, withGroupOf(input, text, words));
}

/** Everything that the word lists find in a mail. */
export function hitsIn(input: TriageInput, words: MailWords): CueHit[] {
  const text = wholeOf(input);
  return [...findCues(text, withGroupOf(input, text, words), words), ...findSigns(text, words), ...voiceOf(input, words)];
}

function wholeOf({ subject, parts }: TriageInput): string {
  return [subject, ...parts].join('\n\n');
}

/** Weak words for a card, and the model finds hardly anything to worry about: a person looks first. Not at the school's own cues, which it stands for. */
function supported(verdict: Triage, hits: readonly CueHit[], answer: Answer | null): Triage {
  const isCard = verdict.route !== 'not-a-concern' && verdict.route !== 'unsure' && !isUrgent(verdict.priority);
  if (!isCard || answer === null || !doubts(answer) || hits.some(({ cue }) => cue.ofSchool) || (verdict.route === 'data-request' && answer.scores.request >= thresholds.request)) return verdict;
  return { ...verdict, route: 'unsure', priority: 'P3', reason: `${verdict.reason.slice(0, -1)}, but the rest of it speaks against a concern.` };
}

/** What speaks of danger, though too weakly to alarm, is never put aside. */
function keptForHint<T extends Triage>(verdict: T, hits: readonly CueHit[]): T {
  const hint = hits.find(isHeeded);
  if (verdict.route !== 'not-a-concern' || hint === undefined) return verdict;
  return { ...verdict, route: 'unsure', priority: 'P3', reason: `It says "${short(hint.quote)}".` };
}

/** Where a breach of the policy is possible, everything that points to a clause is suggested, also what was too weak for the route. */
function withClauses<T extends Triage>(verdict: T, hits: readonly CueHit[], withGroup: boolean): T {
  if (verdict.route !== 'conduct' && verdict.route !== 'unsure') return verdict;
  const known = new Set(verdict.clauses.map(({ id }) => id));
  return { ...verdict, clauses: [...verdict.clauses, ...clausesOf(hits, withGroup).filter(({ id }) => !known.has(id))] };
}

function ofPerson(input: TriageInput, hits: readonly CueHit[], text: string, words: MailWords, answer: Answer | null): Triage {
  const withGroup = withGroupOf(input, text, words);
  return ofConcern(hits, text, withGroup, words, answer) ?? ofRequest(text, words, answer) ?? ofEveryday(input, text, withGroup, words, answer) ?? unsure(input, text);
}

function withGroupOf(input: TriageInput, text: string, words: MailWords): boolean {
  return speaksOfGroup(text, words) || input.exhibits.some(isChatExhibit);
}

/** A request that the lists did not see is a flag beside the route, never the route itself: the words are angry, the clock runs all the same. */
function withRequest(verdict: Judgement, answer: Answer): Judgement {
  const words = verdict.dataRequest ? null : requestIn(answer);
  return words === null ? verdict : { ...verdict, dataRequest: true, dataWords: words };
}

function unsure(input: TriageInput, text: string): Triage {
  const wordCount = text.match(/\p{L}+/gu)?.length ?? 0;
  const reason = wordCount < 8 && input.exhibits.length > 0 ? 'It has hardly any words, but something hangs on it.' : 'Nothing in it shows clearly what it is about.';
  return { route: 'unsure', priority: 'P3', clauses: [], reason };
}

/** A voice note hung on the mail is named like a cue, its file name standing for the words. */
function voiceOf(input: TriageInput, { cues }: MailWords): CueHit[] {
  const voice = input.exhibits.find((exhibit) => exhibit.type.startsWith('audio/') || /\.(?:opus|m4a|ogg|amr|aac)$/i.test(exhibit.name));
  const named = cues.find(({ cue }) => cue.id === 'T-VOICE');
  return voice === undefined || named === undefined ? [] : [{ cue: named.cue, quote: voice.name }];
}

function isChatExhibit(exhibit: { name: string }): boolean {
  return /whatsapp|_chat\.txt|screenshot|screen[-_ ]?shot/i.test(exhibit.name);
}
