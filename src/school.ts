import type { Engine } from './concern/engine.ts';
import type { Handled } from './concern/handle-command.ts';
import type { Loaded } from './concern/load-concern.ts';
import type { Settings } from './config.ts';
import type { Log } from './log.ts';
import type { MailWords } from './mail/rules/words/mail-words.ts';
import type { Directory } from './people/directory.ts';
import type { AdaptiveCard, CardPoster, Clock, ConcernList, EvidenceLibrary, Mailbox, RegisterIndex, Stores, TaskBoard } from './ports.ts';

/** Everything of one school, made once at the door: no method takes a school, so no query can cross from one to another. */
export interface School {
  settings: Settings;
  /** By which its mail is judged: those that are shipped, with its own. */
  words: MailWords;
  clock: Clock;
  log: Log;
  stores: Stores;
  mailbox: Mailbox;
  list: ConcernList;
  library: EvidenceLibrary;
  /** Null when Planner is off. */
  board: TaskBoard | null;
  directory: Directory;
  poster: CardPoster;
  index: RegisterIndex;
  engine: Engine;
  /** What is owed after a commit, to be done once the caller has answered. */
  afterCommand(ref: string, handled: Handled): () => Promise<void>;
  /** The card as everybody in a chat may see it, and the words of the toast: neither holds a name. */
  baseCard(ref: string, loaded: Loaded, oid: string): { card: AdaptiveCard; summary: string };
  /** The same for the shared chat: Teams fetches by itself only the views of those named. */
  sharedCard(ref: string, loaded: Loaded, userIds: readonly string[]): { card: AdaptiveCard; summary: string };
  goneCard(ref: string): { card: AdaptiveCard; summary: string };
}
