import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type JSX } from 'react';
import { responseWord } from '../../../../src/concern/rules/screen-words.ts';
import { responseIds, type Choosable } from '../../../../src/concern/rules/words-of-the-school.ts';
import { Section } from '../../../parts/section.tsx';
import { useConcern } from '../press/concern-scene.ts';
import { Guide } from './guide.tsx';
import { ProposeForm } from './propose-form.tsx';

const useStyles = makeStyles({
  choices: { display: 'grid', gap: tokens.spacingHorizontalS, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 220px), 1fr))' },
  choice: { justifyContent: 'flex-start', textAlign: 'left' },
  chosen: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, outline: 'none' },
});

/** Choosing only opens the guide: when it fits, when not, what comes first. Nothing is proposed yet, and none is chosen beforehand. */
export function ChoosePart(): JSX.Element {
  const styles = useStyles();
  const { page } = useConcern();
  const [chosen, setChosen] = useState<Choosable | null>(null);
  const guide = useRef<HTMLDivElement>(null);
  useEffect(() => { if (chosen !== null) guide.current?.focus(); }, [chosen]);
  const { status, proposals } = page.view.concern;
  const closed = status === 'closed';
  // Where one was sent back or is still to be done, that comes first.
  const first = proposals.every((each) => each.status !== 'sent-back' && each.status !== 'approved');
  if (chosen !== null) return (
    <Section title={responseWord(chosen)} next>
      <div ref={guide} tabIndex={-1} className={styles.chosen} role="group" aria-label={`Guide: ${responseWord(chosen)}`}>
        <Guide response={chosen} />
        <ProposeForm key={chosen} response={chosen} back={() => { setChosen(null); }} />
      </div>
    </Section>
  );
  return (
    <Section title={closed ? 'After closing' : 'Choose a response'} next={!closed && first}>
      <Text>{closed ? 'The person who told us can be sent a short, neutral note.' : 'No order, and more than one is possible. You see first when it fits and what to do before.'}</Text>
      <div className={styles.choices}>
        {(closed ? ['closing-note'] as const : responseIds).map((id) => <Button key={id} className={styles.choice} onClick={() => { setChosen(id); }}>{closed ? 'Write the closing note' : responseWord(id)}</Button>)}
      </div>
    </Section>
  );
}
