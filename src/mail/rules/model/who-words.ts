/**
 * Words that say who somebody is, not what happened. The model reads each as its class, so that no name, gender, origin or faith can
 * weigh anything: "my son" and "my daughter" are one word to it.
 */
const classes: Readonly<Record<string, readonly string[]>> = {
  _who_: [
    'muslim', 'muslims', 'christian', 'christians', 'catholic', 'catholics', 'jew', 'jews', 'jewish', 'hindu', 'hindus', 'sikh', 'sikhs', 'buddhist', 'atheist', 'islam', 'islamic', 'christianity', 'judaism', 'hinduism',
    'african', 'africans', 'asian', 'asians', 'arab', 'arabs', 'arabic', 'albanian', 'albanians', 'american', 'bangladeshi', 'bengali', 'brazilian', 'british', 'bulgarian', 'caribbean', 'chinese', 'colombian', 'congolese', 'ecuadorian',
    'english', 'eritrean', 'ethiopian', 'european', 'french', 'german', 'ghanaian', 'greek', 'gypsy', 'gypsies', 'hungarian', 'indian', 'indians', 'iranian', 'iraqi', 'irish', 'israeli', 'israelis', 'italian', 'jamaican', 'japanese', 'kosovan',
    'kurdish', 'latino', 'lithuanian', 'moroccan', 'nigerian', 'nigerians', 'pakistani', 'pakistanis', 'palestinian', 'palestinians', 'portuguese', 'roma', 'romanian', 'romanians', 'russian', 'scottish', 'somali', 'somalis', 'spanish', 'sudanese',
    'syrian', 'syrians', 'tamil', 'traveller', 'travellers', 'turk', 'turkish', 'ukrainian', 'ukrainians', 'vietnamese', 'welsh', 'yoruba', 'africa', 'asia', 'england', 'britain', 'somalia', 'poland', 'romania', 'pakistan', 'bangladesh', 'nigeria', 'jamaica',
  ],
  _he_: ['he', 'she', 'him', 'her', 'his', 'hers'],
  _self_: ['himself', 'herself'],
  _parent_: ['mum', 'mom', 'mam', 'mummy', 'mommy', 'mama', 'mother', 'dad', 'daddy', 'dada', 'papa', 'father'],
  _parents_: ['mums', 'moms', 'mummies', 'mothers', 'dads', 'daddies', 'fathers'],
  _stepparent_: ['stepdad', 'stepmum', 'stepfather', 'stepmother'],
  _son_: ['son', 'daughter'],
  _sons_: ['sons', 'daughters'],
  _boy_: ['boy', 'girl', 'lad', 'lass'],
  _boys_: ['boys', 'girls', 'lads', 'lasses'],
  _partner_: ['husband', 'wife', 'boyfriend', 'girlfriend', 'hubby', 'missus', 'fiance', 'fiancee'],
  _sibling_: ['brother', 'sister', 'bro', 'sis'],
  _siblings_: ['brothers', 'sisters'],
  _man_: ['man', 'woman', 'bloke', 'guy', 'lady', 'gentleman', 'male', 'female'],
  _men_: ['men', 'women', 'blokes', 'guys', 'ladies', 'gentlemen'],
  _uncle_: ['uncle', 'aunt', 'auntie', 'aunty'],
  _grandparent_: ['grandad', 'granddad', 'grandpa', 'grandfather', 'grandma', 'granny', 'grandmother', 'nan', 'nana', 'nanna', 'nanny', 'gran'],
  _cousin_: ['nephew', 'niece'],
  _title_: ['mr', 'mrs', 'ms', 'sir', 'madam'],
  _worship_: ['mosque', 'church', 'synagogue', 'temple', 'gurdwara', 'chapel'],
  _worn_: ['hijab', 'headscarf', 'turban', 'burka', 'burqa', 'niqab', 'abaya', 'kippah', 'skullcap', 'crucifix', 'patka', 'veil'],
  _festival_: ['eid', 'ramadan', 'christmas', 'easter', 'diwali', 'hanukkah', 'vaisakhi', 'passover', 'lent'],
};

/** Which words a class stands for. */
export const wordsOfClass: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(classes));
const classOfWord = new Map(Object.entries(classes).flatMap(([name, words]) => words.map((word) => [word, name] as const)));
/** "The black mum" says who she is; a black eye doesn't. */
const colours = new Set(['black', 'white', 'brown', 'mixed', 'coloured']);
const people = new Set(['_parent_', '_parents_', '_boy_', '_boys_', '_man_', '_men_', '_son_', 'people', 'person', 'family', 'families', 'kid', 'kids', 'child', 'children', 'parents', 'teacher', 'teachers', 'british', 'lives', 'race']);
/** First names that are words too: with a capital they are names. */
const namesThatAreWords = new Set(['mark', 'rose', 'will', 'grace', 'hope', 'faith', 'joy', 'lily', 'daisy', 'poppy', 'ruby', 'amber', 'jade', 'summer', 'dawn', 'jack', 'bill', 'rob', 'pat', 'sue', 'ray', 'art', 'frank', 'grant', 'chase', 'drew', 'jasmine', 'ivy', 'iris', 'hazel', 'heather', 'holly', 'violet', 'olive', 'pearl', 'robin', 'jay', 'dale', 'dean', 'miles', 'penny', 'sandy', 'gene', 'don', 'victor', 'angel', 'crystal', 'melody', 'sky', 'star', 'storm', 'rowan', 'sienna', 'harry', 'nick', 'max', 'gill', 'carol', 'eve', 'josh', 'tom', 'dan', 'ben', 'sam', 'kit', 'ash', 'bob', 'ted', 'al', 'jo', 'di', 'viv', 'kay', 'guy']);
/** Words that keep their meaning with a capital in the middle of a sentence; any other is a name. */
const keptWithCapital = new Set([
  'i', "i'm", "i've", "i'll", "i'd", 'im', 'ive', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december',
  'whatsapp', 'facebook', 'snapchat', 'instagram', 'tiktok', 'telegram', 'signal', 'google', 'zoom', 'teams', 'parentpay', 'tapestry', 'dojo', 'classdojo', 'arbor', 'roblox', 'youtube', 'twitter', 'outlook',
  'year', 'reception', 'nursery', 'class', 'school', 'primary', 'academy', 'trust', 'office', 'head', 'headteacher', 'deputy', 'teacher', 'teachers', 'governor', 'governors', 'chair', 'executive', 'senco', 'trustees', 'council', 'police', 'ofsted', 'gp', 'doctor', 'hospital', 'covid',
  'data', 'protection', 'act', 'subject', 'access', 'request', 'freedom', 'information', 'article', 'complaint', 'complaints', 'policy', 'stage', 'formal', 'safeguarding', 'officer', 'social', 'services', 'dear', 'hi', 'hello', 'regards', 'thanks', 'thank', 'god', 'sats', 'pe', 'pta', 'miss',
]);

/** The class of a word, or the word. `isName`: it carries a capital that only a name would have. */
export function withoutWho(word: string, next: string, isName: boolean): string {
  const found = classOfWord.get(word);
  if (found !== undefined) return found;
  if (colours.has(word) && people.has(classOfWord.get(next) ?? next)) return '_who_';
  return isName ? '_who_' : word;
}

/** A capital where no sentence begins is a name's, unless the word is known to carry one; at the beginning only a first name's is. */
export function isNamed(word: string, begins: boolean): boolean {
  return begins ? namesThatAreWords.has(word) : !keptWithCapital.has(word);
}
