/** Each word and the one that it is read as. A phrase with "her boy" is also one with "his girl": whoever it is about, the same is found. */
const readAs = new Map([
  ['she', 'he'], ['her', 'him'], ['his', 'him'], ['hers', 'him'], ['herself', 'himself'], ['shes', 'hes'], ['dad', 'mum'], ['dads', 'mums'], ['mom', 'mum'], ['daddy', 'mummy'], ['daddies', 'mummies'], ['father', 'mother'], ['fathers', 'mothers'], ['daughter', 'son'], ['daughters', 'sons'],
  ['girl', 'boy'], ['girls', 'boys'], ['wife', 'husband'], ['sister', 'brother'], ['sisters', 'brothers'], ['woman', 'man'], ['women', 'men'], ['aunt', 'uncle'], ['auntie', 'uncle'], ['stepmum', 'stepdad'], ['stepmother', 'stepfather'], ['girlfriend', 'boyfriend'],
  ['grandma', 'grandad'], ['granny', 'grandad'], ['nan', 'grandad'], ['grandmother', 'grandfather'], ['niece', 'nephew'],
]);

/** "she's" as "he's", "daughters" as "sons"; any other word as it stands. */
export function genderBlind(word: string): string {
  const at = word.indexOf("'");
  if (at < 0) return readAs.get(word) ?? word;
  return `${readAs.get(word.slice(0, at)) ?? word.slice(0, at)}${word.slice(at)}`;
}
