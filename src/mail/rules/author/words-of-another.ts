const handedOn = /\b(?:copied|copy(?: and |-)paste[d]?|pasted?|typed (?:up|out)|transcribed|dictated|word for word|verbatim|handed to me|pushed under|i was (?:sent|handed|given)|(?:was|been) (?:sent|handed) to (?:me|us)|(?:sent|given) to me|sent me (?:this|the)|received (?:this|the))\b/i;
const quotation = /["\u201c\u201e«]([^"\u201c\u201d\u201e«»]{40,})["\u201d\u201c»]/g;

/**
 * Somebody at the school says that they copied out what they were sent, and most of the mail is those words in quotation marks: the sender is
 * known, the writer is not.
 */
export function wordsOfAnother(text: string): boolean {
  const quoted = [...text.slice(0, 20_000).matchAll(quotation)];
  const own = text.slice(0, 20_000).replace(quotation, ' ');
  return countWords(quoted.map((each) => each[1]).join(' ')) > countWords(own) && handedOn.test(own);
}

function countWords(text: string): number {
  return text.match(/\p{L}+/gu)?.length ?? 0;
}
