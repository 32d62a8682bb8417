/**
 * What danger is made of, as lists that `danger.ts` puts together: no list alone means anything. How to write phrases: `phrases.ts`.
 * Other languages stand at the end of each list.
 */
export const weapon: readonly string[] = [
  'knife', 'knives', 'blade', 'machete*', 'shank', 'bat', 'baseball bat', 'hammer', 'axe', 'crowbar', 'iron bar', 'metal bar', 'knuckle duster*', 'knuckleduster*', 'gun', 'guns', 'shotgun*', 'rifle*', 'pistol*', 'air rifle', 'petrol', 'lighter fluid', 'picture of a lighter', 'acid', 'drain cleaner', 'bleach', 'ammonia', 'boiling water', 'screwdriver', 'brick', 'bricks', 'bottle', 'tooled up', 'pitbull', 'set the dog*', 'grenade', 'bomb', 'noose', 'coffin', 'bullet', 'bullets', '🔪', '🔫', '💣', '🪓',
  'cuchillo', 'navaja', 'pistola', 'couteau', 'fusil', 'faca', 'nóż', 'nożem', 'messer', 'coltello', 'cuțit', 'cutit', 'bıçak', 'mindi', 'toorey', 'سكين', 'بسكين', 'مسدس', 'ছুরি', 'দা', 'چاقو', 'нож', 'ножом', 'dao',
];

/** Done to a body, or to a house. */
export const violence: readonly string[] = [
  'kill', 'kills', 'killed', 'killing', 'stab', 'stabbed', 'stabbing', 'shoot', 'smash', 'smashed', 'cave', 'cave in', 'batter', 'punch', 'knock ... out', 'deck', 'hospital', 'slit', 'throat', 'strangle', 'throttle', 'run ... over', 'run ... down', 'burn', 'torch', 'burned', 'set fire', 'on fire', 'break', 'snap', 'rip', 'beat', 'hurt', 'do him', 'do her', 'finish him', 'finish her', 'bury', 'kick', 'face in', 'head in', 'bash', 'glass', 'slash', 'cut', 'cut up', 'face', 'teeth', 'jaw', 'legs', 'kneecaps', 'skull',
  'matar', 'mato', 'matarte', 'matarlo', 'matarla', 'pegar', 'tuer', 'tue', 'frapper', 'zabić', 'zabije', 'zabiję', 'töten', 'umbringen', 'uccidere', 'ammazz*', 'omor*', 'öldür*', 'dili', 'dilayaa', 'أقتل', 'سأقتل', 'يقتل', 'قتل', 'মেরে', 'খুন', 'убью', 'убить', 'giết',
];

/** Somebody means to do it, or says so. */
export const intent: readonly string[] = [
  "i'll", 'ill', 'i will', "i'm going to", 'im gonna', "i'm gonna", 'gonna', 'going to', "he'll", "she'll", 'he will', 'she will', 'hes going', "they'll", "we'll", 'would', "i'd", "he'd", "she'd", 'said', 'says', 'wrote', 'messaged', 'bring', 'bringing', 'brings', 'coming', 'on his way', 'on her way', 'on their way', 'turn up', 'turning up', 'waiting', 'carrying', 'carries', 'has got', "he's got", 'with a', 'want to', 'wants to', 'ought to', 'needs', 'get', "won't be", 'shown', 'voy a', 'va a', 'je vais', 'va le', 'va la', 'vou', 'ich werde', 'wird',
];

export const somebody: readonly string[] = [
  'him', 'his', 'her', 'hers', 'you', 'your', 'them', 'their', 'me', 'my', 'us', 'our', 'mr _', 'mrs _', 'miss _', 'ms _', 'teacher*', 'husband*', 'wife', 'partner', 'dad*', 'mum*', 'head', 'that man', 'that woman', 'the lot of', 'someone', 'somebody', 'anyone', 'people', 'te', 'lo', 'la', 'le', 'dich', 'ihn', 'sie',
];

/** Today, here. */
export const imminent: readonly string[] = [
  'today', 'tonight', 'tomorrow', 'tmrw', 'tomoz', '2moro', 'now', 'right now', 'this morning', 'this afternoon', 'in the morning', 'before 3', 'at 3', '3.15', '3.20', '3.30', '8.45', 'pick up', 'pickup', 'pick-up', 'drop off', 'home time', 'at the gate', 'the gate', 'the gates', 'outside school', 'outside the school', 'on his way', 'on her way', 'on their way', 'in the car park', 'urgent*', 'hoy', 'mañana', "aujourd'hui", 'demain', 'hoje', 'amanhã', 'agora', 'dziś', 'jutro', 'heute', 'morgen', 'oggi', 'maanta', 'اليوم', 'আজ', 'bugün', 'сегодня', 'azi',
];

export const child: readonly string[] = [
  'son', 'daughter', 'child', 'children', 'child\'s', 'kid', 'kids', 'boy', 'boys', 'girl', 'girls', 'lad', 'lads', 'pupil', 'pupils', 'baby', 'little one', 'little ones', 'toddler', 'youngest', 'eldest', 'twins', 'niece', 'nephew', 'grandson', 'granddaughter', 'grandchild*', 'brother', 'sister', 'year 1', 'year 2', 'year 3', 'year 4', 'year 5', 'year 6', 'year one', 'year two', 'year three', 'year four', 'year five', 'year six', 'y1', 'y2', 'y3', 'y4', 'y5', 'y6', '1r', '2r', '3a', '3b', '4p', '4g', '4w', '5a', '5b', '5r', '6w', '6a', '6b', 'reception', 'nursery', 'rec', 'hijo', 'hija', 'niño', 'niña', 'fils', 'fille', 'filho', 'filha', 'enfant', 'criança', 'syn', 'córka', 'dziecko', 'dziecka', 'sohn', 'tochter', 'kind', 'figlio', 'figlia', 'bambin*', 'fiica', 'fiul', 'copil*', 'oğlum', 'kızım', 'wiilka', 'gabadha', 'gabadh', 'carruurta', 'ابني', 'ابنتي', 'الولد', 'البنت', 'طفل', 'মেয়ে', 'ছেলে', 'বাচ্চা', 'сын', 'дочь', 'ребенок', 'con',
];

export const atHome: readonly string[] = [
  '{parent}', 'mummy', 'daddy', 'mum', 'mums', 'mum\'s', 'mam', 'mom', 'dad', 'dads', 'father', 'mother', 'step dad', 'stepfather', 'stepmother', 'step mum', 'stepmum', 'boyfriend', 'girlfriend', 'partner', 'uncle', 'auntie', 'aunty', 'nan', 'nanny', 'gran', 'grandad', 'grandma', 'at home', 'home', 'big brother', 'older brother', 'husband', 'her ex', 'his ex', 'my ex', 'carer', 'babysitter', 'childminder', 'madre', 'mamá', 'papá', 'padre', 'padrastro', 'mère', 'père', 'maman', 'mãe', 'pai', 'padrasto', 'mama', 'tata', 'ojciec', 'matka', 'ojczym', 'vater', 'mutter', 'papa', 'mamma', 'babbo', 'anne', 'baba', 'aabo', 'hooyo', 'أمه', 'أبوه', 'والده', 'أمي', 'أبي', 'মা', 'বাবা', 'отец', 'отчим', 'мать', 'bố', 'mẹ',
];

/** Hurt that can be seen on a child, or is told of. */
export const injury: readonly string[] = [
  'bruise*', 'bruising', 'marks', 'mark on', 'mark across', 'burn', 'burns', 'burnt', 'burned', 'welt', 'welts', 'hand print*', 'handprint*', 'finger marks', 'fingerprints', 'black eye', 'split lip', 'swollen', 'scar', 'scars', 'bite mark*', 'scratches', 'scabs', 'lash', 'lashes', 'belt', 'slipper', 'wooden spoon', 'the stick', 'with a stick', 'cane', 'the cable', 'with a cable', 'the cord', 'coat hanger', 'flip flop', 'the hairbrush', 'hit', 'hits', 'hitting', 'smack', 'smacks', 'smacked', 'smacking', 'slap*', 'punch*', 'kicks', 'kicked', 'beats', 'beaten', 'beating', 'beat', 'whip*', 'thrash*', 'choke*', 'shook', 'shakes', 'dragged', 'throws', 'threw', 'locks', 'locked', 'shut in', 'cold bath', 'cold shower', 'cupboard', 'made ... kneel', 'made ... stand all night', 'pulls ... hair', 'scald*', 'hot chilli', 'hurts', 'hurting', 'moretón', 'moretones', 'golpea', 'pega', 'pegó', 'cinturón', 'bleus', 'frappe', 'ceinture', 'bate', 'bateu', 'cinto', 'bije', 'bił', 'siniak*', 'pasem', 'schlägt', 'geschlagen', 'blaue flecken', 'picchia', 'livid*', 'bate', 'vânătăi', 'kemer', 'dövüyor', 'garaac*', 'gubay*', 'حرق', 'ضرب', 'يضرب', 'ضربه', 'মারে', 'মেরেছে', 'পোড়া', 'бьет', 'бьёт', 'синяк*', 'đánh',
];

/** Where on a body, in a way that a fall in the playground does not explain. */
export const bodyPlace: readonly string[] = ['back', 'shoulder', 'shoulder blade', 'thigh*', 'bottom', 'bum', 'ribs', 'neck', 'tummy', 'stomach', 'chest', 'wrist*', 'arm', 'arms', 'upper arm', 'legs', 'ear', 'ears', 'face', 'cheek', 'hand', 'hands', 'mano', 'brazo', 'espalda', 'main', 'bras', 'dos', 'يده', 'হাতে'];

/** A child speaks of it, hides it, or is afraid. */
export const tellsOfIt: readonly string[] = [
  'told me', 'told us', 'told my', 'tells me', 'said', 'says', 'whispered', 'asked me not to tell', 'not to tell', "don't tell", 'begged', 'scared', 'frightened', 'afraid', 'terrified', 'flinch*', 'went white', 'wet himself', 'wet herself', 'shaking', 'hiding', 'covered', 'kept his', 'kept her', 'towel', 'long sleeves', 'if i\'m bad', 'when i\'m bad', 'because i was bad', 'naughty', 'not from a fall', "doesn't look like", 'looked old', 'look old', 'different colours', 'cried', 'crying', 'me dijo', 'dice que', "m'a dit", 'dit que', 'disse', 'powiedział', 'powiedziała', 'sagt', 'dice', 'قال', 'বলেছে', 'сказал*',
];

/** Bumps of everyday: they take back an injury, unless a hand did it. */
export const accident: readonly string[] = [
  'scooter', 'bike', 'bicycle', 'trampoline', 'climbing frame', 'monkey bars', 'football', 'rugby', 'netball', 'cricket', 'gymnastics', 'karate', 'judo', 'skateboard', 'skating', 'ice rink', 'swing', 'slide', 'tripped', 'trip over', 'slipped', 'fell off', 'fell over', 'fell down the steps', 'came off', 'bumped', 'bump', 'playground', 'at playtime', 'break time', 'lunchtime', 'pe lesson', 'in pe', 'shut in the door', 'shut in the car', 'stung', 'allergic', 'allergy', 'walk in', 'walk-in', 'plaster', 'sprain*', 'x-ray', 'fracture', 'dentist', 'orthodontist', 'wisdom tooth', 'hot chocolate', 'chicken pox', 'insect', 'mosquito', 'eczema', 'puppy', 'kitten', 'birthmark', 'mongolian', 'oven glove', 'bake sale', 'sunburn*', 'music', 'drum', 'drums', 'clocks', 'heart beat', 'temperature', 'fever',
];

/** A stage, a lesson, a game or a joke: they take back violence. */
export const play: readonly string[] = [
  'panto*', 'nativity', 'assembly', 'costume*', 'rehearsal', 'school play', 'the play', 'drama', 'script', 'viking*', 'tudor*', 'roman*', 'blitz', 'ww1', 'ww2', 'world war', 'history', 'topic', 'museum', 'nerf', 'toy', 'toys', 'water pistol*', 'water gun*', 'book fair', 'world book day', 'book day', 'cricket', 'rounders', 'baseball club', 'football', 'match', 'goal', 'goals', 'keeper', 'tournament', 'homework', 'maths', 'fractions', 'spellings', 'karaoke', 'quiz', 'bonfire', 'fireworks', 'guy fawkes', 'gunpowder', 'run sheet', 'cake', 'cakes', 'bake', 'baking', 'pumpkin*', 'halloween', 'library', 'overdue', 'video game', 'minecraft', 'fortnite', 'laughing', 'haha', 'lol', 'lmao', '😂', '🤣', 'joking aside', 'fight tooth and nail', 'placards', 'lanyard', 'glue gun', 'science', 'experiment', 'film night', 'movie', 'karate', 'fencing club', 'archery', 'cooking', 'kitchen', 'hedge', 'tree surgeon', 'wasp*', 'nits', 'lice', 'weeds', 'wifi', 'photocopier', 'printer', 'grade 1', 'battery', 'bank account', 'magic', 'puppet*', 'santa',
];

/** Adults under drink or drugs. */
export const underDrink: readonly string[] = [
  'drunk', 'drinking', 'been drinking', 'had a drink', 'pissed', 'hammered', 'wasted', 'stank of', 'stinks of', 'stinking of', 'reeked of', 'reeking of', 'reeks of', 'smelt of wine', 'smelled of wine', 'smelt of drink', 'smelt of beer', 'smelt of vodka', 'smelt of alcohol', 'smelled of alcohol', 'smelled of drink', 'smell of alcohol', 'smell of drink', 'smelt of weed', 'smelled of weed', 'smell of weed', 'smell of cannabis', 'smelt of cannabis', 'alcohol on', 'booze', 'slurring', 'slurred', 'hardly stand', 'barely stand', "couldn't stand", 'could not stand', 'unsteady', 'staggering', 'swaying', 'stoned', 'high as', 'off his face', 'off her face', 'out of it', 'passed out', 'wine o\'clock', 'vodka', 'over the limit', 'in no fit state', 'borrach*', 'ivre', 'bêbad*', 'pijan*', 'betrunken', 'ubriac*', 'sarhoş', 'سكران',
];

export const inCharge: readonly string[] = [
  'drove', 'drive', 'drives', 'driving', 'driver', 'in the car', 'the car', 'her car', 'his car', 'wheel', 'car seat', 'seatbelt*', 'strapped in', 'keys', 'collect*', 'pick up', 'pickup', 'picked up', 'picks up', 'school run', 'lift share', 'take them home', 'took them home', 'took the kids', 'in charge of', 'looking after', 'buggy', 'pram', 'carro', 'coche', 'voiture', 'conduire', 'samoch*', 'auto', 'macchina',
];

/** Of a body, in a way that no child should be spoken of. */
export const sexual: readonly string[] = [
  'private parts', 'privates', 'willy', 'fanny', 'penis', 'vagina', 'knickers', 'pants', 'tights', 'underwear', 'bra', 'no clothes on', 'without clothes', 'with no clothes', 'naked', 'nude*', 'nudes', 'undress*', 'topless', 'porn*', 'sexy', 'sexual*', 'sex', 'kiss*', 'touched', 'touching', 'touches', 'rubbed', 'rubs', 'licked', 'hand up', 'hand down', 'on his lap', 'on her lap', 'in her bed', 'in his bed', 'into her bed', 'fondl*', 'grope*', 'groped', 'flash*', 'dick pic*', 'doctor game', 'doctors and nurses', 'bum', 'boobs', 'bulge', 'hot for', 'look ready', 'jailbait', 'give it five years', 'give it a few years', 'in a few years', 'when she\'s legal', '🥵', '🍆', '🍑', '👅', 'swimming stuff', 'swimming things', 'swimsuit*', 'swimwear', 'swimming costume*', 'bikini*', 'leotard*', 'dance costumes', 'changing room*', 'nudify', 'undressed', 'desnud*', 'tocó', 'tocado', 'nue', 'toucher', 'attouchement*', 'nua', 'tocou', 'goł*', 'dotyka*', 'nackt', 'angefasst', 'nuda', 'عارية', 'لمس',
];

/** Somebody wants something of a child out of sight. */
export const groomerMoves: readonly string[] = [
  'send ... photo*', 'send ... pic', 'send ... pics', 'send ... picture*', 'sent ... photos', 'sending ... photos', 'asked for ... photo*', 'asked for ... pic*', 'asking for ... photo*', 'asking for ... pic*', 'asked for his school', 'asked for her school', 'asked which school', 'asked where', 'what he looks like', 'what she looks like', 'webcam', 'on camera', 'video call*', 'meet up', 'meet him', 'meet her', 'robux', 'v-bucks', 'gift card*', 'gifts', 'presents', 'sweets', 'bracelet', 'vape*', 'new phone', 'new trainers', 'keep it secret', 'keep it a secret', 'our secret', 'a secret', 'secret', "don't tell your", 'not to tell', 'on her own', 'on his own', 'alone with', 'on their own with', 'blind down', 'blinds down', 'door locked', 'locked the door', 'door shut', 'kept me back', 'keep me back', 'keeping ... back', 'kept ... back', 'private message*', 'private chat', 'dms', 'snapchat*', 'whatsapps him', 'whatsapps her', 'texts her', 'texts him', 'messages her', 'lives alone', 'gives lifts',
];

export const unknownOnline: readonly string[] = ['account', 'online', 'roblox', 'fortnite', 'discord', 'snapchat', 'minecraft', 'tiktok', 'instagram', 'whatsapp', 'xbox', 'playstation', 'gaming', 'game', 'chatting', 'chats with', 'stranger', "says it's a", 'says he\'s 12', 'claims to be', 'pretending to be', 'fake profile', 'unknown number'];

/** A child must not be taken, or it must not be known where they live. */
export const keepFrom: readonly string[] = [
  "don't let", 'do not let', "don't release", 'do not release', 'not to be released', "don't give", 'do not give', "don't hand", 'do not hand', 'must not collect', 'not to collect', 'not allowed to collect', 'not allowed to pick', 'not allowed near', 'must not take', 'must not be collected', 'must not pick', 'not to go with', "doesn't go with", 'never let', 'only release', 'only me', 'only hand', 'no autorización', 'no le entreguen', 'no dejen', 'ne laissez pas', 'ne donnez pas', 'não tem autorização', 'não deixem', 'não entreguem', 'nie wydawać', 'proszę nie wydawać', 'nicht mitgeben', 'non fate', 'nu lăsați', 'لا تسمحوا', 'ha u dhiibin', 'যেতে দেবেন না', 'не отдавайте',
];

export const whoTakes: readonly string[] = [
  'dad', 'father', 'mum', 'mother', 'husband', 'ex', 'ex-husband', 'ex-partner', 'ex-wife', 'wife', 'him', 'her', 'them', 'his dad', 'her dad', 'their dad', 'his mum', 'her mum', 'grandparents', 'grandad', 'nan', 'uncle', 'boyfriend', 'anyone', 'anybody', 'the girls', 'the boys', 'the kids', 'the children', 'padre', 'père', 'pai', 'ojciec', 'ojcu', 'vater', 'padre', 'mère', 'madre', 'mãe',
];

export const flight: readonly string[] = ['passport*', 'passaporte*', 'pasaporte*', 'passeport*', 'paszport*', 'fly tonight', 'fly out', 'flies', 'flight', 'fly friday', 'one way ticket', 'one-way ticket', 'airport', 'heathrow', 'gatwick', 'leave the country', 'out of the country', 'take them abroad', 'never find them', 'never see them', 'never see her', 'never see him', 'never see us', 'say bye', 'say goodbye', 'disappear with', 'snatch*', 'abduct*', 'kidnap*', 'not coming back', 'জোর করে'];

export const courtWords: readonly string[] = ['non-molestation', 'non molestation', 'restraining order', 'prohibited steps', 'court order*', 'family court', 'injunction', 'occupation order', 'refuge', "women's aid", 'womens aid', 'social worker', 'social services', 'police know', 'marac', 'idva', 'bail condition*', 'on bail', 'tribunal'];

export const hatedGroup: readonly string[] = [
  'accent*', 'hijab*', 'headscarf', 'burka', 'burqa', 'niqab', 'turban*', 'bindi', 'dot on her head', 'skin', 'skin colour', 'colour of', 'afro', 'her hair', 'black', 'brown', 'asian', 'african', 'indian', 'pakistani', 'chinese', 'polish', 'romanian', 'irish', 'foreign*', 'immigrant*', 'migrant*', 'refugee*', 'asylum', 'muslim*', 'islam', 'mosque', 'jew', 'jews', 'jewish', 'synagogue', 'hindu*', 'sikh*', 'christian*', 'religion', 'faith', 'gypsy', 'gypsies', 'traveller*', 'roma', 'gay', 'lesbian*', 'two dads', 'two mums', 'trans', 'wheelchair*', 'disab*', 'autis*', 'down\'s', 'cerebral palsy', 'deaf', 'special needs', 'race', 'country', 'these people', 'those people', 'solche leute', 'boat', 'boats', 'small boats', 'hitler', 'nazi*', 'fritz', 'yoruba', 'nigerian', 'somali', 'bangla*', 'বোরকা', 'hijabi', 'curry',
];

export const mockery: readonly string[] = [
  'mock*', 'make fun', 'making fun', 'made fun', 'taking the mick', 'taking the piss', 'laugh*', 'imitat*', 'impression*', 'fake', 'doing the voice', 'copies how', 'do the accent', 'joke*', 'meme*', 'gif', 'cartoon', 'banter', 'monkey*', 'banana*', 'pig', 'pigs', 'smell', 'smells', 'stink*', 'dirty', 'filthy', 'vomit', 'go home', 'go back', 'back to', 'get back to', 'went back', 'sent back', 'deport*', 'jumping the', 'taking over', 'taking all', 'take our', 'too many', 'swarm*', 'invasion', 'replaced', 'terrorist*', 'bomber', 'ninja', 'letterbox*', 'learn to read', 'learn english', 'speak english', 'proper english', 'proper food', 'normal people', 'not normal', 'weirdo', 'freak', 'which one is mummy', 'scrounger*', 'scrounging', 'belong*', 'our own', 'anpassen', 'calls my', 'called my', 'call me', 'calling me', 'called me', 'হাসির', 'rude word', 'thick as',
];

/** Said of oneself by somebody who may not live to read the answer. */
export const childWords: readonly string[] = ['she', 'he', 'her', 'him', 'my son', 'my daughter', 'daughter', 'son', 'child', 'girl', 'boy', 'pupil', 'hija', 'hijo', 'fille', 'fils', 'filha', 'filho', 'tochter', 'sohn', 'córka', 'figlia', 'niece', 'nephew', 'granddaughter', 'grandson', 'kid'];
