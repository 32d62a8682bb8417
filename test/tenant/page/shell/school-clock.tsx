import { Button, Popover, PopoverSurface, PopoverTrigger, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import { control } from '../live/ask-page.ts';
import { useClock } from '../live/use-clock.ts';
import { ClockIcon } from '../look/icons.ts';
import { clockTime } from '../parts/times.ts';
import { nextSchoolMorning } from './next-school-morning.ts';

const tenMinutes = 600_000;

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXXS },
  time: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, marginRight: tokens.spacingHorizontalS, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** The time at the school, which a rehearsal may move on. In a narrow window the buttons stand behind the time. */
export function SchoolClock({ wide }: { wide: boolean }): JSX.Element {
  const styles = useStyles();
  const now = useClock();
  if (wide) return <div className={styles.row} role="group" aria-label="School clock"><Time now={now} /><ClockButtons now={now} /></div>;
  return (
    <Popover withArrow trapFocus>
      <PopoverTrigger disableButtonEnhancement><Button appearance="subtle" size="small" icon={<ClockIcon />} aria-label={`School clock: ${clockTime(now)}`}>{clockTime(now).replace(/^.*, /, '')}</Button></PopoverTrigger>
      <PopoverSurface aria-label="School clock"><div className={styles.panel}><Time now={now} /><ClockButtons now={now} /></div></PopoverSurface>
    </Popover>
  );
}

function Time({ now }: { now: number }): JSX.Element {
  const styles = useStyles();
  return <span className={styles.time}><ClockIcon aria-hidden /><Text size={200} weight="semibold">{clockTime(now)}</Text></span>;
}

function ClockButtons({ now }: { now: number }): JSX.Element {
  return (
    <>
      <Button size="small" appearance="subtle" onClick={() => { void control('clock/advance', { ms: tenMinutes }); }}>+10 minutes</Button>
      <Button size="small" appearance="subtle" onClick={() => { void control('clock/set', { now: nextSchoolMorning(now) }); }}>Next school morning</Button>
      <Button size="small" appearance="subtle" onClick={() => { void control('clock/reset'); }}>Now</Button>
    </>
  );
}
