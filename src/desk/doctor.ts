import { openGroups } from '../microsoft365/groups.ts';
import { openConcernList } from '../microsoft365/lists.ts';
import { openMailbox } from '../microsoft365/mailbox.ts';
import { openTaskBoard } from '../microsoft365/planner.ts';
import { SettingsFault, type Settings } from '../config.ts';
import { describeOwnWords } from '../mail/load-words/load-mail-words.ts';
import { dutyRota } from './duty-rota.ts';
import { findSettings } from './local-settings.ts';
import { openOperatorGraph } from './open-graph.ts';
import { openStores } from './open-stores.ts';
import { schoolYear } from './school-year.ts';
import { sentCopies } from './sent-copies.ts';
import { unverifiedSenders } from './unverified-senders.ts';
import { answer } from './output.ts';
import type { Desk, Verb } from './verb.ts';

/** `sure` is false where nothing is wrong and nothing can be told either. */
interface Check { name: string; ok: boolean; sentence: string; sure?: boolean }

/** `desk doctor`: asks each service what the product will ask of it, and says what to do about those that refuse. Exit 1 when one does. */
export const doctor: Verb = async (desk) => {
  let settings: Settings;
  try { settings = findSettings(); } catch (error) {
    if (!(error instanceof SettingsFault)) throw error;
    return report(desk, [{ name: 'settings', ok: false, sentence: error.message }]);
  }
  const checks = [{ name: 'settings', ok: true, sentence: `All settings can be read. Mode: ${settings.mode}.` }, ...await Promise.all(questions(settings).map(asked))];
  return report(desk, checks);
};

const twoWeeksMs = 14 * 86_400_000;
/** Mail of a rehearsal is dated by a clock that runs ahead. */
const farAheadMs = Date.parse('2100-01-01');

interface Question { name: string; ask: () => Promise<string | { sentence: string; sure: boolean }>; todo: string }

function questions(settings: Settings): Question[] {
  const { mail, school } = settings;
  const graph = openOperatorGraph(settings);
  const mailbox = openMailbox(graph, () => Date.now());
  const groups = openGroups(graph, school.groups);
  const { planner } = settings;
  return [
    { name: 'storage', ask: async () => { await openStores(settings).links.get('doctor', 'look'); return 'Tables can be read.'; },
      todo: 'Check TABLES_URL and BLOBS_URL, and that this sign-in holds the storage data roles.' },
    { name: 'school mailbox', ask: async () => `${String((await mailbox.folders(mail.schoolMailbox)).length)} folders can be read.`,
      todo: 'Check SCHOOL_MAILBOX and the "Application Mail.Read" assignment in Exchange (infra/permissions.md).' },
    { name: 'sent by hand', ask: () => sentCopies(mailbox, mail.schoolMailbox, Date.now()), todo: 'Check SCHOOL_MAILBOX and the "Application Mail.Read" assignment in Exchange.' },
    { name: 'sending mailbox', ask: async () => { await mailbox.findByMark(mail.sendingMailbox, 'doctor'); return 'Drafts and Sent Items can be read.'; },
      todo: 'Check SENDING_MAILBOX and the "Application Mail.ReadWrite" and "Application Mail.Send" assignments in Exchange.' },
    { name: 'words', ask: () => Promise.resolve().then(() => describeOwnWords(mail.words)), todo: 'Until this is put right the process does not start anew. Try a change with "desk try --words=FOLDER" first (docs/mail-words.md).' },
    { name: 'senders', ask: async () => unverifiedSenders(await openStores(settings).ledger.receivedBetween(Date.now() - twoWeeksMs, farAheadMs)), todo: 'Check TABLES_URL, and that this sign-in holds the storage data roles.' },
    { name: 'groups', ask: async () => groupsSentence(await groups.people()), todo: 'Check the GROUP_ settings and GroupMember.Read.All.' },
    { name: 'duty rota', ask: async () => dutyRota(settings.alerts.duty.shifts, await groups.people(), Date.now()), todo: 'Check DUTY_ROTA, and that these people are in the school\'s groups.' },
    { name: 'school year', ask: () => Promise.resolve(schoolYear(settings.calendar, Date.now())), todo: 'Check TERM_DATES, INSET_DAYS and CLOSED_DAYS.' },
    { name: 'SharePoint list', ask: async () => { await openConcernList(graph, { site: settings.sharepoint.sitePath, list: 'Concerns' }).find('GRV-00-0000'); return 'The list can be read.'; },
      todo: 'Check SITE_PATH, and that the app was granted "write" on the site (infra/permissions.md).' },
    { name: 'Planner', ask: async () => {
      if (planner === null) return 'Planner is switched off.';
      await openTaskBoard(graph, { plan: planner.planId }).find('GRV-00-0000');
      return 'The plan can be read.';
    }, todo: 'Check PLANNER_PLAN_ID and Tasks.ReadWrite.All, or leave PLANNER_PLAN_ID out to switch Planner off.' },
  ];
}

/** Without a head or an Executive Head nobody could approve; without a safeguarding lead nobody would be told. */
function groupsSentence(people: { roles: readonly string[] }[]): string {
  const empty = ['office', 'slt', 'head', 'executive-head', 'safeguarding-lead', 'chair'].filter((role) => !people.some((each) => each.roles.includes(role)));
  if (empty.length > 0) throw new Error(`Nobody is in the group for: ${empty.join(', ')}.`);
  return `${String(people.length)} people in the school's groups; every role is held.`;
}

async function asked({ name, ask, todo }: Question): Promise<Check> {
  try {
    const said = await ask();
    return { name, ok: true, ...(typeof said === 'string' ? { sentence: said } : said) };
  } catch (error) {
    return { name, ok: false, sentence: `${error instanceof Error ? error.message : String(error)} ${todo}` };
  }
}

function report(desk: Desk, checks: Check[]): number {
  const ok = checks.every((each) => each.ok);
  answer(desk, { ok, checks: checks.map(({ name, ok: right, sentence }) => ({ name, ok: right, sentence })) },
    checks.map((each) => `${each.ok ? each.sure === false ? 'look  ' : 'right ' : 'WRONG '} ${each.name}: ${each.sentence}`));
  return ok ? 0 : 1;
}
