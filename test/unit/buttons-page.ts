import { buttonsFor } from '../../src/concern/rules/allowed.ts';
import type { Person } from '../../src/concern/rules/words-of-the-school.ts';
import { mayKnow } from '../../src/people/rules/may-know.ts';
import { does, mail, nothing, people, stories, type Told } from './concern-story.ts';

const rows: readonly [string, Person][] = [
  ['School office', people.olive], ['Leadership team, who made the proposal', people.daniel], ['Leadership team, somebody else', people.priya],
  ['Head', people.helen], ['Executive Head', people.marcus], ['Safeguarding lead', people.sara], ['Chair of governors', people.gwen], ['Governor', people.ivy],
  ['Other staff', people.tom],
];

const alert = does(nothing, 'service', { verb: 'raise', understood: mail(1, { priority: 'P0' }) });

const sections: readonly [string, Told][] = [
  ['A new concern: nobody has looked yet', stories.new],
  ['Words in the email may mean danger, and nobody has taken it', alert],
  ['Open', stories.open],
  ['Open, and a teacher was let in', stories.letIn],
  ['A warning letter waits for the head', stories.waiting],
  ['The head sent it back', stories.sentBack],
  ['The letter was approved and has not gone yet', stories.approved],
  ['The letter was stopped, or kept back because somebody changed it in the mailbox', stories.stopped],
  ['The letter is on its way', stories.leaving],
  ['It is not known whether the letter went', stories.unknown],
  ['The letter was sent', stories.sent],
  ['A meeting was approved and is to be held', stories.toDo],
  ['Closed', stories.closed],
  ['A new safeguarding matter', stories.safeguarding],
  ['A new matter about a member of staff (the teacher in the last row)', stories.aboutStaff],
  ['A new matter about the head', stories.aboutHead],
  ['A new matter about the Executive Head', stories.aboutExecutive],
  ['A new matter about the chair of governors', stories.aboutChair],
  ['A new matter about the head, the Executive Head and the chair', stories.aboutAll],
];

const opening = `# Who sees which button

One page for a head to read and sign off. It is made from the rules that decide every press (\`src/concern/rules/transitions.ts\`), so a button and
the rule behind it cannot disagree; a test keeps this page equal to them. After a change of the rules: \`BUTTONS=write node test/run.mjs test/unit/role-by-status\`.

"Cannot see it" means that for this person there is no such concern: no card, no row in a list, no hit in a search, no count.
`;

/** The page as the rules make it now. */
export function buttonsPage(): string {
  return [opening, ...sections.map(([title, told]) => `## ${title}\n\n${table(told)}\n`)].join('\n');
}

function table({ concern }: Told): string {
  return ['| Who | Buttons |', '|---|---|', ...rows.map(([who, person]) => `| ${who} | ${mayKnow(person, concern) ? labels(person, concern) : 'Cannot see it'} |`)].join('\n');
}

function labels(person: Person, concern: Told['concern']): string {
  const all = buttonsFor(person, concern).map((each) => each.label);
  return all.length === 0 ? 'None: reads only' : all.join(' · ');
}
