/** Lists that phrases name as {staff}, {child} and so on. */
export const sets: Readonly<Record<string, readonly string[]>> = {
  staff: ['mr _', 'mrs _', 'miss _', 'ms _', 'dr _', 'miss', 'sir', 'teacher', 'teachers', 'ta', 'teaching assistant', 'member of staff', 'staff', 'dinner lady', 'lunchtime supervisor', 'midday supervisor', 'headteacher', 'head teacher', 'the head', 'deputy head',
    'head of school', 'executive head', 'caretaker', 'office lady', 'club leader', 'coach', 'sports coach', 'governor', 'senco', 'la maestra', 'el profesor', 'la profesora'],
  child: ['my son', 'my daughter', 'my child', 'my boy', 'my girl', 'our son', 'our daughter', 'our child', 'a child', 'a boy', 'a girl', 'the child', 'the children', 'children', 'kids', 'pupil', 'pupils', 'a pupil', 'another child', 'him', 'her', 'them', 'his', 'me', 'mi hijo', 'mi hija'],
  hurt: ['grabbed', 'grabs', 'grabbing', 'slapped', 'slaps', 'slapping', 'smacked', 'hit', 'hits', 'hitting', 'punched', 'kicked', 'pushed', 'shoved', 'dragged', 'pinched', 'shook', 'pulled', 'yanked', 'manhandled', 'restrained', 'strangled', 'choked', 'touched', 'touching', 'assaulted', 'pegó', 'agarró'],
  demeaned: ['shouted', 'shouts', 'shouting', 'screamed', 'screaming', 'yelled', 'yelling', 'humiliated', 'humiliates', 'humiliating', 'bullied', 'bullies', 'bullying', 'belittled', 'mocked', 'mocking', 'swore', 'swears', 'intimidated', 'intimidating', 'threatened', 'victimised', 'victimising', 'singled out', 'picks on', 'picking on', 'picked on', 'gritó'],
  tells: ['said', 'says', 'told', 'tells', 'saw', 'thinks', 'reported', 'explained', 'wrote', 'asked', 'rang', 'called to say', 'because', 'that', 'who saw', 'when', 'after', 'while', 'and then'],
  parent: ['daddy', 'mummy', 'dad', 'mum', 'his dad', 'her dad', 'his mum', 'her mum', 'stepdad', 'step-dad', 'stepmum', 'uncle', 'her boyfriend', 'grandad', 'papá', 'mamá', 'su padre'],
};
