import { accusing, inPassing, saidByOthers } from './words/about-words.ts';
import { sentenceAround, speaksOfGroup } from './find-cues.ts';
import { namePatternsOf } from './name-patterns.ts';
import { isSomebodyElse, type Mention } from './somebody-else.ts';
import { findPhrases, hasPhrase, phraseList } from './words/phrases.ts';
import type { AboutPerson, StaffEntry } from './understanding.ts';

export interface Talk { about: AboutPerson[]; targets: AboutPerson[] }

/** `grave`: an allegation, so that every name in it may be the one; `complaint`: whoever does something in it may be. */
export type Weight = 'grave' | 'complaint' | 'light';

type Standing = 'accused' | 'perhaps' | 'target' | 'passing';

const accusation = phraseList(accusing);
const othersWords = phraseList(saidByOthers);
const passing = phraseList(inPassing);
const harm = phraseList(['{hurt}', 'alone with', 'alone in', 'drunk', 'locked', 'touched', 'touching', 'texting', 'misconduct']);
const saysYou = phraseList(['you', 'your', "you've", "you're", 'yourself']);
const greetingLine = /^\W*(?:dear|hi|hello|hiya|hey|good (?:morning|afternoon|evening)|morning|afternoon|evening|to|fao|f\.a\.o\.?|attn|attention|for the attention of|hola|estimad[oa]|querid[oa]|bonjour|chère?|olá|prezad[oa])\b.{0,80}$/iu;
const closingLine = /^\W*(?:kind(?:est)? regards|best(?: wishes)?|regards|yours (?:sincerely|faithfully)|many thanks|thanks|thank you|warm(?:est)? regards|with thanks|sincerely|saludos|cordialement|cheers|sent from my \w+)\W*$/iu;
/** "…, but she did nothing": the blame is for the one just named. */
const blameFollows = /\b(?:and|but|who|yet)\s+(?:she|he|they|was|has|did|just|simply|only|refused|ignored|nothing)\b/i;
/** Whom parents call by first name without more. Children are called Daniel and Tom, so others need a further sign. */
const firstNamed = ['head', 'executive-head', 'safeguarding-lead', 'chair'] as const;
const leaders = ['head', 'executive-head', 'safeguarding-lead', 'chair', 'governor', 'slt'] as const;

/**
 * Members of the school whom a mail may be about, so that they are not told. Accusing words near the name decide. A name in the greeting,
 * the signature, thanks or a request says nothing; somebody called names by others is a target, unless a leader: then `maybe`, since the
 * hurt should not decide (COI1). In doubt `maybe`: the narrower path, which a person may widen.
 */
export function whoIsItAbout(parts: readonly string[], staff: readonly StaffEntry[], weight: Weight = 'light'): Talk {
  const talk: Talk = { about: [], targets: [] };
  const text = parts.map(withoutClosing).join('\n\n');
  const inGroup = speaksOfGroup(text);
  for (const person of staff) {
    const mentions = mentionsOf(person, staff, text);
    if (mentions.length === 0) continue;
    placePerson(talk, person, mentions, text, inGroup, weight);
  }
  return talk;
}

function placePerson(talk: Talk, person: StaffEntry, mentions: readonly Mention[], text: string, inGroup: boolean, weight: Weight): void {
  const judged = mentions.map((mention) => ({ mention, standing: standingOf(mention, person, text, inGroup, weight) }));
  const entry = (mention: Mention, certainty: 'named' | 'maybe'): AboutPerson => ({
    oid: person.oid, certainty, quote: sentenceAround(text, mention).slice(0, 300), roles: person.roles,
  });
  const accused = judged.find((each) => each.standing === 'accused');
  const perhaps = judged.find((each) => each.standing === 'perhaps');
  const target = judged.find((each) => each.standing === 'target');
  if (accused !== undefined) talk.about.push(entry(accused.mention, accused.mention.certain ? 'named' : 'maybe'));
  else if (perhaps !== undefined) talk.about.push(entry(perhaps.mention, 'maybe'));
  else if (target !== undefined && isLeader(person)) talk.about.push(entry(target.mention, 'maybe'));
  if (target !== undefined) talk.targets.push(entry(target.mention, target.mention.certain ? 'named' : 'maybe'));
}

function standingOf(mention: Mention, person: StaffEntry, text: string, inGroup: boolean, weight: Weight): Standing {
  const line = lineOf(text, mention.start);
  if (line.trim().replace(/[,.!]$/, '') === mention.quote) return 'passing';
  if (greetingLine.test(line) && line.length < 90) return isAddressedWithBlame(text, mention) ? 'perhaps' : 'passing';
  const sentence = sentenceAround(text, mention);
  const blamed = hasPhrase(sentence, accusation);
  if (inGroup && postsItself(text, mention)) return 'accused';
  if (blamed && isOnlyTold(text, mention)) return laterBlame(text, mention);
  if (inGroup && quotedByOthers(text, mention)) return hasPhrase(sentence, harm) ? 'perhaps' : 'target';
  if (inGroup && blamed && !isBlamedItself(sentence, mention)) return 'target';
  if (blamed) return 'accused';
  if (weight !== 'light' && !inGroup && actsOnSomebody(text, mention)) return 'perhaps';
  if (hasPhrase(sentence, passing)) return laterBlame(text, mention);
  if (weight === 'grave') return 'perhaps';
  return isLeader(person) && mention.certain && !inGroup ? 'perhaps' : 'passing';
}

/** "Your deputy head stood at the gate and told me": in a complaint whoever does something to the writer may be whom it is about. */
function actsOnSomebody(text: string, mention: Mention): boolean {
  return /^[^.!?\n]{0,70}\b(?:told|said|says|rang|phoned|called|shouted|moved|refused|gave|printed|ended|sent|made|put|took|left|stood|walked|marked|broke|laughed|stopped)\b[^.!?]{0,40}\b(?:me|us|my|him|her|them|our|it|that|three|off|off\.|out|children|girls|boys)\b/i.test(text.slice(mention.end));
}

/** The next sentence may carry the blame: "I told Mrs Whitlock. She did nothing." */
function laterBlame(text: string, mention: Mention): Standing {
  const rest = text.slice(mention.end);
  const sentenceEnd = /[.!?](?:\s|$)|\n\n/.exec(rest);
  const next = sentenceEnd === null ? '' : rest.slice(sentenceEnd.index + 1).trimStart().split(/[.!?](?:\s|$)|\n\n/, 1)[0] ?? '';
  return /^(?:but |and |however,? |yet )?(?:she|he|they|nothing)\b/i.test(next) && hasPhrase(next, accusation) ? 'perhaps' : 'passing';
}

/** "I told Mrs Whitlock that another parent was rude": she is told, not blamed. Blame that follows "and she", "but she" is hers. */
function isOnlyTold(text: string, mention: Mention): boolean {
  const before = text.slice(Math.max(0, mention.start - 45), mention.start);
  if (!/\b(?:told|tell|spoke|spoken|speak|talk|talked|asked|ask|emailed|reported|mentioned|complained|informed|copied|raised|raise|thank|thanks|grateful|pass|forward|meet|met|see)\b[^.!?]*$/i.test(before)) return false;
  if (/\babout\s+(?:the\s+)?$/i.test(before)) return false;
  return !blameFollows.test(text.slice(mention.end).split(/[.!?](?:\s|$)|\n\n/, 1)[0] ?? '');
}

/** Somebody posted, called or said it before the name, in the same sentence: "wrote in the group that Mr Ashby …", "posted: …". */
function quotedByOthers(text: string, mention: Mention): boolean {
  const before = text.slice(Math.max(0, mention.start - 120), mention.start).split(/[.!?]\s|\n\n/).at(-1) ?? '';
  if (reportedSpeech.test(before) && !bySelf.test(before)) return true;
  const hit = findPhrases(before.slice(-60), othersWords).at(-1);
  return hit !== undefined && !/\b(?:I|we)\s+(?:have\s+|had\s+|am\s+|was\s+)?$/i.test(before.slice(-60).slice(0, hit.start));
}

/** A verb of posting with "that" or "how" before the name, or the name at the start of quoted words or of a line of a chat ("Kevin: …"). */
const reportedSpeech = /\b(?:wrote|written|writing|writes|post(?:ed|ing|s)?|put|puts|putting|comment(?:ed|ing|s)?|messag(?:ed|ing|es)|typed|typing|claim(?:ed|ing|s)?|alleg(?:ed|ing|es)|shared)\b[^.!?]{0,90}\b(?:that|how)\s+$|\b(?:wrote|written|post(?:ed|s)?|put|comment(?:ed)?|messaged?|typed|replied|saying|says|said)\b[^.!?]{0,60}["'\u2018\u201c:]\s*$|(?:^|\n)\W*\p{Lu}[\p{L}' -]{1,30}:\s*$|\s\p{Lu}\p{L}+:\s*$/iu;
const bySelf = /\b(?:I|we)\s+(?:have\s+|had\s+|also\s+)?(?:wrote|written|post|put|comment|messag)/i;

/** The member of staff is the one who posts: "Tom Ashby told the WhatsApp group about …". */
function postsItself(text: string, mention: Mention): boolean {
  return /^\s+(?:has\s+|had\s+|keeps\s+|was\s+|is\s+|also\s+)?(?:told|tell(?:s|ing)|post(?:ed|s|ing)?|wrote|writ(?:es|ing)|shar(?:ed|es|ing)|put|sent|send(?:s|ing)|join(?:ed|s)\s+in)\b[^.!?]{0,40}\b(?:group|chat|whatsapp)\b/i.test(text.slice(mention.end));
}

/** In a mail about posts the blame is the name's own only where the name does it: "Mr Ashby shouted", "Mrs Whitlock's behaviour". */
function isBlamedItself(sentence: string, mention: Mention): boolean {
  const at = sentence.indexOf(mention.quote);
  const after = sentence.slice(at + mention.quote.length);
  if (blameFollows.test(after)) return true;
  return findPhrases(after, accusation).some((hit) => hit.start < 40) && !/^\s+(?:is|was|has been|being|are)\s+(?:being\s+)?(?:called|targeted|insulted|abused|mocked|attacked|threatened)/i.test(after);
}

/** "Dear Mrs Whitlock, you shouted at my son": then the person greeted is the one accused. */
function isAddressedWithBlame(text: string, mention: Mention): boolean {
  return text.slice(mention.end).split(/[.!?](?:\s|$)|\n\n/).some((sentence) => {
    const you = findPhrases(sentence, saysYou)[0];
    if (you === undefined || /\b(?:can|could|would|will|did|do|if|are|please|as|let|thank|hope|tell|show|send|asking|ask)\s+you\b/i.test(sentence)) return false;
    return findPhrases(sentence.slice(you.end), accusation).some((hit) => hit.start < 40);
  });
}

function mentionsOf(person: StaffEntry, staff: readonly StaffEntry[], text: string): Mention[] {
  const found = namePatternsOf(person, staff).flatMap(({ find, certain, bare }) => find(text).map((hit) => ({ ...hit, certain, bare })));
  const isKnown = found.some((mention) => mention.bare === null) || person.roles.some((role) => firstNamed.some((each) => each === role));
  const mine = found.filter((mention) => (mention.bare !== 'first' || isKnown) && !isSomebodyElse(mention, text, person));
  // "Ashby" inside "Mr Ashby" is the same mention, better known.
  const own = mine.filter((mention) => !mine.some((wider) => wider !== mention && wider.start <= mention.start && wider.end >= mention.end && wider.end - wider.start > mention.end - mention.start));
  return own.sort((one, other) => one.start - other.start || Number(other.certain) - Number(one.certain));
}

/** What stands below "Kind regards" is a name and an address, not talk. */
function withoutClosing(part: string): string {
  const lines = part.split('\n');
  const at = lines.findLastIndex((line) => closingLine.test(line));
  return at >= 0 && lines.length - at <= 15 ? lines.slice(0, at).join('\n') : part;
}

function lineOf(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, end < 0 ? text.length : end);
}

function isLeader(person: StaffEntry): boolean {
  return person.roles.some((role) => leaders.some((leader) => leader === role));
}
