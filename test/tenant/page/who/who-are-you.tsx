import { Text, Title1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { PagePerson, WhoThereIs } from '../../page-api/shapes.ts';
import { Face } from '../parts/face.tsx';
import { goTo } from '../place/use-place.ts';
import { ThemeMenu } from '../shell/theme-menu.tsx';

const useStyles = makeStyles({
  page: { height: '100%', overflowY: 'auto', backgroundColor: tokens.colorNeutralBackground3 },
  theme: { position: 'absolute', top: tokens.spacingVerticalM, right: tokens.spacingHorizontalM },
  middle: { maxWidth: '960px', margin: '0 auto', padding: `56px ${tokens.spacingHorizontalXXL} 48px` },
  intro: { display: 'block', marginTop: tokens.spacingVerticalS, marginBottom: tokens.spacingVerticalXXL, color: tokens.colorNeutralForeground2, maxWidth: '620px' },
  heading: { display: 'block', margin: `${tokens.spacingVerticalXL} 0 ${tokens.spacingVerticalM}`, color: tokens.colorNeutralForeground2 },
  grid: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))', gap: tokens.spacingHorizontalM, listStyleType: 'none', margin: 0, padding: 0 },
  card: {
    appearance: 'none', font: 'inherit', textAlign: 'left', width: '100%', display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`, cursor: 'pointer',
    backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1, borderRadius: tokens.borderRadiusXLarge, border: `1px solid ${tokens.colorNeutralStroke2}`, boxShadow: tokens.shadow2,
    transitionProperty: 'box-shadow, border-color', transitionDuration: tokens.durationFast,
    ':hover': { boxShadow: tokens.shadow8, border: `1px solid ${tokens.colorBrandStroke1}` },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  job: { color: tokens.colorNeutralForeground2 },
});

/** The first thing anybody sees: who are you today? */
export function WhoAreYou(props: { who: WhoThereIs }): JSX.Element {
  const styles = useStyles();
  const { school, people } = props.who;
  return (
    <main className={mergeClasses(styles.page, 'scrolls')}>
      <div className={styles.theme}><ThemeMenu /></div>
      <div className={styles.middle}>
        <Title1 as="h1">Who are you?</Title1>
        <Text size={400} className={styles.intro}>
          {`This is ${school}’s Microsoft 365 as it runs on this computer: mail, Teams, lists and files, with invented people. Nothing leaves it. Choose somebody, and open another tab to be somebody else at the same time.`}
        </Text>
        <People title="At the school" people={people.filter((one) => !one.outside)} />
        <People title="Outside the school" people={people.filter((one) => one.outside)} />
      </div>
    </main>
  );
}

function People(props: { title: string; people: PagePerson[] }): JSX.Element {
  const styles = useStyles();
  return (
    <section aria-label={props.title}>
      <Text as="h2" weight="semibold" className={styles.heading}>{props.title}</Text>
      <ul className={styles.grid}>{props.people.map((person) => <li key={person.key}><PersonCard person={person} /></li>)}</ul>
    </section>
  );
}

function PersonCard({ person }: { person: PagePerson }): JSX.Element {
  const styles = useStyles();
  return (
    <button type="button" className={styles.card} aria-label={`${person.displayName}, ${person.jobTitle}`} onClick={() => { goTo(person.key, 'mail'); }}>
      <Face name={person.displayName} size={48} />
      <span className={styles.words}>
        <Text weight="semibold" size={400}>{person.displayName}</Text>{' '}
        <Text className={styles.job}>{person.jobTitle}</Text>
      </span>
    </button>
  );
}
