import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import { formatDay } from '../../../src/calendar/rules/london-time.ts';
import { mailOutcomeWords } from '../../../src/concern/rules/screen-words.ts';
import type { MailDay } from '../../api/shapes.ts';
import { AttentionIcon, NothingIcon, WellIcon } from '../../look/icons.ts';
import { Empty } from '../../parts/empty.tsx';

const useStyles = makeStyles({
  sum: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'flex-start' },
  icon: { fontSize: '24px', lineHeight: 1 },
  well: { color: tokens.colorStatusSuccessForeground1 },
  attention: { color: tokens.colorStatusWarningForeground1 },
  days: { display: 'grid' },
  day: { padding: `${tokens.spacingVerticalS} 0`, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
});

/** Every email that came in has an outcome, or the difference is said: what the office checks in the morning. */
export function MailCheck({ days }: { days: readonly MailDay[] }): JSX.Element {
  const styles = useStyles();
  if (days.length === 0) return <Empty icon={<NothingIcon />} title="No email came in" text="In the last 14 days no email came in that you can see." />;
  const received = sum(days, (day) => day.received);
  const difference = sum(days, (day) => day.difference);
  return (
    <>
      <div className={styles.sum}>
        <span aria-hidden className={mergeClasses(styles.icon, difference === 0 ? styles.well : styles.attention)}>{difference === 0 ? <WellIcon /> : <AttentionIcon />}</span>
        <p><strong>{checkSentence(received, difference)}</strong></p>
      </div>
      <ul className={styles.days}>{days.map((day) => <Day key={day.day} day={day} />)}</ul>
    </>
  );
}

function Day({ day }: { day: MailDay }): JSX.Element {
  const styles = useStyles();
  return (
    <li className={styles.day}>
      <p>{`${formatDay(day.day)}: ${counted(day.received)}`}</p>
      <p className={styles.small}>{outcomesOf(day)}</p>
    </li>
  );
}

function checkSentence(received: number, difference: number): string {
  const came = `${counted(received)} came in over the last 14 days`;
  if (difference === 0) return received === 1 ? `${came}, and it has an outcome.` : `${came}, and every one has an outcome.`;
  return `${came}; ${difference === 1 ? 'one has' : `${String(difference)} have`} no outcome yet.`;
}

/** What was sent by hand stands apart, since it did not come in. */
function outcomesOf({ byOutcome, sentByHand }: MailDay): string {
  const came = Object.entries(mailOutcomeWords).flatMap(([outcome, word]) => {
    const count = byOutcome[outcome] ?? 0;
    return count === 0 ? [] : [`${word}:\u00A0${String(count)}`];
  }).join(' · ');
  return sentByHand === 0 ? came : `${came}${came === '' ? '' : '; besides, '}sent by hand:\u00A0${String(sentByHand)}`;
}

function counted(count: number): string {
  return count === 1 ? '1 email' : `${String(count)} emails`;
}

function sum(days: readonly MailDay[], of: (day: MailDay) => number): number {
  return days.reduce((total, day) => total + of(day), 0);
}
