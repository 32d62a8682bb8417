import { Button, Field, Input, MessageBar, MessageBarBody, Select, Tag, TagGroup, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState, type JSX } from 'react';
import type { AnswerDraft, AnswerKind, MailboxView, NewAttachment, NewMail, PagePerson, SentMail, WhoThereIs } from '../../page-api/shapes.ts';
import { actOnPage, sentenceOf } from '../live/ask-page.ts';
import { useLive } from '../live/use-live.ts';
import { AttachIcon, SendIcon } from '../look/icons.ts';
import { Loading } from '../parts/loading.tsx';
import { readFiles } from './attach-files.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', overflowY: 'auto' },
  bar: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, position: 'sticky', top: 0, zIndex: 1, backgroundColor: tokens.colorNeutralBackground1 },
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`, flex: 1 },
  field: { gridTemplateColumns: '72px 1fr' },
  words: { flex: '1 0 220px', display: 'grid', gridTemplateRows: 'auto 1fr', minHeight: '220px' },
  area: { height: '100%', maxHeight: 'none' },
  below: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, borderLeft: `2px solid ${tokens.colorNeutralStroke1}`, paddingLeft: tokens.spacingHorizontalM, marginTop: tokens.spacingVerticalS },
});

interface Props { person: PagePerson; mailboxes: MailboxView[]; mailbox: string; answering: { key: string; how: AnswerKind } | null; onDone: (sentence: string | null) => void }

/** A new mail or an answer. An answer is written once it is known how it begins, so that nothing typed is written over. */
export function Compose(props: Props): JSX.Element {
  const { person, mailbox, answering } = props;
  const draft = useLive<AnswerDraft>(answering === null ? null : `as/${person.key}/mail/${mailbox}/messages/${encodeURIComponent(answering.key)}/answer/${answering.how}`, []);
  if (answering !== null && draft.data === null) return <Loading label="Beginning the answer" error={draft.error} />;
  return <ComposeForm {...props} draft={draft.data} />;
}

/** The answered mail goes below (or along) by itself; here one writes only what is new. */
function ComposeForm({ person, mailboxes, mailbox, answering, draft, onDone }: Props & { draft: AnswerDraft | null }): JSX.Element {
  const styles = useStyles();
  const [from, setFrom] = useState(mailbox);
  const [fields, setFields] = useState({ to: draft?.to ?? '', cc: '', subject: draft?.subject ?? '', text: '' });
  const [attachments, setAttachments] = useState<NewAttachment[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const set = (name: keyof typeof fields) => (_event: unknown, data: { value: string }): void => { setFields((now) => ({ ...now, [name]: data.value })); };
  const send = (): void => {
    setSending(true);
    setProblem(null);
    const mail: NewMail = { ...fields, attachments, answering };
    actOnPage<SentMail>(`as/${person.key}/mail/${from}/send`, mail).then(({ refused }) => { onDone(refused.length === 0 ? 'Sent.' : `Sent, but there is no such mailbox: ${refused.join(', ')}.`); })
      .catch((error: unknown) => { setProblem(sentenceOf(error)); setSending(false); });
  };
  return (
    <form className={styles.root} aria-label={answering === null ? 'New mail' : 'Answer'} onSubmit={(event) => { event.preventDefault(); send(); }}>
      <div className={styles.bar}>
        <Button type="submit" appearance="primary" icon={<SendIcon />} disabled={sending}>Send</Button>
        <AttachButton onFiles={(more) => { setAttachments((now) => [...now, ...more]); }} />
        <Button appearance="subtle" onClick={() => { onDone(null); }}>Discard</Button>
      </div>
      <div className={styles.fields}>
        {problem === null ? null : <MessageBar intent="error"><MessageBarBody>{problem}</MessageBarBody></MessageBar>}
        {mailboxes.length > 1 ? (
          <Field label="From" orientation="horizontal" className={styles.field}>
            <Select value={from} disabled={answering !== null} onChange={(_event, data) => { setFrom(data.value); }}>{mailboxes.map((one) => <option key={one.key} value={one.key}>{`${one.displayName} (${one.address})`}</option>)}</Select>
          </Field>
        ) : null}
        <Field label="To" orientation="horizontal" className={styles.field}><Input value={fields.to} onChange={set('to')} list="known-addresses" autoComplete="off" /></Field>
        <KnownAddresses mailboxes={mailboxes} />
        <Field label="Cc" orientation="horizontal" className={styles.field}><Input value={fields.cc} onChange={set('cc')} list="known-addresses" autoComplete="off" /></Field>
        <Field label="Subject" orientation="horizontal" className={styles.field}><Input value={fields.subject} onChange={set('subject')} autoComplete="off" /></Field>
        <Attached along={draft?.attachments ?? []} added={attachments} onRemove={(at) => { setAttachments((now) => now.filter((_one, n) => n !== at)); }} />
        <Field label="Message" className={styles.words}><Textarea className={styles.area} resize="vertical" value={fields.text} onChange={set('text')} textarea={{ style: { height: '100%', maxHeight: 'none' } }} /></Field>
        {draft === null || draft.below === '' ? null : <div className={styles.below} role="note" aria-label="Below your words">{draft.below}</div>}
      </div>
    </form>
  );
}

function AttachButton({ onFiles }: { onFiles: (files: NewAttachment[]) => void }): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input ref={input} type="file" multiple hidden aria-label="Files to attach" onChange={(event) => { void readFiles(event.currentTarget.files ?? []).then(onFiles); event.currentTarget.value = ''; }} />
      <Button appearance="subtle" icon={<AttachIcon />} onClick={() => { input.current?.click(); }}>Attach</Button>
    </>
  );
}

function Attached({ along, added, onRemove }: { along: string[]; added: NewAttachment[]; onRemove: (at: number) => void }): JSX.Element | null {
  if (along.length + added.length === 0) return null;
  return (
    <TagGroup aria-label="Attachments" onDismiss={(_event, data) => { onRemove(Number(data.value)); }} style={{ flexWrap: 'wrap', rowGap: '4px' }}>
      {along.map((name) => <Tag key={`along ${name}`} value={`along ${name}`} media={<AttachIcon />} size="small">{name}</Tag>)}
      {added.map((one, at) => <Tag key={`${String(at)} ${one.name}`} value={String(at)} media={<AttachIcon />} size="small" dismissible>{one.name}</Tag>)}
    </TagGroup>
  );
}

function KnownAddresses({ mailboxes }: { mailboxes: MailboxView[] }): JSX.Element {
  const who = useLive<WhoThereIs>('people', []);
  if (who.data === null) return <datalist id="known-addresses" />;
  const all = [{ address: who.data.schoolMail, name: who.data.school }, ...who.data.people.map((one) => ({ address: one.mail, name: one.displayName }))];
  return <datalist id="known-addresses">{all.filter((one) => !mailboxes.some((mine) => mine.address === one.address && mine.key === 'own')).map((one) => <option key={one.address} value={one.address}>{one.name}</option>)}</datalist>;
}
