import type { Desk, Verb } from './verb.ts';

interface VerbRow {
  usage: string;
  does: string;
  load: () => Promise<Verb>;
  /** It speaks to Microsoft 365, the local one too, whose certificate authority Node must have been told of. */
  microsoft365?: true;
}

/** One row a verb. Each is loaded only when asked for, so that `desk try` starts without storage or Microsoft 365. */
const verbs: Readonly<Record<string, VerbRow>> = {
  try: { usage: 'desk try <file.eml | folder>… [--words=FOLDER] [--json]', does: 'reads mail from disk and says how it would be understood; with --words also what a folder of the school\'s own words changes', load: async () => (await import('./try.ts')).tryMail },
  mail: { usage: 'desk mail [--json]', does: 'lists every email of the ledger and what became of it', load: async () => (await import('./mail.ts')).mail },
  till: { usage: 'desk till [--days=14] [--json]', does: 'counts emails in and what became of them by day, against the mailbox itself', load: async () => (await import('./till.ts')).till, microsoft365: true },
  concerns: { usage: 'desk concerns [--json]', does: 'lists the concerns, without names', load: async () => (await import('./concerns.ts')).concerns },
  show: { usage: 'desk show REF [--json]', does: 'shows state, events, responses, evidence and duties of one concern', load: async () => (await import('./show.ts')).show },
  verify: { usage: 'desk verify [REF] [--json]', does: 'checks every entry and sealed file against its hash, the journal and the anchors', load: async () => (await import('./verify.ts')).verify },
  'remove-words': { usage: 'desk remove-words REF ENTRY… --reason=disposal|hand-over|correction --by=OBJECT-ID', does: 'removes the words of entries for good; that they were removed, by whom and why stays', load: async () => (await import('./remove-words.ts')).removeWords },
  restore: { usage: 'desk restore REF', does: 'builds a concern that the tables lost again from its journal', load: async () => (await import('./restore.ts')).restore },
  doctor: { usage: 'desk doctor [--json]', does: 'says which settings, permissions and services are right, and what to do about those that are not', load: async () => (await import('./doctor.ts')).doctor, microsoft365: true },
};

/** The operator's command. Answers the exit code; never throws for anything typed. */
export async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  const row = name === undefined || !Object.hasOwn(verbs, name) ? undefined : verbs[name];
  if (row === undefined) {
    const asked = name === undefined || name === 'help' || name === '--help';
    console.error(asked ? usage() : `There is no "desk ${name}".\n${usage()}`);
    return asked ? 0 : 2;
  }
  try {
    const ca = row.microsoft365 === true ? (await import('./local-settings.ts')).untoldCa() : null;
    if (ca !== null) return await (await import('./start-again.ts')).startAgain(ca);
    const verb = await row.load();
    return await verb(deskFor(rest));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

function deskFor(rest: readonly string[]): Desk {
  const end = rest.indexOf('--');
  const before = end < 0 ? rest : rest.slice(0, end);
  const switches = before.filter((word) => word.startsWith('--')).map((word): [string, string | true] => {
    const [key = '', ...value] = word.slice(2).split('=');
    return [key, value.length === 0 ? true : value.join('=')];
  });
  return {
    words: [...before.filter((word) => !word.startsWith('--')), ...(end < 0 ? [] : rest.slice(end + 1))],
    switches: Object.fromEntries(switches),
    print: (line) => { process.stdout.write(`${line}\n`); },
    complain: (line) => { process.stderr.write(`${line}\n`); },
  };
}

function usage(): string {
  return Object.values(verbs).map((row) => `  ${row.usage}\n      ${row.does}`).join('\n');
}
