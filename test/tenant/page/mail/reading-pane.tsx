import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, type JSX } from 'react';
import type { AnswerKind, MailView, NamedAddress, PagePerson } from '../../page-api/shapes.ts';
import { actOnPage } from '../live/ask-page.ts';
import { useLive } from '../live/use-live.ts';
import { Face } from '../parts/face.tsx';
import { Loading } from '../parts/loading.tsx';
import { fullTime } from '../parts/times.ts';
import { AttachmentList } from './attachment-list.tsx';
import { MailFrame } from './mail-frame.tsx';
import type { MailPlace } from './mail-place.ts';
import { nameOf } from './message-row.tsx';
import { MessageToolbar } from './message-toolbar.tsx';

const useStyles = makeStyles({
  subject: { margin: 0, padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalM}`, overflowWrap: 'anywhere' },
  head: { display: 'flex', gap: tokens.spacingHorizontalM, padding: `0 ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalM}` },
  words: { display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0 },
  first: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, justifyContent: 'space-between' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

interface Props { person: PagePerson; place: MailPlace & { message: string }; narrow: boolean; onLeave: () => void; onAnswer: (how: AnswerKind) => void; say: (sentence: string) => void }

/** One message: who, when, its words and what is attached. Opening it marks it as read. */
export function ReadingPane(props: Props): JSX.Element {
  const { person, place } = props;
  const base = `as/${person.key}/mail/${place.mailbox}/messages/${encodeURIComponent(place.message)}`;
  const mail = useLive<MailView>(base, []);
  const unread = mail.data !== null && !mail.data.isRead;
  useEffect(() => { if (unread) void actOnPage(`${base}/read`, { isRead: true }); }, [unread, base]);
  if (mail.data === null) return <Loading label="Opening the message" error={mail.error} />;
  return (
    <>
      <MessageToolbar person={person} place={place} base={base} narrow={props.narrow} onLeave={props.onLeave} onAnswer={props.onAnswer} say={props.say} />
      <MessageHead mail={mail.data} />
      <AttachmentList attachments={mail.data.attachments} base={`/page/${base}`} />
      <MailFrame mail={mail.data} />
    </>
  );
}

function MessageHead({ mail }: { mail: MailView }): JSX.Element {
  const styles = useStyles();
  return (
    <>
      <Text as="h2" size={500} weight="semibold" className={styles.subject}>{mail.subject === '' ? '(No subject)' : mail.subject}</Text>
      <div className={styles.head}>
        <Face name={mail.from === null ? '' : nameOf(mail.from)} size={40} />
        <div className={styles.words}>
          <div className={styles.first}>
            <Text weight="semibold">{mail.from === null ? '(Unknown)' : withAddress(mail.from)}</Text>
            <Text size={200} className={styles.quiet}>{fullTime(mail.at)}</Text>
          </div>
          <Text size={200} className={styles.quiet}>{`To: ${mail.to.map(nameOf).join('; ')}`}</Text>
          {mail.cc.length === 0 ? null : <Text size={200} className={styles.quiet}>{`Cc: ${mail.cc.map(nameOf).join('; ')}`}</Text>}
        </div>
      </div>
    </>
  );
}

/** The address always shows: a name alone can be anybody's. */
function withAddress(one: NamedAddress): string {
  return one.name === '' ? one.address : `${one.name} <${one.address}>`;
}
