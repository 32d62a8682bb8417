import { Toast, ToastTitle, Toaster, makeStyles, tokens, useId, useToastController } from '@fluentui/react-components';
import { useRef, useState, type JSX } from 'react';
import type { AnswerKind, MailboxView, PagePerson } from '../../page-api/shapes.ts';
import { useLive } from '../live/use-live.ts';
import { MailIcon } from '../look/icons.ts';
import { phoneWidth, useWide } from '../look/use-wide.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { Loading } from '../parts/loading.tsx';
import { goTo } from '../place/use-place.ts';
import { Compose } from './compose.tsx';
import { FolderPane } from './folder-pane.tsx';
import { parseMailPlace, type MailPlace } from './mail-place.ts';
import { MessageList } from './message-list.tsx';
import { ReadingPane } from './reading-pane.tsx';

/** What is being written, if anything: a new mail, or an answer to one. */
export type Writing = null | { answering: null } | { answering: { key: string; how: AnswerKind } };

const phone = `@media (max-width: ${String(phoneWidth - 1)}px)`;
const useStyles = makeStyles({
  panes: { display: 'flex', height: '100%', gap: tokens.spacingHorizontalS, padding: tokens.spacingHorizontalS, [phone]: { padding: 0 } },
  reading: { flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', overflow: 'hidden', backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusXLarge, border: `1px solid ${tokens.colorNeutralStroke2}`, [phone]: { borderRadius: 0, border: 'none' } },
});

export function MailPage({ person, rest }: { person: PagePerson; rest: string[] }): JSX.Element {
  const mailboxes = useLive<MailboxView[]>(`as/${person.key}/mail`, ['mail-arrived', 'mail-changed']);
  if (mailboxes.data === null) return <Loading label="Opening mail" error={mailboxes.error} />;
  return <OpenMail person={person} mailboxes={mailboxes.data} place={parseMailPlace(rest, mailboxes.data)} />;
}

function OpenMail({ person, mailboxes, place }: { person: PagePerson; mailboxes: MailboxView[]; place: MailPlace }): JSX.Element {
  const styles = useStyles();
  const [writing, setWriting] = useState<Writing>(null);
  const [beside, besideList] = [useWide(1_060), useWide(phoneWidth)];
  const toasterId = useId('mail');
  const { dispatchToast } = useToastController(toasterId);
  const say = (sentence: string): void => { dispatchToast(<Toast><ToastTitle>{sentence}</ToastTitle></Toast>, { timeout: 4_000, intent: 'success' }); };
  const here = useRef(place);
  here.current = place;
  // A move or a deletion may be done when its person is somewhere else already: they stay there.
  const leave = (message: string): void => {
    if (here.current.message !== message) return;
    setWriting(null);
    goTo(person.key, 'mail', here.current.mailbox, here.current.folder);
  };
  const oneThing = writing !== null || place.message !== null;
  return (
    <div className={styles.panes}>
      {beside ? <FolderPane person={person} mailboxes={mailboxes} place={place} onNew={() => { setWriting({ answering: null }); }} /> : null}
      {besideList || !oneThing ? <MessageList person={person} mailboxes={mailboxes} place={place} withFolders={!beside} onNew={() => { setWriting({ answering: null }); }} /> : null}
      {besideList || oneThing ? (
        <section className={styles.reading} aria-label={writing === null ? 'Reading pane' : 'Writing'}>
          {writing !== null
            ? <Compose key={writing.answering === null ? 'new' : `${writing.answering.key} ${writing.answering.how}`} person={person} mailboxes={mailboxes} mailbox={place.mailbox} answering={writing.answering} onDone={(sentence) => { setWriting(null); if (sentence !== null) say(sentence); }} />
            : <Reading person={person} place={place} narrow={!besideList} leave={leave} write={(how) => { if (place.message !== null) setWriting({ answering: { key: place.message, how } }); }} say={say} />}
        </section>
      ) : null}
      <Toaster toasterId={toasterId} position="bottom" />
    </div>
  );
}

function Reading(props: { person: PagePerson; place: MailPlace; narrow: boolean; leave: (message: string) => void; write: (how: AnswerKind) => void; say: (sentence: string) => void }): JSX.Element {
  const { place } = props;
  const { message } = place;
  if (message === null) return <EmptyState icon={<MailIcon />} title="Nothing open" text="Choose a message to read it here." />;
  return <ReadingPane key={message} person={props.person} place={{ ...place, message }} narrow={props.narrow} onLeave={() => { props.leave(message); }} onAnswer={props.write} say={props.say} />;
}
