import type { Route } from '../../concern/rules/words-of-the-school.ts';
import { whoIsItAbout } from './about.ts';
import type { StaffAccused, Weight } from './about/weigh-mentions.ts';
import { whoWrote } from './author/author.ts';
import { isStaff, type Authorship } from './author/authorship.ts';
import { candidatesFor } from './author/candidates.ts';
import { withoutHistory } from './author/history.ts';
import { domainOf, headerOf, type MailLanguage, type MailPerson, type ParsedMail } from './mail.ts';
import { askModel } from './model/ask-model.ts';
import type { Model } from './model/heads.ts';
import { trainedModel } from './model/trained.ts';
import { recogniseAutomated } from './recognise.ts';
import { findReference } from './reference.ts';
import { triage } from './triage.ts';
import type { TriageInput } from './triage/verdict.ts';
import type { ReadingContext, StaffEntry, Understanding } from './understanding.ts';

/** A mail of a whole novel is judged by its first 60,000 characters; its text and original stay whole. */
const longestPart = 60_000;
/** All that is judged of a mail and of the mails in it. */
const mostJudged = 150_000;
const longestSubject = 2_000;
/** With so few words of its own, or words that point down, a mail means what stands below it. */
const fewWords = 8;
const pointsBelow = /\b(?:see|read|look|per|found|forwarded?|is|the)\b[^.\n]{0,30}\bbelow\b|\bbelow is\b|\bveáse? abajo\b/i;

/** All that can be said of a mail from its words and headers: who, what, how soon, about whom. Pure, and the same every time. */
export function understandMail(mail: ParsedMail, context: ReadingContext): Understanding {
  const known = withOwnDomains(mail, context);
  const { wrote, text, folded, judged } = wordsOf(mail, known);
  const verdict = triage(judged, context.words, context.model);
  const talk = verdict.route === 'not-a-concern' ? { about: [], targets: [], unnamed: null } : whoIsItAbout([wrote.subject, ...judged.parts], staffBut(known.staff, wrote), context.words, weightOf(verdict.route), staffAccused(context.model));
  return {
    author: wrote.author, forwarder: wrote.forwarder, confidence: wrote.confidence, authorEvidence: wrote.evidence,
    candidates: wrote.author === null ? candidatesFor(mail, known) : [], told: wrote.told, ...verdict,
    reason: inLanguage(mail.language, verdict.reason), language: mail.language,
    automated: judged.automated, replyTo: findReference(mail, known.schoolCode),
    text: wholeText(wrote, text), comment: wrote.comment, folded, about: talk.about, targets: talk.targets, aboutUnnamed: talk.unnamed,
  };
}

/** Where the forwarder tells of it, their story stands first; a forwarder at the school only adds a note. */
function wholeText({ told, comment, author }: Authorship, text: string): string {
  if (told === 'author') return text;
  const by = author === null ? 'Somebody' : [author.name, author.email === null ? '' : `<${author.email}>`].filter((part) => part !== '').join(' ');
  return [comment, `${by} wrote:`, text].filter((part) => part !== '').join('\n\n');
}

/** A mail is never put aside for its language: whoever looks is told which it is. */
function inLanguage(language: MailLanguage | null, reason: string): string {
  return language === null ? reason : `In ${language.name}: needs translating. ${reason}`;
}

/** What of a mail is judged. The model is trained on the same words that it is asked about. */
export function judgedWords(mail: ParsedMail, context: ReadingContext): TriageInput {
  return wordsOf(mail, withOwnDomains(mail, context)).judged;
}

interface WordsOfMail { wrote: Authorship; text: string; folded: number; judged: TriageInput }

function wordsOf(mail: ParsedMail, known: ReadingContext): WordsOfMail {
  const wrote = whoWrote(mail, known);
  const { text, folded, history } = withoutHistory(wrote.words, wrote.isReply);
  const below = needsBelow(text) ? history : '';
  const parts = [text, wrote.comment, below, withoutHistory(mail.otherText, wrote.isReply).text, ...nestedTexts(mail, wrote)].filter((part) => part.trim() !== '').map((part) => withoutDisclaimer(part.slice(0, longestPart)));
  const subject = (wrote.subject === mail.subject ? mail.subject : `${mail.subject}\n${wrote.subject}`).slice(0, longestSubject);
  const isNewsletter = headerOf(mail, 'list-unsubscribe') !== null;
  return { wrote, text, folded, judged: { subject, parts: upTo(mostJudged, parts), automated: recogniseAutomated(mail), isNewsletter, exhibits: mail.exhibits } };
}

/** The first parts, as far as so many characters go. */
function upTo(most: number, parts: readonly string[]): string[] {
  let left = most;
  return parts.map((part) => {
    const taken = part.slice(0, left);
    left -= taken.length;
    return taken;
  }).filter((part) => part !== '');
}

/** Left out, the model that is shipped. */
function staffAccused(model: Model | null = trainedModel()): StaffAccused {
  return model === null ? null : (text) => askModel(model, text).scores.staff;
}

function weightOf(route: Route): Weight {
  if (route === 'staff-conduct') return 'grave';
  return route === 'complaint' ? 'complaint' : 'light';
}

/** A firm's footer speaks of threats and abuse, and nobody wrote it. */
function withoutDisclaimer(part: string): string {
  return part.split(/\n\s*\n|\n(?=this (?:e-?mail|message|communication))/i).filter((paragraph, index) => index === 0 || !disclaimer.test(paragraph)).join('\n\n');
}

const disclaimer = /^\W*(?:this (?:e-?mail|message|communication)|the (?:contents|information) (?:of|in|contained)|disclaimer|confidentiality|if you are not the intended)\b[\s\S]*(?:confidential|intended (?:recipient|solely)|privileged|views? of|virus)/i;

/** Where nothing is known of the school, its domain is that of the school's mailbox the mail was sent to. */
function withOwnDomains(mail: ParsedMail, context: ReadingContext): ReadingContext {
  if (context.staffDomains.length > 0) return context;
  const domains = [...mail.to, ...mail.cc].filter((person) => schoolMailbox.test(person.email ?? '')).map((person) => domainOf(person.email));
  return { ...context, staffDomains: [...new Set(domains)].filter((domain) => !publicMail.test(domain)) };
}

const schoolMailbox = /^(?:school|office|admin|info|enquiries|contact|head|reception|slt|concerns?)[\w.-]*@/;
const publicMail = /^(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|me|btinternet|sky|aol|gmx|proton(?:mail)?)\./;

function needsBelow(text: string): boolean {
  return (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) < fewWords || (text.length < 600 && pointsBelow.test(text));
}

/** Mails hung on this one are read too, unless one of them is the text already. */
function nestedTexts(mail: ParsedMail, wrote: Authorship): string[] {
  return mail.nested.flatMap((each) => [each.mail.subject, each.mail.text, each.mail.otherText, ...nestedTexts(each.mail, wrote)]).filter((text) => text !== '' && !wrote.words.includes(text));
}

/** A member of staff who wrote or sent it on speaks of "I"; their own name in it is a signature. */
function staffBut(staff: readonly StaffEntry[], wrote: Authorship): StaffEntry[] {
  const is = (entry: StaffEntry, person: MailPerson | null): boolean => person?.email != null && person.email === entry.mail.toLowerCase();
  return staff.filter((entry) => !is(entry, wrote.author) || !isStaff(wrote.author, { staff, staffDomains: [] }));
}
