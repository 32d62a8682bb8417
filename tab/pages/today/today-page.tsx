import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, type JSX } from 'react';
import { useDesk } from '../../api/desk.ts';
import type { Register } from '../../api/shapes.ts';
import { useAsked } from '../../api/use-asked.ts';
import { WellIcon } from '../../look/icons.ts';
import { Coming } from '../../parts/coming.tsx';
import { Empty } from '../../parts/empty.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { RowCard } from '../../parts/row-card.tsx';
import { Section } from '../../parts/section.tsx';
import { addressOf } from '../../place/place.ts';
import { MailCheck } from './mail-check.tsx';

/** More than this is read in the register. */
const most = 12;

const useStyles = makeStyles({
  columns: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)', alignItems: 'start', '@media (max-width: 899px)': { gridTemplateColumns: 'minmax(0, 1fr)' } },
  list: { display: 'grid', gap: tokens.spacingVerticalS },
  lead: { color: tokens.colorNeutralForeground2 },
});

/** What waits for the person who looks, and whether every email is accounted for. */
export function TodayPage(): JSX.Element {
  const styles = useStyles();
  const { api, me } = useDesk();
  const waiting = useAsked('waiting', () => api.register({ waiting: true, limit: most, offset: 0 }));
  const check = useAsked('mail-check', () => api.mailCheck());
  useEffect(() => {
    const look = (): void => { if (document.visibilityState === 'visible') { waiting.again(); check.again(); } };
    document.addEventListener('visibilitychange', look);
    return () => { document.removeEventListener('visibilitychange', look); };
  }, [waiting.again, check.again]);
  return (
    <>
      <div><PageTitle>Today</PageTitle><p className={styles.lead}>{`Signed in as ${me.name}`}</p></div>
      <div className={styles.columns}>
        <Section title="Waits for you"><Coming asked={waiting} label="Looking what waits for you">{(found) => <WaitingList found={found} />}</Coming></Section>
        <Section title="Mail check"><Coming asked={check} label="Counting the emails">{(days) => <MailCheck days={days} />}</Coming></Section>
      </div>
    </>
  );
}

function WaitingList({ found }: { found: Register }): JSX.Element {
  const styles = useStyles();
  if (found.total === 0) return <Empty icon={<WellIcon />} title="Nothing waits for you" text="New concerns and proposals that need you are shown here, and as cards in your chat with Concern Desk." />;
  const more = found.total - found.rows.length;
  return (
    <>
      <ul className={styles.list}>{found.rows.map((row) => <RowCard key={row.key} row={row} />)}</ul>
      {more > 0 ? <p><Link href={addressOf({ page: 'register', list: 'open' })}>{`And ${String(more)} more in the register`}</Link></p> : null}
    </>
  );
}
