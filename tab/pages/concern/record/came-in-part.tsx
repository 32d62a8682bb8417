import { makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { Mail, Page } from '../../../api/shapes.ts';
import { sentByHand } from '../../../../src/concern/rules/screen-words.ts';
import { ForeignText } from '../../../parts/foreign-text.tsx';
import { Section } from '../../../parts/section.tsx';
import { When } from '../../../parts/when.tsx';
import { useConcern } from '../press/concern-scene.ts';
import { OpenOriginal } from './open-original.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalL },
  mail: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS, minWidth: 0, ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: tokens.spacingVerticalL } },
  subject: { fontWeight: tokens.fontWeightSemibold, unicodeBidi: 'isolate' },
  doubt: { fontWeight: tokens.fontWeightSemibold },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
});

/** The emails in our own text: nothing of theirs is ever shown as a page. */
export function CameInPart(): JSX.Element | null {
  const styles = useStyles();
  const { page } = useConcern();
  if (page.mail.length === 0) return null;
  const came = page.mail.filter((mail) => mail.byHand === undefined).length;
  return (
    <Section title={came < 2 ? 'What came in' : `What came in: ${String(came)} emails`}>
      <ul className={styles.list}>{page.mail.map((mail) => <OneMail key={mail.identity} mail={mail} page={page} />)}</ul>
    </Section>
  );
}

function OneMail({ mail, page }: { mail: Mail; page: Page }): JSX.Element {
  const styles = useStyles();
  return (
    <li className={styles.mail}>
      <div>
        {mail.byHand === undefined ? null : <p className={styles.subject}>{sentByHand(mail.byHand)}</p>}
        {mail.byHand !== undefined && mail.subject === '' ? null : <p dir="auto" className={styles.subject}>{mail.subject === '' ? 'No subject' : mail.subject}</p>}
        <p dir="auto" className={styles.small}>{mail.from === null ? '' : `From ${mail.from} · `}<When at={mail.at} /></p>
        {[mail.sender, mail.language === null ? null : `In ${mail.language}: needs translating.`, mail.cannotRead].map((line) => (line === null ? null : <p key={line} className={styles.doubt}>{line}</p>))}
      </div>
      {mail.text.trim() === '' ? <p className={styles.small}>It holds no text of its own.</p> : <ForeignText text={mail.text} />}
      {page.seesReporter ? <OpenOriginal what={{ mail: mail.identity, exhibit: null }} called="the original email" name={`${page.view.concern.ref} original.eml`} media="message/rfc822" /> : null}
    </li>
  );
}
