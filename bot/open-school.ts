import { randomUUID } from 'node:crypto';
import { ManagedIdentityCredential } from '@azure/identity';
import { openRehearsedClock, systemClock } from '../src/clock.ts';
import { doWhatIsOwed, type Doers } from '../src/concern/do-what-is-owed.ts';
import { openAlert } from '../src/concern/rules/alert.ts';
import type { Owed } from '../src/concern/rules/owed.ts';
import type { Loaded } from '../src/concern/load-concern.ts';
import type { Settings } from '../src/config.ts';
import { tellDanger } from '../src/danger/tell-danger.ts';
import { draftLetter } from '../src/letters/draft-letter.ts';
import { letLetterLeave } from '../src/letters/let-letter-leave.ts';
import { sendLetter } from '../src/letters/send-letter.ts';
import { faultName, type Log } from '../src/log.ts';
import { addExhibits } from '../src/mail/add-exhibits.ts';
import { loadMailWords } from '../src/mail/load-words/load-mail-words.ts';
import { openGraph, type Credential, type Graph } from '../src/microsoft365/client.ts';
import { openGroups } from '../src/microsoft365/groups.ts';
import { openEvidenceLibrary } from '../src/microsoft365/library.ts';
import { openConcernList } from '../src/microsoft365/lists.ts';
import { openMailbox } from '../src/microsoft365/mailbox.ts';
import { managedIdentityAssertion } from '../src/microsoft365/managed-identity.ts';
import { openTaskBoard } from '../src/microsoft365/planner.ts';
import { openDirectory } from '../src/people/directory.ts';
import type { CardPoster, Clock, Stores } from '../src/ports.ts';
import { openSearchIndex } from '../src/register/search-index.ts';
import type { School } from '../src/school.ts';
import { storesOf } from '../src/storage/stores-of.ts';
import { bringView } from '../src/views/bring-view.ts';
import { tabLink } from '../src/views/tab-link.ts';
import { buildBaseCard } from './cards/base-card.ts';
import { cardSummary } from './cards/card-summary.ts';
import { buildSentenceCard } from './cards/sentence-card.ts';

/** The world outside one school: clocks, storage, Microsoft 365. */
export interface World { clock: Clock; stores: Stores; graph: Graph }

export async function openWorld(settings: Settings): Promise<World> {
  return { clock: await openClock(settings), stores: openStores(settings), graph: openGraph(settings.endpoints, credentialOf(settings)) };
}

async function openClock({ clockUrl }: Settings): Promise<Clock> {
  if (clockUrl === null) return systemClock;
  const clock = openRehearsedClock(clockUrl, 1_000);
  await clock.read();
  return clock;
}

function openStores({ storage, school, entra }: Settings): Stores {
  const { tablesUrl, blobsUrl, account } = storage;
  const credential = account === null ? new ManagedIdentityCredential(entra.managedIdentity === null ? {} : { clientId: entra.managedIdentity })
    : { account: account.name, key: account.key };
  return storesOf({ tablesUrl, blobsUrl, credential }, school.code);
}

function credentialOf({ entra }: Settings): Credential {
  const { tenantId, clientId, secret, managedIdentity } = entra;
  return secret !== null ? { tenantId, clientId, secret } : { tenantId, clientId, assertion: managedIdentityAssertion(managedIdentity ?? undefined) };
}

/** Wires one school. Its index is loaded before anybody comes in. */
export async function openSchool(settings: Settings, log: Log, { clock, stores, graph }: World, poster: CardPoster): Promise<School> {
  const site = settings.sharepoint.sitePath;
  const me = randomUUID();
  const school: School = {
    settings, clock, log, stores, poster,
    words: loadMailWords(settings.mail.words),
    mailbox: openMailbox(graph, () => clock.now()),
    list: openConcernList(graph, { site, list: 'Concerns' }),
    library: openEvidenceLibrary(graph, { site, library: 'Concern files' }),
    board: settings.planner === null ? null : openTaskBoard(graph, { plan: settings.planner.planId }),
    directory: openDirectory(openGroups(graph, settings.school.groups), stores.links, clock),
    index: openSearchIndex(),
    engine: { log: stores.log, wake: stores.wake, clock, me, mode: () => settings.mode },
    afterCommand: (ref, handled) => async () => {
      if (handled.outcome !== 'done') return;
      try {
        // A committer may put rows, so that the next look is known at once.
        for (const next of await doWhatIsOwed(school.engine, doersOf(school), log, ref, handled)) await stores.wake.put(ref, next.at, next.clock);
      } catch (error) { log({ what: 'after-command-failed', ref, fault: faultName(error) }); }
    },
    baseCard: (ref, loaded, oid) => ({
      card: buildBaseCard(ref, { deepLink: tabLink(settings, ref), alert: openAlert(loaded.concern) }),
      summary: cardSummary(loaded.concern, { oid, roles: school.directory.known().find((each) => each.oid === oid)?.roles ?? [] }),
    }),
    sharedCard: (ref, loaded, userIds) => ({
      card: buildBaseCard(ref, { deepLink: tabLink(settings, ref), userIds, inGroup: true, alert: openAlert(loaded.concern) }), summary: cardSummary(loaded.concern, { oid: '', roles: [] }),
    }),
    goneCard: () => ({ card: buildSentenceCard('This card is no longer in use.'), summary: 'A card is no longer in use' }),
  };
  school.index.load(await stores.register.all());
  return school;
}

/** Who does what is owed: each deed by its subject, each view by `views`. */
export function doersOf(school: School): Doers {
  return {
    deed: (loaded, owed, look) => doDeed(school, loaded, owed, look),
    view: (loaded, owed) => bringView(school, loaded, owed.view),
  };
}

function doDeed(school: School, loaded: Loaded, owed: Extract<Owed, { kind: 'deed' }>, look: boolean): Promise<void> {
  switch (owed.deed) {
    case 'tell-danger': return tellDanger(school, loaded, owed);
    case 'add-exhibits': return addExhibits(school, loaded);
    case 'let-leave': return letLetterLeave(school, loaded, owed.letter);
    case 'draft': return draftLetter(school, loaded, owed.letter, look);
    case 'send': return sendLetter(school, loaded, owed.letter, look);
  }
}
