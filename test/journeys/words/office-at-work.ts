import { pagePeople } from '../../tenant/page-api/people.ts';

interface Row { key: string; folder: string }

/** What an office does with school@ all day long, by the same calls that its mail program makes. */
export interface OfficeAtWork {
  inbox(): Promise<string[]>;
  read(key: string): Promise<void>;
  move(key: string, folder: 'archive' | 'junkemail' | 'inbox'): Promise<void>;
  /** To Deleted Items, from there to Recoverable Items, from there for good. */
  throwAway(key: string): Promise<void>;
}

export function officeAtWork(pageUrl: string): OfficeAtWork {
  const olive = pagePeople().find((person) => person.displayName === 'Olive Marsh');
  const base = `${pageUrl.replace(/\/$/, '')}/page/as/${olive?.key ?? ''}/mail/school`;
  const post = async (path: string, body: object): Promise<void> => {
    const answer = await fetch(`${base}/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`The mail program answered ${String(answer.status)}: ${await answer.text()}`);
  };
  return {
    inbox: async () => (await (await fetch(`${base}/folders/inbox`)).json() as Row[]).map(({ key }) => key),
    read: (key) => post(`messages/${key}/read`, { isRead: true }),
    move: (key, folder) => post(`messages/${key}/move`, { folder }),
    throwAway: (key) => post(`messages/${key}/delete`, {}),
  };
}
