import type { MailPerson } from '../mail.ts';
import { passingOn } from '../words/header-words.ts';
import { hasPhrase, phraseList } from '../words/phrases.ts';

const onwards = phraseList(passingOn);
/** From so many words of their own somebody outside tells a story, rather than handing something on. */
const storyLength = 12;
const deviceSignature = /^(?:sent from|get outlook|sent with|enviado desde|enviado do|envoyé de|gesendet von|von meine|inviato da|verzonden vanaf|wysłano z|отправлено|skickat från|sendt fra|gönderildi|trimis|أرسلت من)\b.{0,60}$/iu;

/**
 * Somebody outside the school sends a mail on. Asked to pass it on, they are a messenger, and whoever wrote it tells the school. With a story
 * of their own, or without a word where the letter is none to a friend, they report what somebody sent them: the writer is told nothing.
 */
export function whoTold(comment: string, words: string, sender: MailPerson | null): 'author' | 'forwarder' {
  const own = withoutDevice(comment);
  const count = own.match(/\p{L}+/gu)?.length ?? 0;
  if (hasPhrase(`${own}\n\n${words}`, onwards)) return 'author';
  if (count >= storyLength) return 'forwarder';
  return count > 0 || greets(words, sender) ? 'author' : 'forwarder';
}

/** Nothing stands there but "Sent from my phone". */
export function saysNothing(lines: readonly string[]): boolean {
  return lines.every((line) => line.trim() === '' || deviceSignature.test(line.trim()));
}

function withoutDevice(text: string): string {
  return text.split('\n').filter((line) => !deviceSignature.test(line.trim())).join('\n');
}

/** "Liebe Jutta, …": a letter to a friend, who hands it on. Angry mail to another parent rarely begins so. */
function greets(words: string, sender: MailPerson | null): boolean {
  const names = (sender?.name ?? '').toLowerCase().split(/[\s,.]+/).filter((name) => name.length > 2);
  const opening = (words.split('\n').find((line) => line.trim() !== '') ?? '').slice(0, 40).toLowerCase();
  return names.some((name) => opening.includes(name.slice(0, Math.max(3, name.length - 1))));
}
