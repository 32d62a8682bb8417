import { Avatar, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { ChatView, PagePerson } from '../../page-api/shapes.ts';
import { useClock } from '../live/use-clock.ts';
import { DeskOnIcon } from '../look/icons.ts';
import { phoneWidth } from '../look/use-wide.ts';
import { shortTime } from '../parts/times.ts';
import { buildHash } from '../place/place.ts';

const phone = `@media (max-width: ${String(phoneWidth - 1)}px)`;
const useStyles = makeStyles({
  root: { width: '300px', flexShrink: 0, backgroundColor: tokens.colorNeutralBackground2, borderRight: `1px solid ${tokens.colorNeutralStroke2}`, overflowY: 'auto', [phone]: { width: '100%', borderRight: 'none' } },
  title: { padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`, margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: '4px 8px' },
  chat: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'center', padding: '10px', borderRadius: tokens.borderRadiusLarge, color: tokens.colorNeutralForeground1, textDecorationLine: 'none', ':hover': { backgroundColor: tokens.colorNeutralBackground3 }, ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  on: { backgroundColor: tokens.colorNeutralBackground1, boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`, ':hover': { backgroundColor: tokens.colorNeutralBackground1 } },
  words: { flex: 1, minWidth: 0 },
  line: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'baseline' },
  cut: { flex: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { display: 'block', color: tokens.colorNeutralForeground2, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

export function ChatList({ person, chats, open }: { person: PagePerson; chats: ChatView[]; open: string | null }): JSX.Element {
  const styles = useStyles();
  const now = useClock();
  return (
    <section className={styles.root} aria-label="Chats">
      <Text as="h1" size={500} weight="semibold" block className={styles.title}>Chat</Text>
      <ul className={styles.list}>
        {chats.map((chat) => (
          <li key={chat.id}>
            <a className={mergeClasses(styles.chat, open === chat.id ? styles.on : undefined)} href={buildHash(person.key, 'teams', chat.id)} aria-current={open === chat.id ? 'true' : undefined}>
              <Avatar size={36} shape="square" color="brand" icon={<DeskOnIcon />} aria-hidden />
              <span className={styles.words}>
                <span className={styles.line}>
                  <Text weight="semibold" className={styles.cut}>{chat.name}</Text>
                  {chat.last === null ? null : <Text size={200} className={styles.quiet}>{shortTime(chat.last.at, now)}</Text>}
                </span>
                <Text size={200} className={styles.quiet}>{(chat.last?.text ?? '').replaceAll('**', '')}</Text>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
