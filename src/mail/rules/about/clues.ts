import { sentenceAround } from '../find-cues.ts';
import type { Mention } from '../somebody-else.ts';
import type { MailWords } from '../words/mail-words.ts';
import { findPhrases, hasPhrase, phraseList } from '../words/phrases.ts';
import { deedOf } from './deed.ts';
import { lineOf } from './line-of.ts';

/** What the words around a name say of the person; each is weighed in `clue-weights.ts`. */
export const clues = [
  'hurts', 'acts-on-us', 'acts', 'blamed', 'blamed-next', 'done-by', 'topic', 'questioned', 'headline', 'kept-from', 'posts', 'you', 'their-ways',
  'speaks', 'told', 'thanked', 'greeted', 'quoted', 'rumour', 'attacked', 'cleared',
] as const;
export type Clue = (typeof clues)[number];

const saysYou = phraseList(['you', 'your', "you've", "you're", 'yourself']);
const greetingLine = /^\W*(?:dear|hi|hello|hiya|hey|good (?:morning|afternoon|evening)|morning|afternoon|evening|to|fao|f\.a\.o\.?|attn|attention|for the attention of|hola|estimad[oa]|querid[oa]|bonjour|chère?|olá|prezad[oa]|madame|monsieur|sehr geehrte[rn]?|liebe[rn]?|gentile|spett|dzień dobry|thank you|thanks)\b.{0,80}$/iu;
/** "…, but she did nothing": the blame is for the one just named. */
const blameFollows = /\b(?:and|but|who|yet)\s+(?:she|he|they|was|has|did|just|simply|only|refused|ignored|nothing)\b/i;
const topicBefore = /\b(?:complain\w*|concern\w*|grievance|allegations?|worried|worries|uncomfortable|comfortable|report|disclosure|unhappy|misconduct|statement|writ(?:e|ing)|is|it's|raise)\b[^.!?]{0,40}\b(?:about|against|regarding|concerning|with|by|of)\s+(?:how |the conduct of |the behaviour of |the way )?(?:the\s+|your\s+|our\s+)?$|\b(?:no (?:confidence|faith|trust)|lost (?:all |any )?(?:confidence|faith|trust)|not happy|unhappy|disappointed|fed up|disgusted|appalled|angry|furious)\s+(?:in|with|by|at)\s+(?:the\s+|your\s+|our\s+)?$/i;
const doneBefore = /\b(?:handled|treated|ignored|told|called|spoken to|shouted at|humiliated|bullied|picked on|let down|failed|dismissed|refused|hurt|hit|grabbed|pushed|sworn at|upset|frightened|betrayed|lied to|fobbed off)\b[^.!?]{0,25}\bby\s+(?:the\s+|your\s+|our\s+)?$/i;
const questionBefore = /\b(?:why|how come|is it (?:normal|right|ok|okay|acceptable|true)(?: for| that)?|how (?:is|can|does|did|dare))\s+(?:is |does |did |was |has |can |do )?(?:it that )?$|\b(?:just |go on,? )?ask $/i;
const keptBefore = /\b(?:not (?:for|to|via|through)|without|don't (?:let|tell|show|copy|involve|want)|do not (?:let|tell|show|copy|involve|want|pass this to)|rather (?:it|this) (?:did not|didn't) (?:reach|go to)|someone other than|anyone other than|anybody but|anyone but|please not|behind|away from|bypass\w*)\s+$/i;
/** "Nothing to do with Mr Ashby, who was out that day." */
const clearedBefore = /\b(?:nothing to do with|not blaming|not (?:mr|mrs|miss|ms) \w+'s fault|no complaint (?:about|against)|nothing against|not complaining about|not about|credit to|fair to|fault of)\s+(?:the\s+|your\s+|our\s+)?$/i;
const clearedAfter = /^\s*,?\s*(?:who\s+)?(?:is|was|has been|had been)\s+(?:out|away|off|ill|absent|not (?:there|in)|on (?:leave|a course)|great|wonderful|lovely|brilliant|fantastic|excellent|very (?:good|kind|patient|helpful)|kind|good|helpful|patient|right)\b/i;
const keptAfter = /^\s+(?:dealing with|handling|looking into|investigating|marking|to (?:see|know|hear of|deal|read|handle) (?:of )?(?:this|it))\b/i;
const waysAfter = /^['’]s?\s+(?:\w+\s+)?(?:behaviour|conduct|attitude|treatment|tone|manner|language|remarks?|comments?|actions?|handling|failure|refusal|bullying|temper|dishonesty|temper)\b/i;

/** Every clue around one mention. */
export function cluesAt(text: string, mention: Mention, subject: string, words: MailWords): Set<Clue> {
  const { lists } = words;
  const line = lineOf(text, mention.start);
  const isWholeLine = line.trim().replace(/[,.!]$/, '') === mention.quote;
  if (isWholeLine && mention.start < subject.length) return new Set(['headline']);
  if (isWholeLine || isGreeted(text, mention, line)) return new Set([isAddressedWithBlame(text, mention, words) ? 'you' : 'greeted']);
  const [before, after] = around(text, mention);
  const deed = deedOf(after, words);
  const found: Record<Clue, boolean> = {
    hurts: deed === 'hurts', 'acts-on-us': deed === 'acts-on-us', acts: deed === 'acts', speaks: deed === 'speaks',
    blamed: hasPhrase(sentenceAround(text, mention), lists.accusing),
    'blamed-next': isBlamedNext(text, mention, words),
    'done-by': doneBefore.test(before),
    topic: topicBefore.test(before),
    questioned: questionBefore.test(before),
    'kept-from': keptBefore.test(before) || keptAfter.test(after),
    posts: postsItself(after) || postsNext(text, mention, after),
    'their-ways': waysAfter.test(after),
    told: isOnlyTold(before, after) && !isBlamedNext(text, mention, words),
    thanked: hasPhrase(sentenceAround(text, mention), lists.praising),
    quoted: quotedByOthers(before, words),
    rumour: quotedByOthers(before, words) && hasPhrase(sentenceAround(text, mention), lists['grave-rumour']),
    cleared: clearedBefore.test(before) || clearedAfter.test(after),
    attacked: isAttacked(before, after, words),
    you: false, greeted: false, headline: false,
  };
  return new Set(clues.filter((clue) => found[clue]));
}

/** A line of greeting, "Dear Mrs Whitlock, …" before more words, or "Marcus, you …" where a mail begins. */
function isGreeted(text: string, mention: Mention, line: string): boolean {
  if (greetingLine.test(line) && line.length < 90) return true;
  const before = text.slice(text.lastIndexOf('\n', mention.start - 1) + 1, mention.start);
  const after = text.slice(mention.end, mention.end + 60);
  if (/^\W*(?:dear|hi|hello|hiya|hey|good (?:morning|afternoon|evening)|morning|for the attention of|fao|attn:?|to)\b[^.!?]{0,30}$/i.test(before) && /^[^.!?\n]{0,40}(?:[,.!:\n]|$)/.test(after)) return true;
  return /(?:attention of|fao|attn:?)\s+(?:the\s+)?$/i.test(before) || (before.trim() === '' && /^,\s+(?:you|i|we|please|could|can|just|this|there|thank|sorry|my|as)\b/i.test(after));
}

/** What stands before and after the name in its sentence. */
function around(text: string, mention: Mention): [string, string] {
  const before = text.slice(Math.max(0, mention.start - 160), mention.start).split(/[.!?]\s|\n\n/).at(-1) ?? '';
  const after = text.slice(mention.end, mention.end + 200).split(/[.!?](?:\s|$)|\n\n/, 1)[0] ?? '';
  return [before, after];
}

/** "I told Mrs Whitlock and she …", "I told Mrs Whitlock. She did nothing.", or the sentence after that. */
function isBlamedNext(text: string, mention: Mention, words: MailWords): boolean {
  const [own = '', ...later] = text.slice(mention.end, mention.end + 900).split(/(?<=[.!?])\s+|\n\n/);
  if (/\b(?:begged|asked|told|pleaded with|trusted)\s+(?:the\s+|your\s+|our\s+)?$/i.test(text.slice(Math.max(0, mention.start - 30), mention.start)) && /^\s+not to\b.*\b(?:and|but)\s+(?:she|he|they)\b/i.test(own)) return true;
  const further = /\b(?:and|but|yet|then)\s+(?:then\s+|just\s+)?(?:she|he|they)\b(.*)$/is.exec(own)?.[1];
  if (further !== undefined && isHard(further, words)) return true;
  const [next = '', afterNext = ''] = later;
  const deed = pronounFirst.exec(next);
  if (deed === null) return false;
  return isHard(next.slice(deed[0].length), words) || isHard(afterNext.slice(pronounFirst.exec(afterNext)?.[0].length ?? afterNext.length), words);
}

const pronounFirst = /^(?:[\w'’]+,?\s+){0,3}?(?:she|he|they|nothing)\b/i;

function isHard(said: string, words: MailWords): boolean {
  return said !== '' && (hasPhrase(said, words.lists.accusing) || ['hurts', 'acts-on-us'].includes(deedOf(said, words) ?? ''));
}

/** "I told Mrs Whitlock that another parent was rude": she is told or asked, not blamed. Blame that follows "and she", "but she" is hers. */
function isOnlyTold(before: string, after: string): boolean {
  if (/\b(?:like|want|need|ask|asking|expect|hope|trust|grateful if|glad if)\s+(?:the\s+|your\s+|our\s+)?$/i.test(before) && /^(?:\s+of\s+\w+)?\s+(?:to|would|could|can)\b/i.test(after)) return true;
  return toldBefore.test(before) && !blameFollows.test(after);
}

const tellers = 'told|tell|telling|spoke|spoken|speak|talk|talked|asked|ask|asking|emailed|email|wrote|written|reported|report|mentioned|complained|informed|copied|copy|raised|raise|pass|passed|forward|meet|met|see|seen|let|rang|ring|phone|phoned|begged|show|showed|thank|thanked';
const toldBefore = new RegExp(`\\b(?:${tellers})\\s+(?:both\\s+)?(?:the\\s+|your\\s+|our\\s+)?$|\\b(?:${tellers})(?:\\s+[\\w'’]+){0,5}?\\s+(?:to|with|for|by)\\s+(?:the\\s+|your\\s+|our\\s+)?$|\\b(?:${tellers})\\s+(?:[\\w'’.]+\\s+){1,3}and\\s+(?:the\\s+|your\\s+)?$`, 'i');

/** Somebody posted, called or said it before the name, in the same sentence: "wrote in the group that Mr Ashby …", "posted: …". */
function quotedByOthers(before: string, { lists }: MailWords): boolean {
  const near = before.slice(-120);
  if (toldByChild.test(near)) return false;
  if (reportedSpeech.test(near) && !bySelf.test(near)) return true;
  const hit = findPhrases(near.slice(-60), lists['said-by-others']).at(-1);
  return hit !== undefined && !/\b(?:(?:I|we)\s+(?:have\s+|had\s+|am\s+|was\s+)?|to\s+)$/i.test(near.slice(-60).slice(0, hit.start));
}

/** A verb of posting with "that" or "how" before the name, or the name at the start of quoted words or of a line of a chat ("Kevin: …"). */
const reportedSpeech = /\b(?:wrote|written|writing|writes|post(?:ed|ing|s)?|put|puts|putting|comment(?:ed|ing|s)?|messag(?:ed|ing|es)|typed|typing|claim(?:ed|ing|s)?|alleg(?:ed|ing|es)|shared|rumours?|lies?|told the (?:whole )?(?:chat|group))\b[^.!?]{0,90}\b(?:that|how)\s+(?:the\s+|your\s+|our\s+)?$|\b(?:wrote|written|post(?:ed|s)?|put|comment(?:ed)?|messaged?|typed|replied|saying|says|said)\b[^.!?]{0,60}["'\u2018\u201c:]\s*$|(?:^|\n)\W*\p{Lu}[\p{L}' -]{1,30}:\s*$|\s\p{Lu}\p{L}+:\s*$|["\u201c]$/iu;
/** What a child tells at home is a report, not gossip. */
const toldByChild = /\b(?:my|our|his|her|the|their)\s+(?:\w+\s+)?(?:son|daughter|boy|girl|child|children|kids?|twins?|lad|eldest|youngest|nephew|niece|grandson|granddaughter|stepson|stepdaughter|little one|brother|sister)\b[^.!?]{0,40}$/i;
const bySelf = /\b(?:I|we)\s+(?:have\s+|had\s+|also\s+)?(?:wrote|written|post|put|comment|messag)/i;

/** The member of staff is the one who posts: "Tom Ashby told the WhatsApp group about …". */
function postsItself(after: string): boolean {
  return /^[^.!?,]{0,60}\b(?:told|tell(?:s|ing)|post(?:ed|s|ing)?|wrote|writ(?:es|ing)|shar(?:ed|es|ing)|put|sent|send(?:s|ing)|join(?:ed|s)\s+in|admin)\b[^.!?]{0,40}\b(?:group|chat|whatsapp)\b/i.test(after);
}

/** "Mrs Raman is in the class chat as a mum. Last night she posted …" */
function postsNext(text: string, mention: Mention, after: string): boolean {
  const next = text.slice(mention.end, mention.end + 500).split(/(?<=[.!?])\s+|\n\n/)[1] ?? '';
  return /\b(?:group|chat|whatsapp)\b/i.test(after) && /^(?:[\w'’]+,?\s+){0,3}?(?:she|he|they)\s+(?:\w+\s+)?(?:posted|put|shared|wrote|sent|told)\b/i.test(next);
}

/** Done to them by somebody else: "shouted at Mr Okafor", "the way that woman spoke to Olive", "Mr Ashby is being called". */
function isAttacked(before: string, after: string, { lists }: MailWords): boolean {
  if (/^\s+(?:is|was|are|were|has been|being|gets|got)\s+(?:being\s+|been\s+)?(?:called|targeted|insulted|abused|mocked|attacked|threatened|accused|named|winning)\b/i.test(after)) return true;
  return findPhrases(before, lists['attacked-by']).some((hit) => before.length - hit.end < 14 && !/\b(?:I|we)\s+(?:have\s+|had\s+)?$/i.test(before.slice(0, hit.start)));
}

/** "Dear Mrs Whitlock, you shouted at my son": then the person greeted is the one accused. */
function isAddressedWithBlame(text: string, mention: Mention, { lists }: MailWords): boolean {
  return text.slice(mention.end, mention.end + 6_000).split(/[.!?](?:\s|$)|\n\n/).some((sentence) => {
    const you = findPhrases(sentence, saysYou)[0];
    if (you === undefined || /\b(?:can|could|would|will|did|do|if|are|please|as|let|thank|hope|tell|show|send|asking|ask)\s+you\b/i.test(sentence)) return false;
    return findPhrases(sentence.slice(you.end), lists.accusing).some((hit) => hit.start < 40);
  });
}
