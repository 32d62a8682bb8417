import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import { isThanks, proposalOf, type Letter } from '../../../../src/concern/rules/concern.ts';
import { responseWord } from '../../../../src/concern/rules/screen-words.ts';
import { sendNowSentence } from '../../../../src/concern/rules/send-now-words.ts';
import { transitionOf } from '../../../../src/concern/rules/transitions.ts';
import type { Page } from '../../../api/shapes.ts';
import { HourIcon } from '../../../look/icons.ts';
import { Facts } from '../../../parts/facts.tsx';
import { Section } from '../../../parts/section.tsx';
import { buttonFor, nameIn, useConcern } from '../press/concern-scene.ts';
import { FormsUnderButtons, type Opening } from '../press/forms-under-buttons.tsx';
import { PressButton } from '../press/press-button.tsx';
import { PressForm } from '../press/press-form.tsx';
import { LetterPaper } from '../record/letter-paper.tsx';
import { letterState } from '../record/letters-part.tsx';

const shown: readonly Letter['status'][] = ['approved', 'leaving', 'drafted', 'sent', 'unknown'];

const useStyles = makeStyles({ read: { cursor: 'pointer', padding: `${tokens.spacingVerticalXS} 0` }, state: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS }, icon: { fontSize: '20px', lineHeight: 1, color: tokens.colorBrandForeground1 } });

/** The newest letter that somebody approved: when it goes, with Stop until then; or that it went. */
export function LetterStep(): JSX.Element | null {
  const styles = useStyles();
  const { page } = useConcern();
  const { concern } = page.view;
  const letter = concern.letters.filter((each) => shown.includes(each.status) && !isThanks(concern, each)).at(-1);
  if (letter === undefined) return null;
  const proposal = proposalOf(concern, letter.proposal);
  const plain = (['stop-letter', 'say-it-went', 'say-it-did-not-go'] as const).flatMap((verb) => buttonFor(page, verb, letter.n) ?? []);
  const openings = sendNow(page, letter);
  const paper = page.letters.find((each) => each.n === letter.n);
  return (
    <Section title={proposal === null ? 'Letter' : responseWord(proposal.response)} next={plain.length > 0}>
      <div className={styles.state}>{letter.status === 'approved' ? <span aria-hidden className={styles.icon}><HourIcon /></span> : null}<Text size={400} weight="semibold">{letterState(letter)}</Text></div>
      <Facts facts={[...recipient(page, letter), ...(letter.approvedBy === null ? [] : [['Approved by', nameIn(page, letter.approvedBy)] as const])]} />
      {paper === undefined ? null : <details><summary className={styles.read}>Read the letter</summary><LetterPaper letter={paper} /></details>}
      {plain.length + openings.length === 0 ? null : <FormsUnderButtons openings={openings}>{plain.map((button) => <PressButton key={button.verb} button={button} primary={button.verb === 'stop-letter'} />)}</FormsUnderButtons>}
    </Section>
  );
}

function recipient(page: Page, { n }: Letter): (readonly [string, string])[] {
  const to = page.letters.find((each) => each.n === n)?.to ?? '';
  return to === '' ? [] : [['To', to]];
}

function sendNow(page: Page, letter: Letter): Opening[] {
  const button = buttonFor(page, 'send-now', letter.n);
  if (button === null) return [];
  const reason = { name: 'reason', label: 'Why it cannot wait', kind: 'long', missing: transitionOf('send-now').needs?.['reason'] ?? '' } as const;
  return [{ key: 'send-now', label: button.label, form: (close) => <PressForm button={button} fields={[reason]} send="Send it now" closed={close}><Text>{sendNowSentence(page.view.concern, letter, page.view.now)}</Text></PressForm> }];
}
