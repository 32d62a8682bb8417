export const apps = ['mail', 'teams', 'desk', 'list', 'files', 'planner'] as const;
export type AppKey = (typeof apps)[number];

/** Where somebody is on the page. All of it stands in the address after `#`, so that a link opens the same thing. */
export interface Place { person: string | null; app: AppKey; rest: string[] }

/** `#/as/head-teacher/mail/own/inbox/AAk…`; whatever does not fit falls back to what is nearest. */
export function parsePlace(hash: string): Place {
  const [as, person, app, ...rest] = hash.replace(/^#?\/?/, '').split('/').map(decode);
  if (as !== 'as' || person === undefined || person === '') return { person: null, app: 'mail', rest: [] };
  const known = apps.find((one) => one === app);
  return { person, app: known ?? 'mail', rest: known === undefined ? [] : rest.filter((part) => part !== '') };
}

export function buildHash(person: string, app: AppKey, ...rest: string[]): string {
  return `#/as/${[person, app, ...rest].map(encodeURIComponent).join('/')}`;
}

function decode(part: string): string {
  try { return decodeURIComponent(part); } catch { return part; }
}
