import { leavesAt } from '../src/calendar/rules/sending-hours.ts';
import { londonDay } from '../src/calendar/rules/london-time.ts';
import { sha256 } from '../src/concern/chain.ts';
import { fromRow } from '../src/concern/record.ts';
import { refusalFor } from '../src/concern/rules/allowed.ts';
import { transitionOf } from '../src/concern/rules/transitions.ts';
import type { Loaded } from '../src/concern/load-concern.ts';
import type { LetterOrder, PersonCommand } from '../src/concern/rules/commands.ts';
import { letterOf, proposalOf, type Letter } from '../src/concern/rules/concern.ts';
import { letterKindFor } from '../src/concern/rules/decide/approval.ts';
import type { Press } from '../src/concern/rules/press.ts';
import { clauseIds, outcomes, priorities, responseIds, roles, routes, type Person, type Proposable } from '../src/concern/rules/words-of-the-school.ts';
import { orderLetter } from '../src/letters/order-letter.ts';
import { orderThanks } from '../src/letters/order-thanks.ts';
import { isAddress } from '../src/letters/rules/missing-fields.ts';
import { whomToThank } from '../src/mail/whom-to-thank.ts';
import { seesReporter } from '../src/people/rules/may-know.ts';
import type { School } from '../src/school.ts';

/** What a press asks for; or sentences that say what is missing. */
export type Asked = { ask: PersonCommand } | { problem: string };

/** Command id: one press sent twice is one; the same words on another card are another press, told apart by the card's nonce. */
export function commandId(press: Press, person: Person): string {
  const fields = Object.entries(press.fields).sort(([a], [b]) => a.localeCompare(b));
  return sha256(JSON.stringify([press.ref, press.verb, press.n, press.seal, person.oid, press.nonce, fields]));
}

/** When a letter approved now would leave; or why nobody can say. One that was said not to wait goes at once. */
function leavingTime(school: School, letter: Letter | null): ReturnType<typeof leavesAt> {
  const now = school.clock.now();
  return letter?.hastened === true ? { at: now } : leavesAt(now, school.settings.sending);
}

/** Reads the fields once; after this nobody checks them again. A letter is rendered and sealed here, before any event names it. */
export async function askOf(school: School, loaded: Loaded, person: Person, press: Press): Promise<Asked> {
  const { verb, n, fields } = press;
  const field = (name: string): string => (fields[name] ?? '').trim();
  const thing = n ?? 0;
  switch (verb) {
    case 'take-first-look': return { ask: {
      verb, route: oneOf(routes, field('route')) ?? loaded.concern.route, priority: oneOf(priorities, field('priority')) ?? loaded.concern.priority,
      clauses: fields['clauses'] === undefined ? loaded.concern.clauses : clauseIds.filter((id) => field('clauses').split(',').includes(id)),
    } };
    case 'add-note': return { ask: { verb, note: field('note').slice(0, 10_000) } };
    case 'let-know': return { ask: { verb, oid: field('oid') === '' ? null : field('oid'), role: oneOf(roles, field('role')), reason: field('reason') } };
    case 'propose': return propose(school, loaded, person, press);
    case 'approve': return approve(school, loaded, thing, press.seal);
    case 'send-back': return { ask: { verb, proposal: thing, reason: field('reason') } };
    case 'withdraw': case 'carry-out': return { ask: { verb, proposal: thing } };
    case 'stop-letter': case 'say-it-went': case 'say-it-did-not-go': return { ask: { verb, letter: thing } };
    case 'send-now': return { ask: { verb, letter: thing, reason: field('reason') } };
    case 'close': return closeAsk(oneOf(outcomes, field('outcome')), field('reason'));
    case 'take-danger': return { ask: { verb } };
    case 'say-who-wrote': return sayWhoWrote(school, loaded, person, press.fields);
    case 'thank': return thank(school, loaded, person);
    case 'say-same-incident': case 'unsay-same-incident': return { ask: { verb, other: field('other').toUpperCase(), reason: field('reason') } };
    case 'open-original': return { problem: 'The original opens in the tab.' };
  }
}

function approve(school: School, loaded: Loaded, proposal: number, seal: string | null): Asked {
  const letter = letterOfProposal(loaded, proposal);
  const leaves = letter === null ? { at: school.clock.now() } : leavingTime(school, letter);
  return 'problem' in leaves ? leaves : { ask: { verb: 'approve', proposal, seal, goesAt: leaves.at } };
}

function letterOfProposal({ concern }: Loaded, proposal: number): Letter | null {
  return letterOf(concern, proposalOf(concern, proposal)?.letter ?? 0);
}

function closeAsk(outcome: Extract<PersonCommand, { verb: 'close' }>['outcome'] | null, reason: string): Asked {
  return outcome === null ? { problem: 'Choose how it ended.' } : { ask: { verb: 'close', outcome, reason } };
}

/** One of those who may have written it, by number, for whoever may know them; or a name and an address as typed. */
async function sayWhoWrote(school: School, loaded: Loaded, person: Person, fields: Record<string, string>): Promise<Asked> {
  const field = (name: string): string => (fields[name] ?? '').trim();
  const mail = field('mail') === '' ? loaded.concern.unnamed[0] ?? '' : field('mail');
  const chosen = /^[1-9]$/.test(field('who')) && seesReporter(person, loaded.concern) ? await candidateOf(school, loaded, mail, field('who')) : null;
  if (chosen !== null) return { ask: { verb: 'say-who-wrote', mail, ...chosen } };
  if (field('address') !== '' && !isAddress(field('address'))) return { problem: `"${field('address')}" is not one email address. Put it right, or leave it empty.` };
  return { ask: { verb: 'say-who-wrote', mail, name: field('name'), address: field('address') } };
}

async function candidateOf(school: School, { ref }: Loaded, mail: string, n: string): Promise<{ name: string; address: string } | null> {
  const row = (await school.stores.log.events(ref)).map(fromRow).find(({ event: { data } }) => 'sender' in data && data.mail === mail);
  const [name = '', address = ''] = ['name', 'address'].map((part) => row?.words?.[`candidate.${n}.${part}`] ?? '');
  return name === '' && address === '' ? null : { name: name === '' ? address : name, address };
}

/** Who cannot know who told us is told no more than that it cannot be done. */
async function thank(school: School, loaded: Loaded, person: Person): Promise<Asked> {
  const refusal = refusalFor(person, loaded.concern, transitionOf('thank'), null);
  if (refusal !== null) return { problem: refusal.sentence };
  const to = await whomToThank(school, loaded);
  if ('problem' in to) return { problem: seesReporter(person, loaded.concern) ? to.problem : 'No thank-you can go to whoever wrote this. The head or the safeguarding lead can see why.' };
  const leaves = leavingTime(school, null);
  if ('problem' in leaves) return leaves;
  const letter = await orderThanks(school, loaded, to, { day: londonDay(leaves.at), by: person });
  return 'problems' in letter ? { problem: letter.problems.join(' ') } : { ask: { verb: 'thank', letter, goesAt: leaves.at } };
}

async function propose(school: School, loaded: Loaded, person: Person, press: Press): Promise<Asked> {
  const response = oneOf([...responseIds, 'closing-note'] as const, press.fields['response'] ?? '');
  if (response === null) return { problem: 'Choose a response first.' };
  const reason = (press.fields['reason'] ?? '').trim();
  if (reason === '') return { problem: 'Say in a sentence why this response is right.' };
  const letter = await letterFor(school, loaded, person, response, press.fields);
  return letter !== null && 'problems' in letter ? { problem: letter.problems.join(' ') } : { ask: { verb: 'propose', response, reason, letter } };
}

function letterFor(school: School, loaded: Loaded, person: Person, response: Proposable, fields: Record<string, string>): Promise<LetterOrder | { problems: string[] } | null> {
  const kind = letterKindFor(response);
  if (kind === null) return Promise.resolve(null);
  const leaves = leavingTime(school, null);
  return 'problem' in leaves ? Promise.resolve({ problems: [leaves.problem] }) : orderLetter(school, loaded, kind, { day: londonDay(leaves.at), fields, proposer: person });
}

/** A letter that would leave on another day than it says: it is made again before it can be approved. */
export function dayWouldMove(school: School, loaded: Loaded, proposal: number): string | null {
  const letter = letterOfProposal(loaded, proposal);
  const leaves = letter === null ? null : leavingTime(school, letter);
  if (letter === null || leaves === null || 'problem' in leaves) return null;
  const day = londonDay(leaves.at);
  return letter.day === day ? null : day;
}

function oneOf<const T extends string>(list: readonly T[], value: string): T | null {
  return list.find((each) => each === value) ?? null;
}
