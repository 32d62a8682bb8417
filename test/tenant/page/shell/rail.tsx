import { CounterBadge, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ComponentType, JSX } from 'react';
import type { MailboxView, PagePerson } from '../../page-api/shapes.ts';
import { useLive } from '../live/use-live.ts';
import { DeskIcon, DeskOnIcon, FilesOnIcon, FolderIcon, ListIcon, ListOnIcon, MailIcon, MailOnIcon, PlannerIcon, PlannerOnIcon, TeamsIcon, TeamsOnIcon } from '../look/icons.ts';
import { phoneWidth } from '../look/use-wide.ts';
import { buildHash, type AppKey } from '../place/place.ts';

interface RailApp { key: AppKey; label: string; icon: ComponentType; on: ComponentType; staffOnly: boolean }
const railApps: RailApp[] = [
  { key: 'mail', label: 'Mail', icon: MailIcon, on: MailOnIcon, staffOnly: false },
  { key: 'teams', label: 'Teams', icon: TeamsIcon, on: TeamsOnIcon, staffOnly: true },
  { key: 'desk', label: 'Concern Desk', icon: DeskIcon, on: DeskOnIcon, staffOnly: true },
  { key: 'list', label: 'List', icon: ListIcon, on: ListOnIcon, staffOnly: true },
  { key: 'files', label: 'Files', icon: FolderIcon, on: FilesOnIcon, staffOnly: true },
  { key: 'planner', label: 'Planner', icon: PlannerIcon, on: PlannerOnIcon, staffOnly: true },
];

const phone = `@media (max-width: ${String(phoneWidth - 1)}px)`;
const useStyles = makeStyles({
  rail: {
    display: 'flex', flexDirection: 'column', gap: '2px', width: '76px', flexShrink: 0, padding: `${tokens.spacingVerticalS} 4px`, backgroundColor: tokens.colorNeutralBackground4, borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { flexDirection: 'row', width: 'auto', order: 2, justifyContent: 'space-around', padding: '2px', borderRight: 'none', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  link: {
    position: 'relative', display: 'flex', flexDirection: 'column', alignItems: 'center', gap: '2px', padding: '8px 2px', borderRadius: tokens.borderRadiusMedium, color: tokens.colorNeutralForeground2, textDecorationLine: 'none', fontSize: '22px', textAlign: 'center',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2, color: tokens.colorBrandForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    [phone]: { padding: '6px 2px', flex: '1 1 0', minWidth: 0 },
  },
  on: { color: tokens.colorBrandForeground1, '::before': { content: '""', position: 'absolute', left: '-4px', top: '10px', bottom: '10px', width: '3px', borderRadius: '2px', backgroundColor: tokens.colorCompoundBrandStroke, [phone]: { left: '30%', right: '30%', width: 'auto', top: '-2px', bottom: 'auto', height: '3px' } } },
  label: { fontSize: '10.5px', lineHeight: '13px', textAlign: 'center' },
  badge: { position: 'absolute', top: '4px', right: '14px', [phone]: { right: '18%' } },
});

/** The apps down the left, as in Teams; a bar at the foot of a phone. Somebody outside the school has mail only. */
export function Rail({ person, app }: { person: PagePerson; app: AppKey }): JSX.Element {
  const styles = useStyles();
  const mailboxes = useLive<MailboxView[]>(`as/${person.key}/mail`, ['mail-arrived', 'mail-changed']);
  const unread = (mailboxes.data ?? []).reduce((sum, one) => sum + one.unread, 0);
  return (
    <nav className={styles.rail} aria-label="Apps">
      {railApps.filter((one) => !(one.staffOnly && person.outside)).map(({ key, label, icon: Icon, on: On }) => (
        <a key={key} href={buildHash(person.key, key)} className={mergeClasses(styles.link, app === key ? styles.on : undefined)} aria-current={app === key ? 'page' : undefined}>
          {app === key ? <On /> : <Icon />}
          <Text className={styles.label} weight={app === key ? 'semibold' : 'regular'}>{label}</Text>
          {key === 'mail' && unread > 0 ? <CounterBadge className={styles.badge} count={unread} size="small" color="danger" aria-hidden /> : null}
        </a>
      ))}
    </nav>
  );
}
