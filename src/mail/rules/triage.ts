import type { ClauseId, Priority, Route } from '../../concern/rules/words-of-the-school.ts';
import { alarmsIn, countedHits, firmHits, isHeeded } from './alarm.ts';
import { findCues, speaksOfGroup, type CueHit } from './find-cues.ts';
import { findRequest, findSigns } from './find-signs.ts';
import { findPhrases, hasPhrase, phraseList, type PhraseList } from './words/phrases.ts';
import { complaintFriends, complaintProper, complaintWords, dataRequest, dataRequestFriends, everydayTopics, everydayWords, parentsAct, worryWords, type Topic } from './words/topics.ts';
import { easeFriends, unease } from './words/unease.ts';
import { askModel, type Answer } from './model/ask-model.ts';
import type { Model } from './model/heads.ts';
import { doubts, mayBeDanger, raise, requestIn, saysDanger, thresholds } from './model/raise.ts';
import { trainedModel } from './model/trained.ts';
import type { Automated, ClauseFound, WeighedWords } from './understanding.ts';

export interface TriageInput {
  subject: string;
  /** What the author wrote, what forwarders added, and mails hung on it: everything a person would read first. */
  parts: readonly string[];
  automated: Automated | null;
  /** The mail offers to unsubscribe: a newsletter, not a form filled in by a parent. */
  isNewsletter: boolean;
  exhibits: readonly { name: string; type: string }[];
}

export interface Triage {
  route: Route;
  priority: Priority;
  clauses: ClauseFound[];
  reason: string;
}

/** What the word lists say, with what the model adds. */
export interface Judgement extends Triage {
  weighed: WeighedWords[];
  dataRequest: boolean;
  dataWords: string;
  /** The model sees in it what parents do to each other or to staff. */
  alsoConduct: boolean;
}

/** First to win. What protects a child comes before what the policy says of parents. */
const order: readonly Route[] = ['safeguarding', 'staff-conduct', 'conduct'];
const rank: readonly Priority[] = ['P0', 'P1', 'P2', 'P3', 'PX'];
const data = phraseList(dataRequest);
const dataFriends = phraseList(dataRequestFriends);
const complaint = phraseList(complaintWords);
const worry = phraseList(worryWords);
const uneasy = phraseList(unease);
const ease = phraseList(easeFriends);
const english = new Set(['the', 'and', 'to', 'a', 'of', 'i', 'is', 'it', 'in', 'for', 'you', 'my', 'we', 'on', 'be', 'have', 'with', 'that', 'this', 'at', 'are', 'was', 'will', 'can', 'please', 'has', 'not', 'if', 'she', 'he', 'her', 'his', 'your', 'but', 'from', 'so', 'me', 'an', 'our', 'as', 'or', 'by', 'do', 'all', 'up', 'out', 'they', 'there', 'would', 'been', 'had', 'hi', 'hello', 'thanks', 'thank', 'today']);
const proper = phraseList(complaintProper);
const acts = phraseList(parentsAct);
/** Cues that lawful criticism touches too. */
const mild: readonly string[] = ['T-REPORT', 'T-POLICY', 'T-PRIVATE', 'T-DISREP', 'T-POLITICS', 'T-CHILD', 'T-PHOTO', 'T-SWEAR'];
const complaintFriend = phraseList(complaintFriends);
const chatWords = phraseList(['whatsapp*', 'whatsapp group*', 'whatsapp chat*', 'whats app', 'group chat*', 'class chat*', 'class group*', 'parent* group', "parents' group", 'facebook', 'social media', 'telegram', 'instagram', 'screenshot*', 'grupo de padres', 'the group', 'the chat', 'in a group']);
/** Telling of bad language is not using it. */
const speaksOfSwearing = /^(?:swear|swore|foul|bad language|offensive|obscen|profan)/i;
const everyday = phraseList(everydayWords);
/** Where the model keeps watch, any word of school life will do. */
const schoolLife: Topic = { id: 'everyday', sentence: 'It is about everyday school life.', phrases: everydayWords };
const topics = everydayTopics.map((topic) => ({ topic, pattern: phraseList(topic.phrases) }));

/**
 * Where a mail belongs and how soon, by its words alone. Words only ever raise it: what may be a concern is never called
 * "not a concern", and `unsure` is an answer. A person decides; nothing here is shown as a finding.
 */
export function triage(input: TriageInput, model: Model | null = trainedModel()): Judgement {
  const text = wholeOf(input);
  const hits = hitsIn(input);
  const asked = dataWords(text);
  const answer = model === null ? null : askModel(model, text, hits);
  const said = { weighed: [], dataRequest: asked !== null, dataWords: asked ?? '', alsoConduct: answer !== null && answer.scores.conduct >= thresholds.alsoConduct };
  if (input.automated !== null) return { ...said, ...ofMachine(input, hits, text, answer) };
  const verdict = { ...said, ...supported(ofPerson(input, countedHits(hits, answer), text, answer), answer) };
  const raised = answer === null ? verdict : withRequest(raise(verdict, answer, isCalm(text)), answer);
  return withClauses(keptForHint(raised, hits), hits, withGroupOf(input, text));
}

/** Everything that the word lists find in a mail. */
export function hitsIn(input: TriageInput): CueHit[] {
  const text = wholeOf(input);
  return [...findCues(text, withGroupOf(input, text)), ...findSigns(text), ...voiceOf(input)];
}

function wholeOf({ subject, parts }: TriageInput): string {
  return [subject, ...parts].join('\n\n');
}

/** Weak words for a card, and the model finds hardly anything to worry about: a person looks first. */
function supported(verdict: Triage, answer: Answer | null): Triage {
  const isCard = verdict.route !== 'not-a-concern' && verdict.route !== 'unsure' && verdict.priority > 'P1';
  if (!isCard || answer === null || !doubts(answer) || (verdict.route === 'data-request' && answer.scores.request >= thresholds.request)) return verdict;
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

function ofPerson(input: TriageInput, hits: readonly CueHit[], text: string, answer: Answer | null): Triage {
  const withGroup = withGroupOf(input, text);
  return ofConcern(hits, text, withGroup, answer) ?? ofRequest(text, answer) ?? ofEveryday(input, text, withGroup, answer) ?? unsure(input, text);
}

function withGroupOf(input: TriageInput, text: string): boolean {
  return speaksOfGroup(text) || input.exhibits.some(isChatExhibit);
}

/** A request that the lists did not see is a flag beside the route, never the route itself: the words are angry, the clock runs all the same. */
function withRequest(verdict: Judgement, answer: Answer): Judgement {
  const words = verdict.dataRequest ? null : requestIn(answer);
  return words === null ? verdict : { ...verdict, dataRequest: true, dataWords: words };
}

/** The form on the school's own website: sent by a machine, written by a person. */
const formWords = /\b(?:contact form|website form|web form|enquiry form|form on (?:your|the|our)|new (?:message|enquiry|submission) from your website|from your website)\b/i;

/** Only firm words alarm anybody for what a machine sent; what the model takes for danger is kept for a person. */
function ofMachine(input: TriageInput, hits: readonly CueHit[], text: string, answer: Answer | null): Triage {
  const counted = countedHits(hits, null);
  const grave = input.isNewsletter ? firmHits(counted).filter(({ cue }) => cue.priority === 'P0') : [...firmHits(counted), ...counted.filter(({ cue }) => cue.priority > 'P1')];
  const isKept = grave.length > 0 || (answer !== null && input.automated !== 'calendar' && (input.isNewsletter || input.automated === 'auto-reply' ? saysDanger(answer) : mayBeDanger(answer)));
  if (isKept && input.automated !== 'bounce') {
    return { route: 'unsure', priority: grave.length > 0 ? highest(grave) : 'P3', clauses: clausesOf(grave, speaksOfGroup(text)), reason: 'It seems sent by a machine, but its words may be a concern.' };
  }
  if (input.automated === 'bulk' && !input.isNewsletter && formWords.test(text.slice(0, 5000))) return { route: 'unsure', priority: 'P3', clauses: [], reason: 'A form sent it, but a person filled it in.' };
  const reasons: Record<Automated, string> = {
    'auto-reply': 'It is an automatic reply.', bounce: 'It says that a mail could not be delivered.', bulk: 'It was sent to many by a machine.', calendar: 'It is an invitation or the answer to one.',
  };
  return { route: 'not-a-concern', priority: 'PX', clauses: [], reason: reasons[input.automated ?? 'bulk'] };
}

function ofConcern(hits: readonly CueHit[], text: string, withGroup: boolean, answer: Answer | null): Triage | null {
  const route = order.find((each) => hits.some((hit) => hit.cue.route === each));
  const first = hits.find((hit) => hit.cue.route === route);
  if (route === undefined || first === undefined) return null;
  if (route === 'conduct' && !isConduct(hits, text, withGroup, answer)) return alarmsIn(hits) === 0 ? null : { route: 'unsure', priority: highest(hits), clauses: [], reason: `It says "${short(first.quote)}".` };
  if (route !== 'safeguarding' && rank.indexOf(highest(hits)) >= 2 && hasData(text)) return { ...dataAnswer(text), clauses: clausesOf(hits, withGroup) };
  return { route, priority: highest(hits), clauses: clausesOf(hits, withGroup), reason: `It says "${short(first.quote)}".` };
}

/**
 * Misconduct needs something that speaks for it: what criticism doesn't use, swearing itself, or what other parents do in a group. Else it
 * is a complaint or open: whoever writes civilly to the school does what the policy asks (EX6).
 */
function isConduct(hits: readonly CueHit[], text: string, withGroup: boolean, answer: Answer | null): boolean {
  if (hits.some(({ cue }) => cue.id === 'T-VOICE')) return true;
  if (answer !== null && answer.scores.conduct < thresholds.notConduct) return false;
  if (hits.some(({ cue }) => !mild.includes(cue.id))) return true;
  if (isComplaintProper(text)) return false;
  return hits.some(({ cue, quote }) => cue.id === 'T-SWEAR' && !speaksOfSwearing.test(quote)) || ((withGroup || hasPhrase(text, acts)) && !isDoubtful(answer));
}

/** Mild words alone are misconduct only where the model doesn't speak against it. */
function isDoubtful(answer: Answer | null): boolean {
  return answer !== null && answer.scores.conduct < thresholds.mildConduct;
}

function ofRequest(text: string, answer: Answer | null): Triage | null {
  if (hasData(text)) return dataAnswer(text);
  const words = complaintIn(text, complaint) ?? worryIn(text);
  if (words === null) return null;
  if (hasPhrase(text, chatWords) && !isComplaintProper(text) && !isDoubtful(answer)) return { route: 'conduct', priority: 'P2', clauses: [], reason: `It says "${short(words)}" and speaks of a group or post.` };
  return { route: 'complaint', priority: 'P3', clauses: [], reason: `It says "${short(words)}".` };
}

function ofEveryday(input: TriageInput, text: string, withGroup: boolean, answer: Answer | null): Triage | null {
  const topic = topicOf(text) ?? (answer !== null && hasPhrase(text, everyday) ? schoolLife : null);
  if (topic === null || (withGroup && hasPicture(input) && topic.id !== 'thanks')) return null;
  if (answer === null ? isUneasy(text, topic.id) || (isForeign(text) && scoreOf(text, topic.id) < 2) : isForeign(text) && topic === schoolLife) return null;
  return { route: 'not-a-concern', priority: 'PX', clauses: [], reason: topic.sentence };
}

function unsure(input: TriageInput, text: string): Triage {
  const wordCount = text.match(/\p{L}+/gu)?.length ?? 0;
  const reason = wordCount < 8 && input.exhibits.length > 0 ? 'It has hardly any words, but something hangs on it.' : 'Nothing in it shows clearly what it is about.';
  return { route: 'unsure', priority: 'P3', clauses: [], reason };
}

/** Few of the small words of English: then one everyday word is not enough to put it aside. */
function isForeign(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length >= 12 && words.filter((word) => english.has(word)).length < words.length * 0.14;
}

function scoreOf(text: string, id: string): number {
  return topics.filter(({ topic }) => topic.id === id).reduce((sum, { pattern }) => sum + findPhrases(text, pattern).length, 0);
}

/** Everyday by the lists alone: a topic, and nothing uneasy. */
function isCalm(text: string): boolean {
  const topic = topicOf(text);
  return topic !== null && !isUneasy(text, topic.id);
}

/** Something in it is not everyday. A supplier's or a seller's hard words are theirs. */
function isUneasy(text: string, topic: string): boolean {
  if (topic === 'advert' || topic === 'invoice' || topic === 'application') return complaintIn(text, worry) !== null;
  const friends = [...findPhrases(text, ease), ...(topic === 'thanks' ? findPhrases(text, chatWords) : [])];
  return findPhrases(text, uneasy).some((hit) => !friends.some((friend) => friend.start < hit.end && hit.start < friend.end));
}

/** The topic with most phrases wins, so that "thank you" at the end of an absence note stays an absence. */
function topicOf(text: string): Topic | null {
  const scored = topics.map(({ topic, pattern }) => ({ topic, score: findPhrases(text, pattern).length })).filter((each) => each.score > 0);
  return scored.sort((one, other) => other.score - one.score)[0]?.topic ?? null;
}

function hasData(text: string): boolean {
  return dataWords(text) !== null;
}

function dataWords(text: string): string | null {
  const friends = findPhrases(text, dataFriends);
  const named = findPhrases(text, data).find((hit) => !friends.some((friend) => friend.start < hit.end && hit.start < friend.end));
  return named?.quote ?? findRequest(text);
}

function dataAnswer(text: string): Triage {
  return { route: 'data-request', priority: 'P2', clauses: [], reason: `It says "${short(dataWords(text) ?? '')}"; the clock of a request may be running.` };
}

/** A lawful complaint is never misconduct because it mentions a group; what other parents do in one is. */
function isComplaintProper(text: string): boolean {
  return hasPhrase(text, proper) && !hasPhrase(text, acts);
}

/** A worry beside an absence note ("worried about her temperature") is no complaint yet. */
function worryIn(text: string): string | null {
  return topicOf(text)?.id === 'absence' ? null : complaintIn(text, worry);
}

function complaintIn(text: string, list: PhraseList): string | null {
  const friends = findPhrases(text, complaintFriend);
  return findPhrases(text, list).find((hit) => !friends.some((friend) => friend.start < hit.end && hit.start < friend.end))?.quote ?? null;
}

/** One entry per clause, with the words of the gravest cue that named it. The policy is for parents: staff conduct outside a group touches none (CX7). */
function clausesOf(hits: readonly CueHit[], withGroup: boolean): ClauseFound[] {
  const found = new Map<ClauseId, string>();
  if (!withGroup && hits.some((hit) => hit.cue.route === 'staff-conduct')) return [];
  for (const hit of [...hits].sort((one, other) => rank.indexOf(one.cue.priority) - rank.indexOf(other.cue.priority))) {
    for (const id of hit.cue.clauses) if (!found.has(id)) found.set(id, hit.quote);
  }
  const sentDirectly = hits.find((hit) => !withGroup && (hit.cue.id === 'T-SWEAR' || hit.cue.id === 'T-ABUSE') && !speaksOfSwearing.test(hit.quote));
  if (sentDirectly !== undefined) found.set('IA5', sentDirectly.quote);
  return [...found].map(([id, quote]) => ({ id, quote }));
}

function highest(hits: readonly CueHit[]): Priority {
  return rank.find((priority) => hits.some((hit) => hit.cue.priority === priority)) ?? 'P2';
}

/** A voice note hung on the mail is named like a cue, its file name standing for the words. */
function voiceOf(input: TriageInput): CueHit[] {
  const voice = input.exhibits.find((exhibit) => exhibit.type.startsWith('audio/') || /\.(?:opus|m4a|ogg|amr|aac)$/i.test(exhibit.name));
  if (voice === undefined) return [];
  return [{ cue: { id: 'T-VOICE', route: 'conduct', priority: 'P2', clauses: ['IA9'], needs: 'nothing', negatable: false, phrases: [], falseFriends: [] }, quote: voice.name }];
}

function isChatExhibit(exhibit: { name: string }): boolean {
  return /whatsapp|_chat\.txt|screenshot|screen[-_ ]?shot/i.test(exhibit.name);
}

function hasPicture(input: TriageInput): boolean {
  return input.exhibits.some((exhibit) => /^(?:image|video|audio)\//.test(exhibit.type) || /\.(?:heic|mov|mp4|opus|zip)$/i.test(exhibit.name));
}

function short(quote: string): string {
  return quote.replace(/\s+/g, ' ').slice(0, 80);
}
