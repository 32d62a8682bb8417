import { pagePeople } from '../../tenant/page-api/people.ts';

interface Posted { at: number; by: { kind: 'bot' | 'person' }; text: string; summary: string }
interface Chat { id: string; name: string; kind: string }

/** What rang a person's phone: everything that Concern Desk posted into a chat of theirs, not what it brought up to date there. */
export async function notificationsOf(pageUrl: string, name: string): Promise<string[]> {
  const person = pagePeople().find((each) => each.displayName === name);
  const base = `${pageUrl.replace(/\/$/, '')}/page/as/${person?.key ?? ''}/teams`;
  const { chats } = await (await fetch(base)).json() as { chats: Chat[] };
  const posted = await Promise.all(chats.map(async (chat) => (await (await fetch(`${base}/${encodeURIComponent(chat.id)}`)).json()) as Posted[]));
  return posted.flat().filter(({ by }) => by.kind === 'bot').sort((a, b) => a.at - b.at).map(({ text, summary }) => (summary === '' ? text : summary));
}
