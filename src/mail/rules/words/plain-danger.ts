import type { Sign } from './danger.ts';

/**
 * Danger said so plainly that nobody need have written such a mail before: these alarm by themselves, however rarely the labelled texts hold
 * them. Each list is narrow on purpose; what is said sideways is for the other signs and the model. Put together as in `danger.ts`.
 */
const plain = (id: string, route: Sign['route'], priority: Sign['priority'], span: number, all: Sign['all'], unless: Sign['unless']): Sign => (
  { id, route, priority, clauses: route === 'conduct' ? ['IA7'] : [], all, span, unless }
);

const each = (starts: readonly string[], ends: readonly string[]): string[] => starts.flatMap((start) => ends.map((end) => `${start} ${end}`));

const wills: readonly string[] = ['will', "'ll", "i'll", "he'll", "she'll", "they'll", "we'll", 'going to', 'gonna', 'wants to', 'coming to', 'threatened to', 'threatening to', 'threatens to', 'about to'];
const staffOrYou: readonly string[] = ['you', 'your', 'the teacher', 'teacher', 'teachers', 'the ta', 'the head', 'head teacher', 'headteacher', 'the deputy', 'staff', 'mr _', 'mrs _', 'miss _', 'ms _', 'everyone', 'everybody'];
const family: readonly string[] = ['his wife', 'my wife', 'my husband', 'my son', 'my daughter', 'his son', 'her son', 'his daughter', 'her daughter'];
/** Whoever tells a story, plays, teaches or jokes. */
const toldForFun: readonly string[] = ['film*', 'hoops', 'penalt*', 'goal*', 'viking*', 'roman*', 'tudor*', 'macbeth', 'hamlet', 'play', 'story', 'book', 'panto*', 'mystery', 'joke', 'joking', 'typo', 'autocorrect', 'meant to say', 'game', 'blitz', 'history', 'museum', 'topic', 'costume*', 'prop', 'props'];
const taught: readonly string[] = ['awareness', 'training', 'course', 'workshop', 'webinar', 'policy', 'charity', 'helpline', 'assembly', 'module', 'e-learning', 'sponsored'];

const staffWords: readonly string[] = ['teacher', 'ta', 'assistant', 'dinner lady', 'lunchtime supervisor', 'midday supervisor', 'head', 'headteacher', 'coach', 'caretaker', 'mr _', 'mrs _', 'miss _', 'ms _'];
const hits: readonly string[] = ['slapped', 'smacked', 'hit', 'punched', 'kicked', 'grabbed', 'dragged', 'shoved', 'choked', 'strangled', 'pinned'];
const ours: readonly string[] = ['my child', 'my son', 'my daughter', 'my boy', 'my girl', 'my little', 'our son', 'our daughter', 'a child', 'a pupil', 'a boy', 'a girl'];

export const plainSigns: readonly Sign[] = [
  plain('P-ATTACK', 'conduct', 'P0', 60, [each(wills, ['stab', 'shoot', 'knife', 'slash', 'batter', 'strangle', 'behead', 'rape', 'beat up', 'run over']), ['him', 'her', ...staffOrYou, ...family]],
    [...toldForFun, 'shoot the', 'shoot you', 'photo*', 'camera', 'bill']),
  // Not "kill him": fathers are said to kill whoever lost a coat.
  plain('P-KILL', 'conduct', 'P0', 30, [each(wills, ['kill', 'murder']), [...staffOrYou, ...family]],
    [...toldForFun, 'forget', 'forgot', 'forgotten', 'lost', 'losing', 'late', 'cake', 'raffle', 'weeds', 'time', 'two birds', 'the process', 'the supply', 'the children at']),
  plain('P-OWN-LIFE', 'safeguarding', 'P0', 100, [['kill myself', 'kill herself', 'kill himself', 'killing myself', 'killing herself', 'killing himself', 'end my life', 'end her life', 'end his life', 'ending my life', 'ending her life', 'ending his life', 'take my own life', 'take her own life', 'take his own life', 'hang myself', 'hang herself', 'hang himself']],
    [...taught, ...toldForFun, 'laughing', 'samaritans']),
  plain('P-ARMED-HERE', 'conduct', 'P0', 90, [
    ['gun', 'shotgun', 'rifle', 'pistol', 'machete', 'a knife', 'baseball bat', 'crowbar', 'an axe', 'iron bar'],
    ['man', 'men', 'he', 'she', 'someone', 'somebody', 'dad', 'father', 'parent', 'guy', 'bloke', 'woman', 'they'],
    ['outside the gate', 'outside the gates', 'at the gate', 'at the gates', 'at your gate', 'outside the school', 'outside school', 'outside your school', 'in the playground', 'coming to the school', 'coming to school', 'way to the school', 'way to school', 'in reception'],
  ], [...toldForFun, 'water', 'toy', 'nerf', 'glue', 'paint', 'bat and ball', 'cricket', 'rounders', 'carnival', 'stall', 'cutlery', 'kitchen', 'cake', 'plastic', 'craft', 'carving', 'contractor', 'tree surgeon', 'gardener', 'air rifle', 'fete', 'club', 'glue gun', 'heat gun', 'staple']),
  plain('P-SCHOOL-ATTACK', 'conduct', 'P0', 60, [['bomb will go off', 'bomb is going to go off', 'planted a bomb', 'bomb in the school', 'bomb in your school', 'bomb at your school', 'blow up the school', 'blow the school up', 'blow up your school', 'burn the school', 'burn your school', 'burn down the school', 'burn down your school', 'set fire to the school', 'set fire to your school', 'set the school on fire', 'shoot up the school', 'shoot up your school']],
    [...toldForFun, ...taught, 'drill', 'fireworks', 'bonfire', 'volcano', 'model', 'risk assessment', 'insurance', '1940', '1941', 'calories']),
  plain('P-STAFF-HURT', 'staff-conduct', 'P1', 10, [each(each(staffWords, hits), ours)], toldForFun),
  plain('P-TOUCHED', 'safeguarding', 'P1', 60, [
    ['touched her', 'touched him', 'touched me', 'touches her', 'touches him', 'touches me', 'touching her', 'touching him', 'put his hand', 'put his hands', 'puts his hand', 'put her hand', 'made her touch', 'made him touch', 'made me touch'],
    ['skirt', 'knickers', 'pants', 'underwear', 'private*', 'bottom', 'between her legs', 'between his legs', 'down there', 'willy', 'bra', 'inside her', 'up her'],
  ], [...taught, 'potty', 'nappy', 'rash', 'cream', 'doctor', 'nurse', 'inhaler']),
  plain('P-CUTTING', 'safeguarding', 'P1', 100, [
    ['to be cut', 'be circumcised', 'cutting season', 'have her cut', 'get her cut', 'had her cut', 'make her a woman', 'fgm'],
    ['her', 'girl', 'girls', 'daughter*', 'sister*', 'cousin*'], ['somalia', 'gambia', 'egypt', 'sudan', 'sierra leone', 'mali', 'guinea', 'kenya', 'holiday*', 'summer', 'abroad', 'grandmother', 'back home'],
  ], [...taught, 'hair', 'haircut', 'grass', 'fringe', 'paper', 'shapes', 'hedge']),
  plain('P-BRINGS-OTHERS', 'conduct', 'P1', 120, [
    ['bringing his brothers', 'bringing my brothers', 'bring his brothers', 'bring my brothers', 'bringing his cousins', 'bringing my cousins', 'bring my cousins', 'bringing some lads', 'bringing the lads', 'bringing backup', 'bringing the boys'],
    ['hurt', 'sort', 'fight', 'teach', 'lesson', 'deal with', 'regret', 'pay for', 'watch', 'finish'],
  ], ['sports day', 'party', 'wedding', 'carry', 'assembly', 'match', 'fete']),
];

/** Alarm by themselves. Hate against somebody's origin or faith is for the same day whatever else its words are found in (a hate crime in law). */
export const plainIds: ReadonlySet<string> = new Set([...plainSigns.map(({ id }) => id), 'T-HATE']);
