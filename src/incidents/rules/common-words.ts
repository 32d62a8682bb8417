/**
 * Words that say nothing of what happened: those of any English text, and those that stand in every other email to a school. Two accounts that share
 * only these have nothing in common.
 */
export const commonWords: ReadonlySet<string> = new Set(`
  a about above across actually after afterwards again against ago all almost already also although always am an and another any anybody anymore anyone anything anyway
  are aren't around as ask asked asking at away back be became because become been before behind being below best better between big bit both but by call came can
  can't cannot case certainly clear clearly come comes coming completely could couldn't did didn't different do does doesn't doing don't done down during each
  either else end enough especially even ever every everybody everyone everything exactly expect fact far feel feeling feels felt few find fine first for found from full
  fully further gave get gets getting give given giving go goes going gone good got great had hadn't happen happened happening happens hard has hasn't have haven't having he
  he'd he'll he's hear heard hello help her here hers herself hi him himself his hope how however i i'd i'll i'm i've if important in indeed instead into is isn't it it's its
  itself just keep keeps kept kind knew know known knows last late later least left less let like likely little long look looked looking lot lots made make
  makes making many matter may maybe me mean means mention mentioned might mine minute minutes more most much must my myself near need needed needs never new next nice no nobody none
  nor normal not nothing now number of off often ok okay old on once one ones only onto open or other others otherwise our ours ourselves out over own part particular past
  people perhaps person place please point possible probably problem put quite rather read real really reason regard regarding regards right said same sat saw say saying says second see
  seem seemed seems seen send sending sent several shall she she'd she'll she's should shouldn't show since small so some somebody someone something sometimes somewhere soon sorry sort speak
  spoke spoken start started still stop stopped such sure take taken takes taking talk talked tell telling than thank thanks that that's the their theirs them themselves then
  there there's these they they'd they'll they're they've thing things think thinking this those though thought three through time times to today together told tomorrow
  tonight too took towards tried true try trying two under understand until up upon us use used using usual usually very view want wanted wants was wasn't way we
  we'd we'll we're we've week weeks well went were weren't what what's whatever when where whether which while who who's whole whose why will wish with within without
  won't word words work would wouldn't write writing written wrote year years yes yesterday yet you you'd you'll you're you've young your yours yourself
  day days evening morning afternoon night weekend monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
  school schools teacher teachers class classes classroom parent parents child children kid kids son daughter boy girl boys girls pupil pupils student students mum mums dad dads mother father mothers fathers family
  families staff head headteacher deputy office governor governors group groups chat chats whatsapp facebook message messages messaging messaged post posts posted posting posters comment comments commented screenshot screenshots
  screen picture pictures photo photos image images attach attached attaching attachment email emails emailed mail phone phones online social media reply replied replies admin admins
  concern concerns concerned complaint complain complaining complained report reported reporting issue issues policy behaviour behave incident raise raised aware unacceptable inappropriate upset upsetting upsets
  action actions respond response deal dealt dealing sincerely faithfully kindly dear fwd subject forwarded wondering appreciate grateful advise confirm contact discuss discussed discussion meeting meet respect respectful
  year reception nursery primary academy grove ms mr mrs miss dr sir anonymous name names named involved between person told`.trim().split(/\s+/));

/** Words with a capital that name nobody. */
export const notNames: ReadonlySet<string> = new Set(`
  i i'm i've i'd i'll monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december mon tue tues wed thu thur thurs fri sat sun
  e-mail whatsapp facebook instagram snapchat tiktok twitter youtube messenger nextdoor telegram discord signal teams zoom google dojo classdojo roblox fortnite minecraft xbox playstation iphone ipad android outlook
  year reception nursery primary school academy grove church hall street road lane england english english britain british london uk europe african asian muslim christian jewish hindu sikh catholic islam god allah
  polish french spanish portuguese somali arabic bengali turkish german romanian urdu chinese ukrainian nigerian pakistani indian irish welsh scottish
  maths science history geography music art pe sats sen send senco ehcp ofsted lado pta pto mp gp nhs dsl gdpr foi police council governors governor trust head headteacher deputy office staff
  christmas easter eid diwali halloween ramadan summer autumn winter spring mum dad nan gran grandad grandma granny mother father auntie uncle aunt sir miss
  hi hello dear thanks thank regards best kind yours fwd fw re subject from sent to cc date
  the a an and or but so if as at by for in of on up it he she we they you my our his her their this that these those what when where who why how there here yes no not please last also after before because then
  can could would should will do does did is are was were has have had just only now today yesterday tonight tomorrow every everyone everybody nobody somebody someone another some any all one two three four five six seven eight nine ten eleven twelve
  never always maybe perhaps sorry kevins facebook's anonymous class team group parent parents`.trim().split(/\s+/));
