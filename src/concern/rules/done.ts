/** What has been done outside so far. Row `done` beside the head: not history, and rebuilt by looking when it is lost. */
export interface Done {
  /** Who does what is owed now; machine time in milliseconds. It only keeps doubles rare: nothing rests on it. */
  lease: { by: string; until: number } | null;
  /** Attempts made and not known to have succeeded, by key of the deed or view: such a one is looked for before it is done again. */
  tried: Record<string, number>;
  views: Views;
}

/** Version that a view shows; 0 means unknown. */
export interface Shown { shows: number }

export interface Views {
  register?: Shown;
  list?: Shown & { item: string; etag: string };
  folder?: Shown & { files: Record<string, string> };
  task?: Shown & { task: string };
  /** By oid of the person whose chat holds it. */
  cards?: Record<string, PostedCard>;
  /** The one in the shared chat; only ordinary conduct ever had one. */
  shared?: Shown & { conversation: string; activity: string };
  /** Up to which version everybody's card was brought. */
  everybody?: Shown;
  /** Nameless emails of the alert that began then: whom they went to (oid). */
  emails?: Shown & { since: number; mailed: string[] };
  journal?: Shown;
}

/**
 * `about` is why it was posted (a first look, proposal 3 …): news of another kind is a new post, everything else an update in place. `told`
 * is all that this person was ever told of (rows of earlier releases have none), so that nobody is told of one thing twice.
 */
export interface PostedCard extends Shown { conversation: string; activity: string; about: string; told?: string[]; older: string[] }

export const blankDone: Done = { lease: null, tried: {}, views: {} };
