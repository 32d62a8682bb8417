import { phraseLists, type PhraseList } from './phrases.ts';
import { askedLists, type AskedList, type Cue, type CueWords, type Needs, type OfficeWords, type SignWords, type WordsData } from './words-data.ts';

/** The words by which mail is judged, made ready once: every rule that looks for words is given these. */
export interface MailWords {
  cues: readonly ReadyCue[];
  signs: readonly ReadySign[];
  requests: readonly ReadySign[];
  topics: readonly ReadyTopic[];
  offices: readonly ReadyOffice[];
  lists: Readonly<Record<AskedList, PhraseList>>;
}

export interface ReadyCue { cue: Cue; needs: Needs; negatable: boolean; words: PhraseList; friends: PhraseList }
export interface ReadySign { cue: Cue; span: number; abroad: boolean; words: PhraseList; all: readonly PhraseList[]; unless: PhraseList }
export interface ReadyTopic { id: string; sentence: string; words: PhraseList }
export interface ReadyOffice { roles: OfficeWords['roles']; job: string | null; words: PhraseList }

type Make = (phrases: readonly string[]) => PhraseList;

export function compileWords(data: WordsData): MailWords {
  const make = phraseLists(data.lists);
  return {
    cues: data.cues.map((each) => readyCue(each, make)),
    signs: data.signs.map((each) => readySign(each, make)),
    requests: data.requests.map((each) => readySign(each, make)),
    topics: data.topics.map(({ id, sentence, phrases }) => ({ id, sentence, words: make(phrases) })),
    offices: data.offices.map(({ roles, job, phrases }) => ({ roles, job, words: make(phrases) })),
    lists: Object.fromEntries(askedLists.map((name) => [name, make(data.lists[name] ?? [])])) as Record<AskedList, PhraseList>,
  };
}

function readyCue({ needs, negatable, phrases, falseFriends, ...cue }: CueWords, make: Make): ReadyCue {
  return { cue, needs, negatable, words: make(phrases), friends: make(falseFriends) };
}

function readySign({ phrases, all, span, unless, abroad, ...cue }: SignWords, make: Make): ReadySign {
  return { cue, span, abroad, words: make(phrases), all: all.map(make), unless: make(unless) };
}
