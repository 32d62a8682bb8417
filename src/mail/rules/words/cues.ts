import type { ClauseId, Priority, Route } from '../../../concern/rules/words-of-the-school.ts';

/**
 * The words by which a mail is noticed. This is a list for the school to edit (how to write phrases: `phrases.ts`):
 * a phrase found only ever raises a mail, a false friend only takes back the phrase that it stands on.
 */
export interface Cue {
  id: string;
  route: Route;
  priority: Priority;
  /** Clauses about groups and posts count only where a group or post is spoken of, when the route is the staff's conduct. */
  clauses: readonly ClauseId[];
  /** What else must be there: `group` a chat, post or screenshot anywhere in the mail; `person` somebody in the same sentence; `either` one of them; `school` no group and no other parent, so that "she" and "you" mean the staff. */
  needs: 'nothing' | 'group' | 'person' | 'either' | 'school';
  /** "No threats were made" takes it back. Not so for a child's words ("doesn't feel safe"). */
  negatable: boolean;
  phrases: readonly string[];
  falseFriends: readonly string[];
}

export const cues: readonly Cue[] = [
  {
    id: 'T-THREAT-NOW', route: 'conduct', priority: 'P0', clauses: ['IA7'], needs: 'nothing', negatable: false,
    phrases: ['bring a bat', 'bring a knife', 'got a knife', 'has a knife', 'have a knife', 'carrying a knife', 'petrol bomb', 'burn ... down', 'on my way to the school', "i'm coming to the school now", 'i am coming to the school now',
      "i'll kill", 'i will kill', "i'm gonna kill", 'gonna kill', 'going to stab', 'gonna stab', "i'll stab", 'will stab', 'smash ... face in', 'smash ... head in', 'going to smash', "i'll smash", 'break ... legs', 'break ... neck', 'kick ... head in', 'beat the living', 'beat the crap', 'dead man walking',
      "you're dead", 'put ... in hospital', 'end up in hospital', 'throw acid', 'acid in', 'bomb threat', 'waiting at the gate', "i'll be at the gate", 'outside the gates now', 'outside the school now', 'te voy a matar', 'lo voy a matar', 'la voy a matar', 'je vais le tuer', 'je vais la tuer', 'vou te matar'],
    falseFriends: ['killer homework', 'kill time', 'going to kill me', 'gonna kill me', "i'll kill two birds", 'cricket bat', 'rounders bat', 'with a bat and ball', 'fruit bat', 'viking', 'tudor', 'roman battle', 'world war', 'cake knife', 'butter knife', 'knife and fork', 'plastic knife', 'water gun', 'toy gun', 'glue gun', 'burn down of', 'waiting at the gate for her mum',
      'waiting at the gate to collect', 'waiting at the gate at pick up', 'waiting at the gate to pick', "i'll be at the gate to", "i'll be at the gate at"],
  },
  {
    id: 'T-THREAT', route: 'conduct', priority: 'P1', clauses: ['IA7'], needs: 'nothing', negatable: true,
    phrases: ['wait till i see', 'wait until i see', 'wait til i see', 'know where she parks', 'know where he parks', 'know where she lives', 'know where he lives', 'know where you live', 'know where they live', 'sort him out', 'sort her out', 'sort them out', 'sort you out', 'watch your back', 'watch her back', 'watch his back', 'better watch', "she'll regret", "he'll regret",
      "you'll regret", 'will regret it', 'get what she deserves', 'get what he deserves', "what's coming to", 'whats coming to', 'teach her a lesson', 'teach him a lesson', 'teach you a lesson', 'needs a slap', 'need a slap', 'wants a slap', 'deserves a slap', 'give ... a slap', 'punch ... in the face', 'knock ... out', 'come round your house', 'come round her house',
      'see you outside', 'meet me outside', 'take this outside', 'make her life hell', 'make his life hell', 'make your life hell', 'death threat*', 'violent messages', 'get ... done over', 'ya verás', 'amenaz*', 'menac*', 'ameaç*', 'menaces de mort'],
    falseFriends: ['life threatening', 'life-threatening', 'threat of rain', 'threat of closure', 'threatened with closure', 'threatened species', 'threatened animals', 'cyber threat*', 'threat actor*', 'security threat*', 'latest threats', 'threat intelligence', 'threat protection', 'menace to', 'a knife and fork', 'knives and forks', 'dennis the menace', 'threatening rain', 'threatening to rain', 'threatened by extinction', 'mena coordinator'],
  },
  {
    id: 'T-THREAT-WORD', route: 'conduct', priority: 'P1', clauses: ['IA7'], needs: 'nothing', negatable: true,
    phrases: ['with a bat', 'with a knife', 'with a gun', 'got a gun', 'has a gun', 'bring a gun', 'stab him', 'stab her', 'shoot up', "she's dead", "he's a dead man", 'going to kill', '🔪', '🔫', 'with knife', 'a knife', 'knives', 'intimidat*'],
    falseFriends: ['going to kill me', 'gonna kill me', 'cricket bat', 'rounders bat', 'with a bat and ball', 'fruit bat', 'viking', 'tudor', 'roman battle', 'world war', 'cake knife', 'butter knife', 'knife and fork', 'a knife and fork', 'knives and forks', 'plastic knife', 'water gun', 'toy gun', 'glue gun', 'cat with a gun', 'shoot up to', 'shoot up in'],
  },
  {
    id: 'T-SAFE', route: 'safeguarding', priority: 'P1', clauses: [], needs: 'nothing', negatable: false,
    phrases: ['{parent} hits', '{parent} hit me', '{parent} hit him', '{parent} hit her', '{parent} hit them', '{parent} ... hit him', '{parent} ... hit her', '{parent} hurts', '{parent} hurt me', '{parent} hurt him', '{parent} hurt her', '{parent} ... smacks', '{parent} beats', '{parent} beat', '{parent} punched', '{parent} kicked', '{parent} burnt', '{parent} locks', '{parent} pegó', 'hit with a belt', 'hits ... with a belt', 'black eye', 'cigarette burn*', 'burn marks', 'scared to go home', 'scared of going home', 'afraid to go home', 'frightened to go home',
      "doesn't want to go home", "didn't want to go home", 'scared of {parent}', 'frightened of {parent}', 'scared of her {parent}', 'scared of his {parent}', 'not safe at home', 'unsafe at home', "doesn't feel safe at home", 'touched her', 'touched him', 'touched me', 'touched my daughter', 'touched my son', 'touched my child', 'touched ... private*', 'touching her', 'touching him', 'private parts', 'sexual*', 'molest*', 'rape', 'raped', 'groomed', 'grooming', 'wants to die', 'wanted to die', 'wish i was dead', 'wishes she was dead', 'wishes he was dead', 'want to kill himself', 'wants to kill himself', 'wants to kill herself', 'kill herself', 'kill himself', 'self harm*', 'self-harm*', 'cutting herself', 'cutting himself', 'cuts on her arms',
      'cuts on his arms', 'overdose', 'domestic abuse', 'domestic violence', 'coercive control', 'hits my mum', 'hits mummy', 'hitting mummy', 'hit mummy', 'hurts mummy', 'left home alone', 'home alone all', 'left on their own at home', 'no food at home', 'no food in the house', 'nothing to eat at home', 'always hungry', 'neglect*', 'child abuse', 'abusing ... child*', 'abused ... child*', 'physically abused', 'child protection', 'at risk of harm', 'in danger at home', 'fgm', 'forced marriage',
      'county lines', 'drunk at pick up', 'drunk at pickup', 'drunk at collection', 'smelt of alcohol', 'smells of alcohol', 'made a disclosure', 'has disclosed', 'disclosed to', 'disclosed that', 'court order*', 'non-molestation', 'restraining order', 'safeguarding concern', 'safeguarding issue', 'child is at risk', 'children are at risk', 'worried for ... safety', 'worried about ... safety', 'fear for ... safety', 'le pega', 'me pega', 'moretones', 'tiene miedo de ir a casa', 'quiere morir', 'bate nele', 'bate nela', 'maltrat*'],
    falseFriends: ["didn't want to go home from", "didn't want to go home after", 'touched by the', 'touched by your', 'touched me to', 'touched me that', 'really touched me', 'it touched me', 'touched her heart', 'touched him deeply', 'hit the target', 'mum hit the', 'dad hit the', 'bruised ego', 'bruised knee', 'bruised his knee', 'bruised her knee', 'bruised toe', 'bruised shin', 'bruised elbow', 'bruised apple*', 'bruised fruit', 'grooming the dog', 'dog grooming', 'pony grooming', 'pet grooming', 'always hungry after', 'dbs disclosure', 'disclosure and barring', 'disclosure and safeguarding training', 'child protection training',
      'child protection policy', 'safeguarding and child protection', 'child protection course', 'neglect to', 'neglected to', 'neglected garden', 'sexual health education', 'sex education', 'relationships and sexual', 'oilseed rape', 'mum beat dad', 'dad beat me at', 'dad beat him at', 'mum beats me at', 'burnt the toast', 'burnt the dinner'],
  },
  {
    id: 'T-WELFARE', route: 'safeguarding', priority: 'P0', clauses: [], needs: 'nothing', negatable: false,
    phrases: ["can't go on", 'cannot go on', 'cant go on', 'end it all', 'ending it all', "don't want to be here any more", "don't want to be here anymore", "don't want to live", 'no reason to live', 'no point in living', 'no point living', 'better off without me', 'kill myself', 'killing myself', 'end my life', 'take my own life', 'take her own life', 'take his own life', 'suicidal', 'suicide', 'want to die', 'no puedo más', 'quiero morir*', 'je veux mourir', 'quero morrer'],
    falseFriends: ["can't go on the trip", "can't go on the", 'cannot go on the', "can't go on monday", "can't go on tuesday", "can't go on wednesday", "can't go on thursday", "can't go on friday", "can't go on his", "can't go on her", "can't go on any", "can't go on a", "can't go on that", 'cannot go on a', 'suicide awareness', 'suicide prevention training', 'suicide squad'],
  },
  {
    id: 'T-EXTREM', route: 'safeguarding', priority: 'P1', clauses: ['IA1'], needs: 'nothing', negatable: true,
    phrases: ['school shooter', 'school shooting', 'shoot up the school', 'beheading', 'isis', 'jihad', 'radicalis*', 'extremis*', 'white power', 'heil hitler', 'sieg heil', 'nazi*', 'swastika*', 'gas the', 'great replacement', 'terror attack', 'terrorist video', 'execution video', 'proscribed group', 'britain first', 'national action'],
    falseFriends: ['anne frank', 'the nazis', 'nazis bombed', 'shrapnel', 'nazi germany', 'history homework', 'world war two', 'ww2', 'extremism training', 'radicalisation training', 'prevent training', 'prevent duty'],
  },
  {
    id: 'T-INDECENT', route: 'safeguarding', priority: 'P1', clauses: [], needs: 'nothing', negatable: false,
    phrases: ['nude*', 'naked', 'indecent', 'undressed', 'in her underwear', 'in his underwear', 'in their underwear', 'topless', 'porn*', 'sexting', 'intimate photo*', 'intimate image*', 'intimate picture*', 'private photo*', 'in their swimming costume*', 'in swimwear', 'in their swimwear', 'children swimming', 'photos of swimmers', 'pictures of swimmers', 'of the swimmers', 'gala photos', 'swimming photos', 'swimming gala ... photos', 'photos ... swimming gala', 'pictures ... swimming gala', 'desnud*'],
    falseFriends: ['naked eye', 'naked flame', 'get undressed for pe', 'getting undressed', 'dressed and undressed', 'undressed salad', 'nude tights', 'buy gala photos', 'order gala photos', 'copies of the photos', 'photos from the swimming gala how', 'swimming gala how do'],
  },
  {
    id: 'T-STAFFALLEG', route: 'staff-conduct', priority: 'P1', clauses: ['GR1', 'IA4'], needs: 'nothing', negatable: true,
    phrases: ['{staff} ... {hurt}', '{hurt} by {staff}', '{hurt} by the {staff}', '{hurt} by her {staff}', '{hurt} by his {staff}', '{hurt} by a {staff}', 'alone with ... {child}', 'alone in a room with', '{staff} ... alone with', 'slapped a child', 'slapped a boy', 'slapped a girl', 'slapped a pupil', 'hit a child', 'hit a pupil', 'drunk in class', 'drunk at school', 'drunk on duty', '{staff} ... drunk', '{staff} ... smelt of alcohol', '{staff} ... smelling of alcohol', '{staff} ... on drugs', '{staff} ... taking drugs', '{staff} ... locked ... {child}', '{staff} ... texting ... {child}',
      '{staff} ... messaging ... pupil*', '{staff} ... messages to ... pupil*', '{staff} ... snapchat', '{staff} ... relationship with', 'allegation against', 'allegation about', 'low level concern about', 'low-level concern', 'whistleblow*', 'lado'],
    falseFriends: ['{staff} {tells} ... {hurt}', '{staff} ... {tells} ... {hurt}', 'grabbed a coffee', 'grabbed a sandwich', 'grabbed a chance', 'grabbed his coat', 'grabbed her coat', 'hit the target', 'hit the nail', 'hit the ground', 'hits the spot', 'hit the right', 'pushed the boundaries', 'pushed him to do', 'pushed her to do', 'pushed him academically', 'pushed back', 'pulled out all the stops', 'pulled together', 'pulled off', 'touched on', 'touched by', 'touching performance', 'touching assembly', 'touching tribute', 'touching words', 'shook hands', 'shook my hand', 'shook his hand', 'touched our hearts', '{staff} ... working relationship with', '{staff} ... good relationship with', '{staff} ... great relationship with', '{staff} ... lovely relationship with'],
  },
  {
    id: 'T-STAFF-DEMEAN', route: 'staff-conduct', priority: 'P2', clauses: [], needs: 'nothing', negatable: true,
    phrases: ['{staff} ... {demeaned} at', '{staff} ... {demeaned} {child}', '{staff} ... {demeaned} my', '{staff} ... made ... cry', '{staff} ... {demeaned} in front of', '{staff} called {child}', '{staff} ... racist', '{staff} ... discriminat*', '{demeaned} by {staff}', '{demeaned} by the {staff}', '{demeaned} at by {staff}', '{demeaned} at by the {staff}', '{staff} is a bully', '{staff} is a racist', '{staff} lied', '{staff} ... lied to', '{staff} ... lying', '{staff} ... told other parents', 'breach of confidentiality', 'broke confidentiality', 'misconduct', 'covering up', 'covered up', 'cover-up', 'cover up', 'behaviour of {staff}', 'behaviour of the {staff}', 'conduct of {staff}', 'conduct of the {staff}', '{staff} ... unprofessional', '{staff} ... bullying staff', 'bullies ... staff', '{staff} ... misus*', '{staff} ... stealing', '{staff} ... stole'],
    falseFriends: ['{staff} {tells} ... {demeaned}', '{staff} ... {tells} ... {demeaned}', '{staff} called my son to', '{staff} called me', '{staff} called her mum', '{staff} called him back', '{staff} called them in', '{staff} called his', '{staff} ... laugh and cry', '{staff} ... policy on bullying', '{staff} ... anti-bullying', '{staff} stole the show', 'cover up in the sun'],
  },
  {
    id: 'T-STAFF-SHE', route: 'staff-conduct', priority: 'P2', clauses: [], needs: 'school', negatable: true,
    phrases: ['she {demeaned}', 'he {demeaned}', 'she has {demeaned}', 'he has {demeaned}', 'she lied', 'he lied', 'you {demeaned} at my', 'you {demeaned} my', 'you {demeaned} our', 'you {hurt} my', 'you lied', 'she {hurt} my', 'he {hurt} my'],
    falseFriends: [],
  },
  {
    id: 'T-HATE', route: 'conduct', priority: 'P1', clauses: ['IA1', 'IA2', 'GR4'], needs: 'nothing', negatable: true,
    phrases: ['go back to your', 'go back to their', 'go back to her own country', 'go back to his own country', 'go back to where', 'go back where', 'send them back', 'send them all back', 'those people are', 'those people come', 'their sort', 'her sort', 'his sort', 'your sort', 'racist', 'racists', 'racism', 'racial abuse', 'racial slur*', 'racially', 'slur', 'slurs', 'islamophob*', 'anti-muslim', 'antisemit*', 'anti-semit*', 'homophob*', 'transphob*', 'hate speech', 'hate crime', 'hateful', 'about our faith', 'about our religion', 'about my faith', 'about my religion',
      'because of our religion', 'because of our race', 'because of the colour', 'because of my hijab', 'mocking ... hijab', 'mock ... accent', 'mocking ... accent', 'mocking ... disab*', 'mocked ... disab*', 'laughing at ... disab*', 'terrorist', 'terrorists', 'retard*', 'spastic', 'spaz', 'mong', 'paki*', 'pikey*', 'gypo*', 'faggot*', 'poof', 'tranny', 'chinky', 'nigg*', 'monkey noises', 'golliwog', 'racista*', 'raciste*', 'vuelve a tu país'],
    falseFriends: ['anti-racism week', 'anti-racism training', 'anti racism', 'anti-racist policy', 'show racism the red card', 'go back to your class*', 'go back to your seat', 'go back to their class*', 'go back to your email', 'go back to your original', 'what do you people', 'thank you people', 'fire retardant', 'fire-retardant', 'flame retardant', 'hate crime awareness', 'racism in football lesson', 'gunpowder plot'],
  },
  {
    id: 'T-HARASS', route: 'conduct', priority: 'P1', clauses: ['IA7', 'IA1'], needs: 'nothing', negatable: true,
    phrases: ["won't stop messaging", "won't stop calling", "won't stop texting", "won't stop contacting", 'wont stop messaging', 'will not stop messaging', 'messages a day', 'late night messages', 'late-night messages', 'messages late at night', 'messaging me at all hours', 'followed me', 'following me home', 'following me around', 'follows me', 'followed me home', 'followed her', 'followed him', 'fake account*', 'fake profile*', 'stalk*', 'harass*', 'outside my house', 'turned up at my house', 'turned up at my door', 'at my front door', 'blackmail*', 'acoso', 'acosa*', 'harcèle*', 'harcel*', 'after i asked her to stop', 'after i asked him to stop', 'after i asked them to stop', 'after being asked to stop'],
    falseFriends: ['beanstalk*', 'celery stalk*', 'followed her instructions', 'followed him to the hall', 'followed her heart', 'stalking cat', 'harassed mum', 'anti-harassment training', 'sexual harassment training', 'harassment policy'],
  },
  {
    id: 'T-DEFAM', route: 'conduct', priority: 'P2', clauses: ['IA4', 'GR1'], needs: 'group', negatable: true,
    phrases: ['stole', 'stolen from the', 'stealing', 'thief', 'thieves', 'fraud', 'fraudster', 'pocketed', 'pocketing', 'fiddled', 'fiddling the', 'on the fiddle', 'embezzl*', 'corrupt', 'corruption', 'bribe*', 'paedo*', 'pedo*', 'peado*', 'nonce', 'pervert', 'perv', 'creep', 'liar', 'liars', 'lying', 'is a liar', 'telling lies', 'spreading lies', 'lies about', 'false accusation*', 'false rumour*', 'rumour*', 'rumor*', 'gossip*', 'defam*', 'libel*', 'slander*', 'alcoholic', 'drug addict', 'junkie', 'druggie', 'drug dealer', 'having an affair', 'sleeping with', 'got sacked', 'was sacked', 'struck off', 'criminal record', 'cheated the', 'took the money', 'taking the money', 'mentiros*', 'ladron*', 'calumni*', 'voleu*', 'menteu*'],
    falseFriends: ['steals the show', 'stole the show', 'stealing the show', 'stolen bike', 'stolen scooter', 'stolen coat', 'stole his coat', 'stole her coat', 'identity fraud', 'fraud awareness', 'payment fraud', 'fraud team', 'lying down', 'lying around', 'lying in bed', 'lying on the', 'was lying in'],
  },
  {
    id: 'T-ABUSE', route: 'conduct', priority: 'P2', clauses: ['IA1', 'EX3'], needs: 'either', negatable: true,
    phrases: ['useless', 'witch', 'pathetic', 'hopeless', 'idiot*', 'moron*', 'stupid', 'thick as', 'so thick', 'is thick', 'dumb', 'fat cow', 'fat pig', 'fat lazy', 'ugly', 'silly cow', 'stupid cow', 'old cow', 'old bag', 'bitch*', 'slag', 'slut', 'whore', 'tart', 'waste of space', 'waste of money', 'clown*', 'incompetent', 'lazy', 'scum*', 'vile', 'vermin', 'cretin', 'imbecile', 'muppet', 'nasty piece of work', 'lost the plot', 'always off', 'off sick again', "can't teach", "couldn't teach", "can't control", 'not fit to teach', 'unfit to teach', 'not fit to be', "shouldn't be teaching", 'should not be teaching', "shouldn't be allowed near", 'should be sacked', 'needs sacking', 'deserves the sack', 'get her sacked', 'get him sacked', 'get rid of her', 'get rid of him', 'get them sacked', 'want her out', 'want him out', 'two-faced', 'two faced', 'bad mother', 'bad mum', 'bad parent', 'shit mum', 'terrible mother', 'disgrace', 'disgusting', 'a joke', 'laughing stock', 'power mad', 'power-mad', 'psycho', 'mental case', 'nutter', 'mad woman', 'crazy woman', 'loser', 'losers', 'jumped up', 'jobsworth',
      'inútil', 'inutil', 'bruja', 'idiota', 'estúpid*', 'gorda', 'imbécil', 'vaca', 'payaso', 'nulle', 'incapable', 'sorcière', 'burra', 'bruxa'],
    falseFriends: ['feel useless', 'feeling useless', 'felt useless', "i'm useless", 'i am useless', 'useless at', 'feel hopeless', 'felt hopeless', "i'm hopeless", 'i am hopeless', 'hopeless at', 'useless with', 'hopeless with', 'stupid question', 'stupid of me', 'feel stupid', 'silly of me', 'witch costume', "witch's", 'witch hunt', 'witch hat', 'the twits', 'room on the broom', 'white witch', 'wicked witch', 'a witch for halloween', 'pathetic fallacy', 'class clown', 'clown costume', 'clown fish', 'lazy sunday', 'lazy town', "i'm an idiot", 'i am an idiot', 'feel like an idiot', 'muppet show', 'muppet christmas', 'custard tart', 'jam tart', 'bad parent for', 'feel like a bad', 'ugly duckling', 'sore loser', 'a joke about', 'tell a joke', 'told a joke', 'as a joke', 'only a joke', "can't control the weather"],
  },
  {
    id: 'T-REPORT', route: 'conduct', priority: 'P2', clauses: ['IA1'], needs: 'group', negatable: true,
    phrases: ['inappropriate', 'nasty', 'horrible', 'horrid', 'unkind', 'hurtful', 'abusive', 'abuse', 'abusing', 'offensive', 'insult*', 'rude', 'upsetting', 'very upset', 'so upset', 'really upset', 'aggressive', 'hostile', 'toxic', 'cruel', 'bully*', 'bullied', 'disrespect*', 'out of hand', 'out of control', 'got ugly', 'turned nasty', 'slagging', 'slagged', 'slating', 'bitching', 'bad-mouth*', 'badmouth*', 'bad mouthing', 'having a go at', 'having a pop at', 'laying into', 'ranting', 'rant', 'rants', 'trolling', 'ganging up', 'ganged up', 'pile-on', 'pile on', 'piling on', 'turned on me', 'turning on', 'targeting', 'targeted', 'attacking', 'attacked', 'personal attack*', 'personal comment*', 'personal remarks', 'unpleasant', 'disgusted', 'appalled', 'shocked', 'concerned about ... messages', 'concerned about ... comments', 'concerning messages', 'concerning comments', 'concerning', 'worrying messages', 'being said about', 'said about', 'saying about', 'saying things about', 'what is being said', "what's being said", 'comments about', 'messages about', 'posts about', 'called ... names', 'name calling', 'name-calling', 'making fun of', 'laughing at', 'mocking', 'mocked', 'ridicul*', 'humiliat*', 'ofensiv*', 'insultos', 'insultando', 'me insult*', 'comentarios sobre', 'méchant*', 'insulte*', 'ofensas', 'heated', 'kicking off', 'making comments', 'comments ... about', 'messages ... about', 'breach of the code', 'breached the code', 'against the code of conduct'],
    falseFriends: ['heated pool', 'heated debate', 'messages about the trip', 'messages about homework', 'messages about pick up', 'comments about the assembly', 'domestic abuse', 'child abuse', 'anti-bullying week', 'anti bullying week', 'horrible histories', 'horrible cold', 'horrible weather', 'horrible bug', 'nasty cold', 'nasty bug', 'nasty cough', 'nasty fall', 'horrid henry', 'substance abuse'],
  },
  {
    id: 'T-CHILD', route: 'conduct', priority: 'P2', clauses: ['IA6b', 'GR1'], needs: 'group', negatable: true,
    phrases: ['feral', 'should be excluded', 'needs excluding', 'get him excluded', 'get her excluded', 'expelled', 'her boy', 'that boy', 'that girl', 'that child', 'that kid', 'someone else\'s child', 'keep your kids away', 'keep your children away', 'keep your child away', 'stay away from', 'naughty', 'thug*', 'wild child', 'little monster', 'a danger to', 'bad influence', 'disruptive', 'about my son', 'about my daughter', 'about my child', 'about our son', 'about our daughter', 'about our child', 'named my son', 'named my daughter', 'named my child', 'naming my child', 'naming children', 'naming a child', 'naming pupils', 'about a child', 'about children', "child's behaviour", "children's behaviour", "son's behaviour", "daughter's behaviour", 'about individual children', "child's diagnosis", "son's diagnosis", "daughter's diagnosis", "pupil's diagnosis", 'diagnosis', 'adhd', 'autis*', 'special needs', 'send kid*', 'sobre mi hijo', 'sobre mi hija', 'de mi hijo', 'de mi hija', 'comportamiento', 'mal comportamiento', 'sur mon fils', 'sur ma fille'],
    falseFriends: ['stay away from school', 'autism awareness', 'thank you for supporting', 'about a child\'s birthday', 'naughty elf'],
  },
  {
    id: 'T-CONTACT', route: 'conduct', priority: 'P2', clauses: ['IA8', 'EX4'], needs: 'nothing', negatable: true,
    phrases: ['messaged me about my', 'messaging me about my', 'texted me about my', 'contacted me about my', 'contacting me about my', 'contacting other parents', 'contacted other parents', 'messaging other parents', 'messaged other parents', 'rang me about my', 'phoned me about my', 'told me to control', 'control your child', 'control your son', 'control your daughter', 'control your kid*', 'confronted me', 'confronted my', 'approached my son', 'approached my daughter', 'approached my child', 'shouted at my child', 'shouted at my son', 'shouted at my daughter', 'shouted at me', 'shouting at me', 'screamed at me', 'swore at me', 'swore at my', 'shouted at by', 'sworn at', 'screamed at by', 'abused by', 'verbally abused', 'verbal abuse', 'altercation', 'squared up to', 'spat at', 'had a go at my', 'pushed me', 'me escribió sobre', 'sent me a message about my', 'sent me messages about my', 'private message about my'],
    falseFriends: ['shouted at me to wait', 'shouted at me happy birthday', 'messaged me about my lost'],
  },
  {
    id: 'T-VOICE', route: 'conduct', priority: 'P2', clauses: ['IA9'], needs: 'nothing', negatable: true,
    phrases: ['voice note*', 'voicenote*', 'voice message*', 'voice memo*', 'listen to this', 'audio message*', 'nota de voz', 'notas de voz', 'audios', 'message vocal', 'messages vocaux', 'áudio', 'áudios'],
    falseFriends: ['birthday song', 'voice message on the school phone', 'left a voice message', 'leave a voice message', 'voice message service', 'missed call', 'new voice message from', 'voicemail'],
  },
  {
    id: 'T-PHOTO', route: 'conduct', priority: 'P2', clauses: ['IA6b'], needs: 'group', negatable: true,
    phrases: ['photo of my', 'photos of my', 'picture of my', 'pictures of my', 'video of my', 'photos of children', 'photos of the children', 'pictures of children', 'pictures of the children', 'video of the children', 'videos of children', 'photos of pupils', 'pictures of pupils', 'photo of a child', 'photo of another child', 'shared a photo', 'shared photos', 'posted a photo', 'posted photos', 'posted a picture', 'posted pictures', 'posted a video', 'without my permission', 'without permission', 'without consent', 'without my consent', 'tapestry', 'class dojo', 'foto de mi', 'fotos de'],
    falseFriends: ['photo of my son for', 'photo of my daughter for', 'school photo of my', 'passport photo'],
  },
  {
    id: 'T-SWEAR', route: 'conduct', priority: 'P2', clauses: ['IA2'], needs: 'nothing', negatable: true,
    phrases: ['fuck*', 'fcuk*', 'shit*', 'bullshit', 'wanker*', 'bastard*', 'arsehole*', 'asshole*', 'twat*', 'prick', 'pricks', 'dickhead*', 'knobhead*', 'bellend*', 'cunt*', 'bollocks', 'piss off', 'pissed off', 'effing', 'f-ing', 'eff off', 'bugger off', 'swearing', 'swears', 'swore', 'swear words', 'foul language', 'foul mouth*', 'foul-mouth*', 'bad language', 'offensive language', 'obscen*', 'profanit*', 'hijo de puta', 'puta', 'mierda', 'joder', 'merde', 'putain', 'connard*', 'connasse', 'caralho', 'merda', 'kurwa'],
    falseFriends: ['shitake', 'shih tzu', 'swearing in ceremony', 'no swearing please', 'pin prick', 'prick test', 'finger prick', 'skin prick'],
  },
  {
    id: 'T-DISREP', route: 'conduct', priority: 'P3', clauses: ['IA3'], needs: 'group', negatable: true,
    phrases: ['avoid this school', 'avoid the school', 'avoid grove', 'avoid at all costs', 'wouldn\'t send my', 'would not send my', 'worst school', 'terrible school', 'joke of a school', 'shambles', 'failing school', 'going to the papers', 'go to the papers', 'going to the press', 'go to the press', 'going to the media', 'daily mail', 'local paper', 'name and shame', 'naming and shaming', 'google review*', 'one star', 'one-star', '1 star', '1-star', 'bad review*', 'disrepute', 'reputation of the school', "school's reputation", 'special measures', 'report them to ofsted', 'reporting to ofsted', 'reported to ofsted'],
    falseFriends: ['five star', 'exam went into special measures'],
  },
  {
    id: 'T-POLICY', route: 'conduct', priority: 'P3', clauses: ['IA6a', 'EX6'], needs: 'group', negatable: true,
    phrases: ['petition', 'boycott*', 'uniform rule', 'uniform rules', 'uniform policy', 'new uniform', 'phone policy', 'attendance policy', 'behaviour policy', 'school policy', 'school policies', 'homework policy', 'refuse to pay', 'keep our kids off', 'keep the kids off', 'protest', 'sign this', 'sign the', 'recogida de firmas', 'pétition'],
    falseFriends: ['sign the form', 'sign this form', 'sign the consent', 'sign the slip', 'sign the register', 'sign the card', 'repetition', 'competition'],
  },
  {
    id: 'T-POLITICS', route: 'conduct', priority: 'P3', clauses: ['GR2', 'GR4'], needs: 'group', negatable: true,
    phrases: ['election', 'vote labour', 'vote tory', 'vote reform', 'vote green', 'labour party', 'tories', 'conservatives', 'reform uk', 'lib dems', 'gaza', 'israel*', 'palestin*', 'ukraine', 'russia', 'hamas', 'brexit', 'immigra*', 'asylum', 'politic*', 'council cuts', 'strike row', 'teachers strike', 'trump', 'starmer', 'farage', 'elecciones', 'política'],
    falseFriends: ['polling day', 'polling station', 'school council election', 'council election of pupils', 'governor election', 'parent governor election', 'politics lesson', 'closed for the election', 'closed due to the election'],
  },
  {
    id: 'T-PRIVATE', route: 'conduct', priority: 'P3', clauses: ['GR3'], needs: 'group', negatable: true,
    phrases: ['argument', 'arguments', 'arguing', 'row', 'rowing', 'falling out', 'fell out', 'fallen out', 'having it out', 'private conversation*', 'private argument', 'spat', 'bickering', 'selling', 'advertising', 'spamming', 'discusión', 'pelea', 'dispute'],
    falseFriends: ['front row', 'in a row', 'back row', 'row of', 'selling cakes', 'selling tickets', 'rowing club', 'boat', 'selling raffle', 'persuasive argument'],
  },
];

/** A swear word with stars in it: "f***", "sh*t". Marks such as A* are no swearing. */
export const maskedSwearing = /(?<![\p{L}\p{N}*])[a-z]{1,2}(?:[*#@$]{2,5}[a-z]{0,5}|[*#$][a-z]{2,5})(?![\p{L}\p{N}*])/giu;

/** Words that say: this is about a chat, a post or a screenshot of one. */
export const groupWords: readonly string[] = [
  'whatsapp*', 'whats app', "what's app", 'wattsapp', 'watsapp', 'wats app', 'group chat*', 'groupchat*', 'class chat*', 'class group*', 'year group chat', 'parent* group', "parents' group", 'parents group*', 'the group', 'this group', 'our group', 'in the chat', 'on the chat', 'the chat', 'facebook', 'messenger', 'telegram', 'instagram', 'insta', 'snapchat', 'tiktok', 'tik tok', 'twitter', 'on x', 'tweet*', 'nextdoor', 'mumsnet', 'reddit', 'youtube', 'social media', 'online', 'on the internet', 'posted', 'posting', 'posts', 'reposted', 'screenshot*', 'screen shot*', 'screengrab*', 'screen grab*', 'voice note*', 'voicenote*',
  'google review*', 'the messages', 'a mum wrote', 'a dad wrote', 'parent wrote', 'someone wrote', 'somebody wrote', 'has written about', 'sent round', 'member group', 'in a group', 'a group of parents', 'groups', 'these messages', 'those messages', 'message thread', 'group message*', '_chat.txt', 'grupo', 'el chat', 'capturas', 'captura de pantalla', 'groupe', "capture d'écran", 'grupa', 'grupo da turma', 'redes sociais', 'réseaux sociaux', 'redes sociales',
];

/** Somebody in the sentence, so that "useless" is said of a person and not of a printer. */
export const personWords: readonly string[] = [
  'mr _', 'mrs _', 'miss _', 'ms _', 'dr _', 'miss', 'sir', 'she', 'he', "she's", "he's", "she'll", "he'll", 'her', 'him', 'you', "you're", 'your', 'yourself', 'they', 'them', 'teacher*', 'ta', 'tas', 'staff', 'headteacher', 'head', 'deputy', 'principal', 'office', 'governor*', 'mum', 'mums', 'dad', 'dads', 'mother*', 'father*', 'parent*', 'woman', 'man', 'people', 'profesora', 'profesor', 'maestra', 'maestro', 'ella', 'él', 'maîtresse', 'elle', 'professora',
];

/** Who else could be meant by "she" than a member of staff. */
export const otherParentWords: readonly string[] = ['mum', 'mums', 'dad', 'dads', 'mother', 'father', 'parent', 'parents', 'another child', 'a boy', 'a girl', 'classmate', 'other child', 'other children', 'neighbour', 'ex-husband', 'ex-wife', 'my ex'];
