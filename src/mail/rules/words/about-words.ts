import type { Role } from '../../../concern/rules/words-of-the-school.ts';

/** What people call the holders of an office when they do not use the name. Lists to edit; phrases as in `phrases.ts`. */
export const roleWords: readonly { roles: readonly Role[]; phrases: readonly string[] }[] = [
  { roles: ['executive-head'], phrases: ['executive head', 'executive headteacher', 'executive head teacher', 'executive principal', 'exec head', 'exec headteacher'] },
  { roles: ['head'], phrases: ['the head', 'headteacher', 'head teacher', 'headmistress', 'headmaster', 'head of school', 'the principal', 'your head', 'our head', 'head at', 'la directora', 'el director', 'la directrice', 'a diretora'] },
  { roles: ['safeguarding-lead'], phrases: ['safeguarding lead', 'designated safeguarding lead', 'safeguarding officer', 'safeguarding person', 'safeguarding lady', 'safeguarding woman', 'safeguarding man', 'safeguarding teacher', 'head of safeguarding', 'safeguarding team', 'dsl', 'child protection lead', 'child protection officer'] },
  { roles: ['chair'], phrases: ['chair of governors', 'chair of the governors', 'chair of governing', 'the chair', 'chairman of governors', 'chairwoman of governors'] },
  { roles: ['chair', 'governor'], phrases: ['governors', 'governing body', 'governing board', 'a governor', 'the governor', 'parent governor', 'one of the governors', 'one of your governors'] },
  { roles: ['slt', 'head', 'executive-head', 'safeguarding-lead'], phrases: ['senior leadership', 'leadership team', 'senior leaders', 'slt', 'the leadership', 'school leadership', 'senior management', 'the management', 'senior staff'] },
  { roles: ['office'], phrases: ['office manager', 'the office lady', 'the office ladies', 'lady in the office', 'woman in the office', 'the receptionist', 'office staff', 'the secretary'] },
];

/** Titles that are offices too: "the deputy" is whoever's job title says so. */
export const jobWords: readonly { job: string; phrases: readonly string[] }[] = [
  { job: 'deputy', phrases: ['the deputy', 'deputy head', 'deputy headteacher', 'deputy head teacher'] },
  { job: 'assistant head', phrases: ['assistant head', 'assistant headteacher', 'assistant head teacher'] },
  { job: 'senco', phrases: ['senco', 'sendco', 'inclusion lead'] },
];

/** Words near a name that make it an accusation. In doubt a word belongs here: the price is a narrower path, which a person can widen. */
export const accusing: readonly string[] = [
  '{hurt}', '{demeaned}', 'shout*', 'scream*', 'hurt', 'bully*', 'bullies', 'ignor*', 'refus*', 'lied', 'lies', 'liar', 'lying', 'dishonest*', 'rude', 'rudely', 'abrupt', 'aggressive*', 'unfair*', 'unkind', 'cruel', 'nasty', 'discriminat*', 'racist', 'racism', 'sexist', 'favourit*', 'fail*', 'nothing about', 'did nothing', 'does nothing', 'done nothing', 'dismiss*', 'brushed ... off', 'brushed ... aside', 'fobbed', 'cover* up', 'cover-up', 'complain*', 'complaint', 'grievance', 'unprofessional*', 'unfit', 'useless', 'incompeten*', 'hopeless', 'pathetic', 'swore', 'swear*', 'drunk', 'alcohol', 'drugs', 'stole', 'stealing', 'stolen', 'fraud', 'pocket*', 'fiddl*', 'misus*', 'expenses', 'corrupt*', 'bribe*', 'threat*', 'intimidat*', 'harass*', 'humiliat*', 'made ... cry', 'left ... crying', 'in tears', 'upset', 'unacceptable', 'disgrace*', 'disgust*', 'appall*', 'shock*', 'behaviour', 'conduct', 'misconduct', 'attitude', 'treated', 'treatment', 'treats', 'treating', 'handled', 'handling', 'the way', 'lock*', 'left alone', 'left ... alone', 'alone with', 'inappropriate*', 'touch*', 'texting', 'relationship', 'affair', 'allegation*', 'accus*', 'concern* about', 'worr* about', 'not happy with', 'unhappy with', 'unhappy about', 'disappointed with', 'disappointed in', 'disappointed by', 'lost confidence', 'no confidence', 'no faith', 'lost faith', 'not fit', 'resign*', 'sack*', 'suspend*', 'investigat*', 'abus*', 'neglect*', 'negligent', 'reckless', 'unsafe', 'biased', 'bias', 'blam*', 'victimis*', 'single* out', 'pick* on', 'punish*', 'excluded', 'broke ... confiden*', 'told other parents', 'shared ... private', 'breach*', 'gossip*', 'mock*', 'laugh* at', 'power', 'toxic', 'grit*', 'mentira*', 'insult*',
];

/** Somebody else's words about them: then they are the ones hurt, not the ones accused. */
export const saidByOthers: readonly string[] = [
  'called', 'calling', 'calls', 'call', 'described', 'describing', 'comments about', 'comment about', 'comments on', 'messages about', 'message about', 'posts about', 'post about', 'posted about', 'posting about', 'rant about', 'ranting about', 'rants about', 'gossip about', 'gossiping about', 'rumours about', 'rumour about', 'lies about', 'things about', 'slagging', 'slagged', 'slating', 'insulting', 'insulted', 'insults about', 'insults at', 'abuse about', 'abuse of', 'abuse at', 'abuse towards', 'abusing', 'abusive about', 'abusive towards', 'rude about', 'nasty about', 'horrible about', 'attack on', 'attacks on', 'attacking', 'mocking', 'making fun of', 'laughing at', 'wrote that', 'wrote about', 'saying that', 'saying', 'says', 'say', 'said that', 'said about', 'said', 'having a go at', 'bad-mouthing', 'badmouthing', 'threatening', 'threatened', 'target* of', 'targeting', 'directed at', 'aimed at', 'petition', 'get ... sacked',
];

/** Being asked, told, thanked, copied or met: no accusation. */
export const inPassing: readonly string[] = [
  'please', 'could', 'would you', 'can you', 'thank*', 'grateful', 'spoke to', 'spoken to', 'speak to', 'speak with', 'spoke with', 'talk to', 'talked to', 'told', 'mentioned', 'ask*', 'emailed', 'cc', 'copied', 'copying', 'copy to', 'meet with', 'meeting with', 'met with', 'appointment', 'pass ... on to', 'forward ... to', 'let ... know', 'for the attention of', 'fao', 'attn', 'letter from', 'email from', 'newsletter from', 'message from', 'assembly', 'helpful', 'kind', 'lovely', 'brilliant', 'wonderful', 'great', 'best', 'suggested', 'advised', 'said i should', 'recommended', 'going to do', 'will do', 'look into', 'class', 'informed', 'sent to', 'raise* ... with', 'reported ... to', 'on behalf of', 'signed', 'introduced', 'welcome*', 'to inform', 'to know', 'aware', 'should see', 'deal with', 'reply to', 'wrote to', 'write to',
];
