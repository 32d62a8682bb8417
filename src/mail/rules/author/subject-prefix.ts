import { forwardPrefixes, replyPrefixes } from '../words/header-words.ts';

const prefix = /^\s*(?:\[[^\]]{1,40}\]\s*)?([^\s:：[\]]{1,16}(?: [^\s:：[\]]{1,12})?)\s*(?:\[\d+\]|\(\d+\))?\s*[:：]\s*/u;

/** What the outermost prefix of a subject says: `Fwd: Re: Year 3` is a forward. Tags such as [EXTERNAL] are passed over. */
export function subjectSays(subject: string): 'forward' | 'reply' | null {
  const word = prefix.exec(subject)?.[1]?.toLowerCase() ?? '';
  if (forwardPrefixes.includes(word)) return 'forward';
  return replyPrefixes.includes(word) ? 'reply' : null;
}

/** The subject without any prefixes. */
export function bareSubject(subject: string): string {
  let bare = subject.trim();
  while (subjectSays(bare) !== null) bare = bare.replace(prefix, '').trim();
  return bare;
}
