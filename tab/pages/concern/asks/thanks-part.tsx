import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import { letterOf, thanksOf, type Letter } from '../../../../src/concern/rules/concern.ts';
import { letterProblemWords } from '../../../../src/concern/rules/screen-words.ts';
import { thanksSentence } from '../../../../src/concern/rules/thanks-words.ts';
import type { Page } from '../../../api/shapes.ts';
import { ForeignText } from '../../../parts/foreign-text.tsx';
import { Section } from '../../../parts/section.tsx';
import { buttonFor, nameIn, useConcern } from '../press/concern-scene.ts';
import { FormsUnderButtons } from '../press/forms-under-buttons.tsx';
import { PressButton } from '../press/press-button.tsx';
import { PressForm } from '../press/press-form.tsx';

const useStyles = makeStyles({ subject: { fontWeight: tokens.fontWeightSemibold } });

/** "Thank you, we have it": offered quietly with every word of it; afterwards one line that it went, and Stop until then. */
export function ThanksPart(): JSX.Element | null {
  const { page } = useConcern();
  const { concern } = page.view;
  const thanks = thanksOf(concern);
  const letter = thanks?.letter == null ? null : letterOf(concern, thanks.letter);
  if (thanks !== null && letter !== null) return <Sent letter={letter} who={nameIn(page, thanks.by)} />;
  const why = whyNot(page);
  if (buttonFor(page, 'thank') !== null) return <Offer />;
  return why === null ? null : <Section title="Thank you, we have it"><Text>{why}</Text></Section>;
}

function Sent({ letter, who }: { letter: Letter; who: string }): JSX.Element {
  const { page } = useConcern();
  const plain = (['stop-letter', 'say-it-went', 'say-it-did-not-go'] as const).flatMap((verb) => buttonFor(page, verb, letter.n) ?? []);
  return (
    <Section title="Thank you, we have it">
      <Text>{letter.status === 'unknown' ? letterProblemWords['outcome-unknown'] : thanksSentence(letter, who)}</Text>
      {plain.length === 0 ? null : <FormsUnderButtons openings={[]}>{plain.map((button) => <PressButton key={button.verb} button={button} />)}</FormsUnderButtons>}
    </Section>
  );
}

function Offer(): JSX.Element | null {
  const styles = useStyles();
  const { page } = useConcern();
  const button = buttonFor(page, 'thank');
  const { subject, text } = page.view.thanks;
  if (button === null) return null;
  return (
    <Section title="Thank you, we have it">
      <FormsUnderButtons openings={[{ key: button.verb, label: button.label, form: (close) => (
        <PressForm button={button} fields={[]} send="Send the thank-you" closed={close}>
          <Text>It goes to the person who told us, from the school's address, signed by you.</Text>
          <p className={styles.subject}>{subject}</p>
          <ForeignText text={text} whole />
        </PressForm>
      ) }]} />
    </Section>
  );
}

/** Why it cannot be sent from here, where that is no matter of course. */
function whyNot({ view: { concern } }: Page): string | null {
  if (concern.status !== 'new' && concern.status !== 'open') return null;
  if (concern.unnamed.length > 0) return 'It can be sent once somebody has said who wrote.';
  return concern.unverified ? 'It cannot be sent from here, since the sender could not be verified.' : null;
}
