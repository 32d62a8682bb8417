import { describe, expect, test } from '@jest/globals';
import { triage } from '../../src/mail/rules/triage.ts';
import type { Judgement } from '../../src/mail/rules/triage/verdict.ts';
import { words } from './mail-school.ts';

const judged = (text: string): Judgement => triage({ subject: '', parts: [text], automated: null, isNewsletter: false, exhibits: [] }, words);
const readAs = (text: string): string => judged(text).priority;
const routeOf = (text: string): string => judged(text).route;

/** What people write when somebody is in danger. Hardly anybody uses the word. */
const danger = [
  'He said in the group he is going to come up the school and rip the head off whoever touched his car.',
  'she put on the chat that if Miss Dunne comes near her kid again she will knock her spark out',
  'A dad wrote "I would love five minutes alone with that TA, she would not be walking for a week".',
  'Her message says "you leave your bins out on a Tuesday don\'t you. number 14. sweet dreams".',
  'He has told my husband to get his affairs in order.',
  'There is a picture of a crowbar on the class chat with "for tomorrow" under it.',
  'My neighbour says her brother will be outside with a hammer at home time.',
  'He keeps a blade in his sock and he showed it to the other dads at the gate.',
  'They are planning to meet behind the chip shop after drop off and have a proper fight, both dads.',
  'He pinned me up against the railings by my neck this morning in front of the children.',
  'She spat in my face outside Reception and her husband shoved me into the road.',
  'A mum tried to run over the crossing man with her 4x4.',
  'He waits at my bus stop. He has moved his gym to mine. I have asked him to leave me alone four times.',
  'Every night another twenty messages from her, I changed my number and she got the new one off somebody.',
  'My ex has got hold of the class list and now he knows where we moved to.',
  'He put my home address on the group and told people to come and tell me what they think.',
  'My little girl said her mum\'s boyfriend puts her in the cold shower when she is naughty.',
  'One of the boys in my class flinched when I lifted my hand and said sorry please don\'t, like at home.',
  'She has finger shaped bruises on the top of her arm and won\'t say how she got them.',
  'He told my son that his dad makes him sleep in the shed when he wets the bed.',
  'I heard the little one next door screaming again last night and a man shouting shut up or I will shut you up.',
  'The twins are on their own every evening, mum works nights, the oldest is 8.',
  'He came round for tea and ate like he had not been fed for days, put the crusts in his pockets.',
  'The baby was in the car on his own with the windows shut and mum was in the pub.',
  'My daughter says Grandad makes her play a game under the blanket and it is their special secret.',
  'Her swimming teacher has been sending her hearts on Snapchat and asked her for a picture in her costume.',
  'A man in a white van asked two Year 4 girls if they wanted to see some puppies.',
  'Someone has made fake naked pictures of the Year 6 girls with an app and they are going round the phones.',
  'My boy showed me a video on the class chat of a lad being made to take his clothes off in the toilets.',
  'One of the fathers commented on the girls\' legs and asked which ones are developing.',
  'Please whatever happens do not hand Mia over to her father this afternoon.',
  'My husband has taken the children\'s passports and booked one way tickets for Thursday.',
  'Their dad is not allowed within 100 metres of them and he is standing at your fence.',
  'The auntie told me they are taking Amina to be cut in the summer.',
  'My cousin is 15 and they have found her a husband back home, she is crying every day.',
  'He says he wants to go to sleep for ever and nobody would notice.',
  'I found a list in her drawer called reasons to die and she is ten.',
  'She has been scratching her arms with a compass until they bleed.',
  'My son said tonight that he is going to jump off the bridge by the park.',
  'I cannot see a way through this. The children would be better with my sister. I have taken some tablets.',
  'I am sitting on the roof of the car park. Tell the kids I tried.',
  'By the time you read this it will all be over and nobody has to be ashamed of me.',
  'Thank you for everything you did for my boys. I have made arrangements for them. I will not be at pick up tomorrow or any other day.',
  'I don\'t see the point in waking up any more since the messages.',
  'The childminder collected him absolutely legless and put him in the front seat without a belt.',
  'Dad turned up at the door swaying, eyes all over the place, smelling like a brewery, and took both boys in the car.',
  'Zaki has not arrived home, he left school an hour ago and his phone is off.',
  'Someone said "round them up and put them back on the boats" and tagged the Afghan mum.',
  'They post monkey emojis whenever my husband writes something.',
  'He called my daughter a P*** and said her sort should not be in this school.',
  'He wrote that people like us spread diseases and should be kept away from normal children.',
  'They laugh at how my son walks, he has cerebral palsy, and one of the mums did an impression of it on video.',
  'A parent is telling the boys that the attack in town was deserved and showing them the video.',
  'When I was nine the caretaker at your school did things to me in the boiler room.',
  'Mr Harris keeps one of the girls behind with the door locked and gives her presents.',
  'El padre de Lucas dijo que me va a romper la cara en la puerta del colegio.',
  'Mi vecina dice que el padrastro le pega a la niña con el cinturón.',
  'Un père a écrit qu\'il allait me casser la gueule devant l\'école.',
  'Mon fils dit que son copain a peur de rentrer chez lui parce que son père le frappe.',
  'O padrasto bate na menina com um cinto, ela mostrou as marcas.',
  'Ojciec Kuby napisał że mnie zabije jak mnie spotka pod szkołą.',
  'Ein Vater hat geschrieben, er wartet morgen vor der Schule mit einem Messer.',
  'Un tată a scris că o să mă omoare la poarta școlii.',
  'قال إنه سيقتلني عند باب المدرسة',
  'سৎ বাবা মেয়েটাকে মারে, সে বাড়ি যেতে ভয় পায়',
  'Aabaheed ayaa garaaca, way ka cabsanaysaa inay guriga tagto.',
  'Çocuğun babası beni öldüreceğini yazdı.',
];

/** What sounds like it and is not. */
const ordinary = [
  'My three are fighting over the last Freddo so I am writing this from the bathroom. What time is pick up tomorrow?',
  'The queue for the car park at drop off is murder, could we have a second gate?',
  'She will kill me if I forget her PE kit again!',
  'Please do not let him have the nuts in the lunch box, he is allergic.',
  'His dad will pick him up today instead of me, he is in the blue car.',
  'Could you tell me what time the coach is back so their grandad can collect them?',
  'Joshua bumped his head on the monkey bars and has a bruise on his arm, he is fine in himself.',
  'I am so tired of these letters about parking.',
  'We fly on Friday for my sister\'s wedding and would like to request leave for the children.',
  'Her passport form needs a countersignature, could the head do it?',
  'The children loved the Viking day, Ethan came home with a cardboard axe and has not stopped attacking the cat.',
  'Ellie is missing her blue cardigan, has it been found?',
  'Lost: one black bat and ball set, left in the playground on Monday by the girls.',
  'Can I have copies of the photos from the swimming gala, how do I order them?',
  'He didn\'t want to go home from the residential, he had such a good time!',
  'The play was brilliant, we nearly died laughing when the king was stabbed with a banana.',
  'Please could he have his tablets at lunchtime, the hay fever is awful.',
  'Her grandad died on Sunday and she may be tearful, please be kind to her.',
  'We had a power cut at home last night so the homework is not done.',
  'My son says nobody would play with him at lunch and he was sad.',
  'I would like to apply for the post of midday supervisor; I enjoy working with children.',
  'Please find attached the risk assessment for the knife used in the cooking club.',
  'He has joined a boxing club and would love to show the class his medal.',
  'Our fire alarm engineer will be on site tomorrow and will test the alarm at 4.',
  'Sorry we were late, I could hardly stand up with my back this morning and had to wait for a taxi.',
  'The head\'s letter on phones is a good idea, my son spends too long on Roblox.',
  'Thank you for looking after her so well when she was sick on the bus.',
  'Can she bring her new puppy to the gate for show and tell?',
  'I am not happy that the reading books have not been changed for a month.',
  'Does the school have a spare costume for the nativity, he is a shepherd and needs a stick.',
];

describe('danger, as people tell of it', () => {
  test.each(danger)('a person sees it: %s', (text) => { expect(routeOf(text)).not.toBe('not-a-concern'); });

  /** Lists alone would call all of these urgent, and much ordinary mail too: the price of few false alarms. */
  test('most of it is urgent', () => {
    expect(danger.filter((text) => ['P0', 'P1'].includes(readAs(text))).length).toBeGreaterThan(danger.length * 0.7);
  });
});

describe('what only sounds like danger', () => {
  test.each(ordinary)('is not urgent: %s', (text) => { expect(['P0', 'P1']).not.toContain(readAs(text)); });
});
