import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX, ReactNode } from 'react';
import { earlierSentence, nothingRelated, type Related } from '../../../../src/incidents/rules/related.ts';
import { useDesk } from '../../../api/desk.ts';
import { useAsked } from '../../../api/use-asked.ts';
import { Failed } from '../../../parts/coming.tsx';
import { Section } from '../../../parts/section.tsx';
import { buttonFor, useConcern } from '../press/concern-scene.ts';
import { NameAnother } from './name-another.tsx';
import { OtherConcern } from './other-concern.tsx';
import { SameOrNot } from './same-or-not.tsx';

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  title: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  list: { display: 'grid', gap: tokens.spacingVerticalM },
  small: { color: tokens.colorNeutralForeground2 },
});

/** Several people telling of one incident, and what was known before: suggested with the reasons, settled by a person. */
export function RelatedPart(): JSX.Element | null {
  const { api } = useDesk();
  const { page } = useConcern();
  const { ref } = page.view.concern;
  // Asked anew after each press: what was settled is no suggestion any more.
  const asked = useAsked(`${ref} ${String(page.view.version)}`, () => api.related(ref));
  if (asked.state === 'failed') return <Section title="What may belong with it"><Failed sentence={asked.sentence} again={asked.again} /></Section>;
  const related = asked.value ?? nothingRelated;
  const empty = related.same.length + related.maybeSame.length + related.earlier.length === 0;
  if (asked.value === null || (empty && buttonFor(page, 'say-same-incident') === null)) return null;
  return (
    <Section title="What may belong with it">
      <Same related={related} />
      <MaybeSame related={related} />
      <Earlier related={related} />
      <NameAnother />
    </Section>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }): JSX.Element {
  const styles = useStyles();
  return <div className={styles.group}><h3 className={styles.title}>{title}</h3>{children}</div>;
}

function Same({ related: { same } }: { related: Related }): JSX.Element | null {
  const styles = useStyles();
  if (same.length === 0) return null;
  return (
    <Group title="The same incident">
      <ul className={styles.list}>{same.map((each) => (
        <OtherConcern key={each.ref} other={each} more={`Leads on it: ${each.lead ?? 'nobody yet'}`}><SameOrNot other={each.ref} tied /></OtherConcern>
      ))}</ul>
    </Group>
  );
}

function MaybeSame({ related: { maybeSame } }: { related: Related }): JSX.Element | null {
  const styles = useStyles();
  if (maybeSame.length === 0) return null;
  return (
    <Group title="May be the same incident">
      <ul className={styles.list}>{maybeSame.map((each) => (
        <OtherConcern key={each.ref} other={each} more={`Because ${each.reasons.join('; ')}.`}><SameOrNot other={each.ref} /></OtherConcern>
      ))}</ul>
    </Group>
  );
}

function Earlier({ related }: { related: Related }): JSX.Element | null {
  const styles = useStyles();
  const sentence = earlierSentence(related);
  if (sentence === null) return null;
  return (
    <Group title={sentence.replace(/\.$/, '')}>
      <ul className={styles.list}>{related.earlier.map((each) => <OtherConcern key={each.ref} other={each} more={`${each.reason}.`} />)}</ul>
      <Text size={200} className={styles.small}>Two people can have one name, so read before you conclude. Concerns in which nothing was found are left out.</Text>
    </Group>
  );
}
