import { Link, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useId, type JSX } from 'react';
import { openAlert } from '../../../../src/concern/rules/alert.ts';
import { dangerQuotes, guessWords, takenWords, untakenWords } from '../../../../src/concern/rules/alert-words.ts';
import { priorityWords } from '../../../../src/concern/rules/screen-words.ts';
import type { Page } from '../../../api/shapes.ts';
import { ForeignText } from '../../../parts/foreign-text.tsx';
import { buttonFor, nameIn, useConcern } from '../press/concern-scene.ts';
import { PressButton } from '../press/press-button.tsx';

const useStyles = makeStyles({
  alert: {
    display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalXL, borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorStatusDangerBackground1, border: `2px solid ${tokens.colorStatusDangerBorder2}`,
  },
  title: { fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600, fontWeight: tokens.fontWeightBold, color: tokens.colorStatusDangerForeground1 },
  ring: { display: 'grid', gap: tokens.spacingVerticalXS },
  // Readable on the colour of danger in every theme.
  number: { color: 'inherit', ':hover': { color: 'inherit' } },
});

/** At the top of the page while danger waits for somebody, as on the card; afterwards who has it. */
export function DangerPart(): JSX.Element | null {
  const { page } = useConcern();
  const { concern, now } = page.view;
  if (openAlert(concern) !== null) return <Untaken page={page} />;
  const taken = concern.danger === null || concern.status === 'closed' ? null : takenWords(concern.danger, (oid) => nameIn(page, oid), now);
  return taken === null ? null : <Text weight="semibold">{taken}</Text>;
}

function Untaken({ page }: { page: Page }): JSX.Element | null {
  const styles = useStyles();
  const id = useId();
  const danger = openAlert(page.view.concern);
  const button = buttonFor(page, 'take-danger');
  if (danger === null) return null;
  return (
    <section aria-labelledby={id} className={styles.alert}>
      <h2 id={id} className={styles.title}>{priorityWords[danger.priority]}</h2>
      <Text weight="semibold">{untakenWords(danger)}</Text>
      {dangerQuotes(page.view.words).map((line) => <ForeignText key={line} text={`"${line}"`} />)}
      <Text>{guessWords}</Text>
      <Ring lines={page.view.ring} />
      {button === null ? null : <PressButton button={button} primary />}
    </section>
  );
}

function Ring({ lines }: { lines: Page['view']['ring'] }): JSX.Element | null {
  const styles = useStyles();
  if (lines.length === 0) return null;
  return (
    <div className={styles.ring}>
      <Text weight="semibold">Ring</Text>
      {lines.map(({ who, number }) => <Text key={who}>{who}: <Link inline className={styles.number} href={`tel:${number.replace(/[^\d+]/g, '')}`}>{number}</Link></Text>)}
    </div>
  );
}
