import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import { outcomeWords } from '../../../../src/concern/rules/screen-words.ts';
import type { Page } from '../../../api/shapes.ts';
import { ClosedToOthersIcon } from '../../../look/icons.ts';
import { Facts, type Fact } from '../../../parts/facts.tsx';
import { Section } from '../../../parts/section.tsx';
import { When } from '../../../parts/when.tsx';
import { nameIn, useConcern } from '../press/concern-scene.ts';
import { whoMayKnow } from './who-may-know.ts';

const useStyles = makeStyles({ narrow: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground2 }, icon: { fontSize: '20px', lineHeight: 1 } });

/** Who leads, who may know, who told us (where the server said so), and when it came in. */
export function KeyFactsPart(): JSX.Element {
  const styles = useStyles();
  const { page } = useConcern();
  return (
    <Section title="At a glance">
      <Facts facts={factsOf(page)} />
      {page.view.concern.audience.kind === 'ordinary' ? null : (
        <div className={styles.narrow}><span aria-hidden className={styles.icon}><ClosedToOthersIcon /></span><Text size={200}>Nobody else can see that it exists. It has no list entry, folder or task.</Text></div>
      )}
    </Section>
  );
}

function factsOf(page: Page): Fact[] {
  const { concern, titles } = page.view;
  return [
    ['Leads on it', concern.lead === null ? 'Nobody yet' : nameIn(page, concern.lead)],
    ['Who may know', whoMayKnow(concern.audience, titles, (oid) => nameIn(page, oid))],
    ...toldUs(page),
    ['Came in', <When key="at" at={concern.raisedAt} />],
    ...(concern.closedAt === null ? [] : [['Closed', <When key="closed" at={concern.closedAt} />] as const]),
    ...(concern.outcome === null ? [] : [['How it ended', outcomeWords[concern.outcome]] as const]),
  ];
}

function toldUs({ view: { concern, words } }: Page): Fact[] {
  const people = Object.entries(concern.people).flatMap(([key, person]) => {
    if (person.kind !== 'reporter') return [];
    const known = [words[`${key}.name`], words[`${key}.address`]].filter((each) => each !== undefined && each !== '');
    return known.length === 0 ? [] : [{ who: known.join(', '), how: words[`${key}.how`] ?? '' }];
  });
  const how = [...new Set(people.map((each) => each.how))].filter((each) => each !== '');
  return people.length === 0 ? [] : [['Who told us', people.map((each) => each.who).join('; ')], ...(how.length === 0 ? [] : [['How we know', how.join('; ')] as const])];
}
