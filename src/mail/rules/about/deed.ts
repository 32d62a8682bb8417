import type { MailWords } from '../words/mail-words.ts';
import { findPhrases, hasPhrase } from '../words/phrases.ts';

/** What somebody just named does: hurts or shames; does something to a child or the writer; says or knows something; does anything else. */
export type Deed = 'hurts' | 'acts-on-us' | 'speaks' | 'acts';

/** "Mr Ashby, who has …", "the deputy then just …", "Mrs W and her cronies". */
const skipped = /^\s*(?:[,(][^,()]{1,60}[,)]\s*)?(?:(?:who|that|has|had|have|is|was|were|then|just|also|always|again|even|actually|simply|literally|still|only|once|twice|keeps?|kept|did|does|will|would|could|went and|came and|decided to|started|been|deliberately|openly|repeatedly|quietly|suddenly|never|not|didn't|doesn't|hasn't|wasn't|in \w+ \d|in (?:year|class) \w+)\s+){0,5}/i;
const denied = /\b(?:not|never|n't|didn't|did not|has not|hasn't)\s+(?:once\s+|ever\s+|even\s+)?$/i;
/** What is owed to a parent, when it did not happen: "never replied". */
const owed = /^(?:replied|reply|answered?|responded?|rang|ring|called?|wrote|came back|come back|got back|told (?:me|us)|tell (?:me|us)|apologised?|asked?|listened?|helped?|turned up|noticed?|checked?|followed|passed)\b/i;
const speech = /^(?:said|says|told (?:us|me) (?:that|(?:to|you)\b(?! ["'\u2018\u201c])|it|about|the)|knows?|knew|explained|suggested|advised|asked|rang|rung|replied|mentioned|thinks|wants|hopes|saw|seen|helped|agreed|confirmed|warned|sends|is (?:our|my|the|his|her)|teaches|taught|will|can|has (?:our|my|the)|copied|cc'd|showed|shown|met|listened|replied|stepped in|offered|thanked|comforted|(?:sat|stayed|walked|waited|spoke|speaks|talked) (?:with|me|us|him|her|to)|found (?:me|us|him|her)|gave (?:me|us) (?:a|this|his|her|the)|put (?:ice|a plaster)|moved to|invited)\b/i;
const verb = /^(?:[a-z]{2,}ed|[a-z]{3,}ing|[a-z]{3,}(?:es|ts|ds|ps|ks|ls|ns|ms|rs|ws|ys)|told|made|make|put|took|taken|left|leave|stood|broke|broken|sent|let|hit|shook|threw|held|kept|cut|swore|lost|lied|read|wrote|written|forgot|fell|sat|spoke|did|done|got|came|went|gone|ran|sold|bought|paid|stole|brought|hid|drove|shut|spat|tore|caught|bit|drank|drunk|gave|given|had|has|was|is)\b/iu;
const onUs = /^.{0,45}?\b(?:me|us|my|our|him|her|his|their|them|the (?:child|children|class|boy|boys|girl|girls|kids|pupils)|a (?:child|boy|girl|pupil|parent|mum|family)|another (?:child|parent|family|mum)|children|boys|girls|pupils|parents)\b|^\w+\s+\p{Lu}\p{Ll}+/u;

/** The deed that follows a name in its sentence, or null where none does. */
export function deedOf(after: string, { lists }: MailWords): Deed | null {
  if (hasPhrase(after.slice(0, 90), lists['harming-abroad'])) return 'hurts';
  const lead = skipped.exec(after)?.[0] ?? '';
  const rest = after.slice(lead.length);
  if (!/^\s/.test(after) && !/^\s*[,(]/.test(after)) return null;
  const harmful = findPhrases(rest, lists.harming)[0];
  const reach = /^(?:teaches|works|runs|takes)\b/i.test(rest) ? 30 : 12;
  if (harmful !== undefined && harmful.start < reach && !denied.test(lead)) return 'hurts';
  if (denied.test(lead) && owed.test(rest)) return 'acts-on-us';
  if (speech.test(rest)) return 'speaks';
  if (!verb.test(rest)) return null;
  return onUs.test(rest) && !denied.test(lead) ? 'acts-on-us' : 'acts';
}
