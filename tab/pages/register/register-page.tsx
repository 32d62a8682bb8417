import { Button, Input, Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState, type JSX } from 'react';
import { useDesk } from '../../api/desk.ts';
import type { Register, Row } from '../../api/shapes.ts';
import { useAsked } from '../../api/use-asked.ts';
import { NothingIcon, SearchIcon } from '../../look/icons.ts';
import { phoneWidth, useWide } from '../../look/use-wide.ts';
import { Coming } from '../../parts/coming.tsx';
import { Empty } from '../../parts/empty.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { RowCard } from '../../parts/row-card.tsx';
import { listNames, type ListName } from '../../place/place.ts';
import { goTo } from '../../place/use-place.ts';
import { RegisterTable } from './register-table.tsx';

interface List { label: string; status: readonly Row['status'][]; nothing: string }

const lists: Readonly<Record<ListName, List>> = {
  open: { label: 'Open', status: ['new', 'open'], nothing: 'No concern is open.' },
  closed: { label: 'Closed', status: ['closed'], nothing: 'No concern was closed yet.' },
  'needs-a-look': { label: 'Needs a look', status: ['needs-a-look'], nothing: 'No email needs a look.' },
  'not-for-us': { label: 'Not for us', status: ['set-aside'], nothing: 'No email was set aside.' },
};

const pageSize = 50;

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center', justifyContent: 'space-between' },
  tabs: { flexWrap: 'wrap' },
  search: { minWidth: 0, width: '320px', maxWidth: '100%', '@media (max-width: 759px)': { width: '100%' } },
  list: { display: 'grid', gap: tokens.spacingVerticalS },
  count: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  more: { alignSelf: 'center' },
});

/** Every concern and every email set aside that this person may know of. What is searched for is kept out of the address. */
export function RegisterPage({ list, text, setText }: { list: ListName; text: string; setText: (text: string) => void }): JSX.Element {
  const styles = useStyles();
  const { api } = useDesk();
  const wanted = useSettled(text.trim());
  const [most, setMost] = useState(pageSize);
  const { status } = lists[list];
  const asked = useAsked(`${list} ${String(most)} ${wanted}`, () => api.register({ status, text: wanted, limit: Math.min(most, 200), offset: 0 }));
  useEffect(() => { setMost(pageSize); }, [list, wanted]);
  return (
    <>
      <PageTitle>Register</PageTitle>
      <div className={styles.bar}>
        <TabList size="small" aria-label="Which" className={styles.tabs} selectedValue={list} onTabSelect={(_, { value }) => { goTo({ page: 'register', list: listNames.find((each) => each === value) ?? 'open' }); }}>
          {listNames.map((name) => <Tab key={name} value={name}>{lists[name].label}</Tab>)}
        </TabList>
        <Input className={styles.search} type="search" aria-label="Search this list" placeholder="Search by word or reference" contentBefore={<SearchIcon />} maxLength={200}
          value={text} onChange={(_, { value }) => { setText(value); }} />
      </div>
      <Coming asked={asked} label="Looking in the register">
        {(found) => <Found found={found} searched={wanted} nothing={lists[list].nothing} mails={list === 'needs-a-look' || list === 'not-for-us'} more={() => { setMost(most + pageSize); }} />}
      </Coming>
    </>
  );
}

function Found(props: { found: Register; searched: string; nothing: string; mails: boolean; more: () => void }): JSX.Element {
  const styles = useStyles();
  const wide = useWide(phoneWidth);
  const { found, searched } = props;
  if (found.total === 0) return <Empty icon={<NothingIcon />} title={searched === '' ? props.nothing : 'Nothing found in this list'} {...(searched === '' ? {} : { text: 'Try another word, or look in another list.' })} />;
  return (
    <>
      <p role="status" className={styles.count}>{countSentence(found)}</p>
      {wide ? <RegisterTable rows={found.rows} mails={props.mails} /> : <ul className={styles.list}>{found.rows.map((row) => <RowCard key={row.key} row={row} />)}</ul>}
      {found.rows.length < found.total && found.rows.length < 200 ? <Button className={styles.more} onClick={props.more}>Show more</Button> : null}
    </>
  );
}

function countSentence({ rows, total }: Register): string {
  return rows.length === total ? `${String(total)} in this list` : `The newest ${String(rows.length)} of ${String(total)} in this list. Search to find the others.`;
}

/** What somebody types, a moment after they stopped. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => { setSettled(text); }, 250);
    return () => { clearTimeout(timer); };
  }, [text]);
  return settled;
}
