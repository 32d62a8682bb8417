import { Menu, MenuItem, MenuItemLink, MenuList, MenuPopover, MenuTrigger, Toolbar, ToolbarButton, ToolbarDivider, makeStyles, tokens } from '@fluentui/react-components';
import type { ComponentType, JSX } from 'react';
import type { AnswerKind, FolderView, PagePerson } from '../../page-api/shapes.ts';
import { actOnPage, sentenceOf } from '../live/ask-page.ts';
import { useLive } from '../live/use-live.ts';
import { BackIcon, DeleteIcon, DownloadIcon, ForwardAsAttachmentIcon, ForwardIcon, MarkUnreadIcon, MoreIcon, MoveIcon, ReplyIcon } from '../look/icons.ts';
import { useWide } from '../look/use-wide.ts';
import { FolderSign } from './folder-icon.tsx';
import type { MailPlace } from './mail-place.ts';

const useStyles = makeStyles({ root: { whiteSpace: 'nowrap', overflowX: 'auto', '& button': { minWidth: 'auto' }, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, flexShrink: 0 } });
const answers: { how: AnswerKind; label: string; icon: ComponentType }[] = [
  { how: 'reply', label: 'Reply', icon: ReplyIcon }, { how: 'forward', label: 'Forward', icon: ForwardIcon }, { how: 'forward-as-attachment', label: 'Forward as attachment', icon: ForwardAsAttachmentIcon },
];

interface Props { person: PagePerson; place: MailPlace; base: string; narrow: boolean; onLeave: () => void; onAnswer: (how: AnswerKind) => void; say: (sentence: string) => void }

/** What can be done with the open message. */
export function MessageToolbar(props: Props): JSX.Element {
  const styles = useStyles();
  const words = useWide(1_240);
  const done = (act: Promise<unknown>, sentence: string): void => { act.then(() => { props.onLeave(); props.say(sentence); }, (error: unknown) => { props.say(sentenceOf(error)); }); };
  const label = (text: string): { 'aria-label': string; title: string; children?: string } => (words ? { 'aria-label': text, title: text, children: text } : { 'aria-label': text, title: text });
  return (
    <Toolbar aria-label="Message" className={styles.root}>
      {props.narrow ? <ToolbarButton {...label('Back to the list')} icon={<BackIcon />} onClick={props.onLeave} /> : null}
      {answers.map(({ how, label: text, icon: Icon }) => <ToolbarButton key={how} {...label(text)} icon={<Icon />} onClick={() => { props.onAnswer(how); }} />)}
      <ToolbarDivider />
      <MoveMenu {...props} label={label('Move')} onMove={(folder) => { done(actOnPage(`${props.base}/move`, { folder: folder.key }), `Moved to ${folder.name}.`); }} />
      <ToolbarButton {...label('Delete')} icon={<DeleteIcon />} onClick={() => { done(actOnPage(`${props.base}/delete`), 'Deleted.'); }} />
      <Menu>
        <MenuTrigger disableButtonEnhancement><ToolbarButton aria-label="More" title="More" icon={<MoreIcon />} /></MenuTrigger>
        <MenuPopover><MenuList>
          <MenuItem icon={<MarkUnreadIcon />} onClick={() => { done(actOnPage(`${props.base}/read`, { isRead: false }), 'Marked as unread.'); }}>Mark as unread</MenuItem>
          <MenuItemLink icon={<DownloadIcon />} href={`/page/${props.base}/source`} download>Download the message</MenuItemLink>
        </MenuList></MenuPopover>
      </Menu>
    </Toolbar>
  );
}

function MoveMenu(props: Props & { label: object; onMove: (folder: FolderView) => void }): JSX.Element {
  const { person, place } = props;
  const folders = useLive<FolderView[]>(`as/${person.key}/mail/${place.mailbox}/folders`, []);
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement><ToolbarButton {...props.label} icon={<MoveIcon />} /></MenuTrigger>
      <MenuPopover><MenuList>
        {(folders.data ?? []).filter((folder) => folder.key !== place.folder).map((folder) => (
          <MenuItem key={folder.key} icon={<FolderSign folder={folder.key} />} onClick={() => { props.onMove(folder); }}>{folder.name}</MenuItem>
        ))}
      </MenuList></MenuPopover>
    </Menu>
  );
}
