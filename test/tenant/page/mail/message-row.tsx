import { Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { MailRow, NamedAddress, PagePerson } from '../../page-api/shapes.ts';
import { useClock } from '../live/use-clock.ts';
import { AttachIcon } from '../look/icons.ts';
import { fullTime, shortTime } from '../parts/times.ts';
import { buildHash } from '../place/place.ts';
import type { MailPlace } from './mail-place.ts';

const useStyles = makeStyles({
  row: {
    position: 'relative', display: 'block', padding: `10px ${tokens.spacingHorizontalM} 10px 18px`, borderRadius: tokens.borderRadiusLarge, color: tokens.colorNeutralForeground1, textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 }, ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  // not the interactive tokens: in high contrast they turn the ground bright under text that stays white
  on: { backgroundColor: tokens.colorNeutralBackground3, boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`, ':hover': { backgroundColor: tokens.colorNeutralBackground3 } },
  unread: { '::before': { content: '""', position: 'absolute', left: '6px', top: '16px', width: '7px', height: '7px', borderRadius: tokens.borderRadiusCircular, backgroundColor: tokens.colorCompoundBrandBackground } },
  line: { display: 'flex', alignItems: 'baseline', gap: tokens.spacingHorizontalS },
  cut: { flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  time: { color: tokens.colorNeutralForeground2, flexShrink: 0 },
  brand: { color: tokens.colorBrandForeground1 },
  preview: { display: 'block', color: tokens.colorNeutralForeground2, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  clip: { fontSize: '14px', alignSelf: 'center', color: tokens.colorNeutralForeground2 },
});

export function MessageRow({ person, place, row }: { person: PagePerson; place: MailPlace; row: MailRow }): JSX.Element {
  const styles = useStyles();
  const now = useClock();
  const on = place.message === row.key;
  const bold = row.isRead ? 'regular' : 'semibold';
  return (
    <a href={buildHash(person.key, 'mail', place.mailbox, place.folder, row.key)} aria-current={on ? 'true' : undefined} className={mergeClasses(styles.row, on ? styles.on : undefined, row.isRead ? undefined : styles.unread)}>
      <span className={styles.line}>
        <Text weight={bold} className={styles.cut}>{row.isRead ? null : <span className="visually-hidden">Unread: </span>}{whoLine(row, place.folder)}</Text>
        {row.hasAttachments ? <AttachIcon className={styles.clip} title="Has attachments" /> : null}
      </span>
      <span className={styles.line}>
        <Text weight={bold} className={mergeClasses(styles.cut, row.isRead ? undefined : styles.brand)}>{row.subject === '' ? '(No subject)' : row.subject}</Text>
        <Text size={200} className={styles.time} title={fullTime(row.at)}>{shortTime(row.at, now)}</Text>
      </span>
      <Text size={200} className={styles.preview}>{row.preview === '' ? ' ' : row.preview}</Text>
    </a>
  );
}

/** In Sent Items and Drafts a line says who it went to. */
function whoLine(row: MailRow, folder: string): string {
  if (row.isDraft || folder === 'sentitems' || folder === 'drafts') return row.to.length === 0 ? '(Nobody yet)' : row.to.map(nameOf).join('; ');
  return row.from === null ? '(Unknown)' : nameOf(row.from);
}

export function nameOf(one: NamedAddress): string {
  return one.name === '' ? one.address : one.name;
}
