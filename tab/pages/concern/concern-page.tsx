import { Button, Link, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, type JSX } from 'react';
import { useDesk } from '../../api/desk.ts';
import type { Page } from '../../api/shapes.ts';
import { useAsked } from '../../api/use-asked.ts';
import { AgainIcon, BackIcon } from '../../look/icons.ts';
import { Coming } from '../../parts/coming.tsx';
import { addressOf } from '../../place/place.ts';
import { ConcernContext } from './press/concern-scene.ts';
import { usePressing, type Notice } from './press/use-pressing.ts';
import { ThanksPart } from './asks/thanks-part.tsx';
import { ToKnowPart } from './asks/to-know-part.tsx';
import { WhoWrotePart } from './asks/who-wrote-part.tsx';
import { DangerPart } from './danger/danger-part.tsx';
import { CameInPart } from './record/came-in-part.tsx';
import { ChronologyPart } from './record/chronology-part.tsx';
import { ClausesPart } from './record/clauses-part.tsx';
import { EvidencePart } from './record/evidence-part.tsx';
import { HeaderPart } from './record/header-part.tsx';
import { KeyFactsPart } from './record/key-facts-part.tsx';
import { LettersPart } from './record/letters-part.tsx';
import { RelatedPart } from './related/related-part.tsx';
import { NextSteps } from './steps/next-steps.tsx';
import { SidePart } from './steps/side-part.tsx';

const useStyles = makeStyles({
  top: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: tokens.spacingHorizontalM },
  back: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  columns: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)', alignItems: 'start', '@media (max-width: 979px)': { gridTemplateColumns: 'minmax(0, 1fr)' } },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  notice: { outline: 'none', ':empty': { display: 'none' } },
});

/** One concern: what it is, what comes next for the person who looks, and everything that is kept of it. */
export function ConcernPage({ reference }: { reference: string }): JSX.Element {
  const styles = useStyles();
  const { api } = useDesk();
  const asked = useAsked(reference, () => api.concern(reference));
  const { again } = asked;
  return (
    <>
      <div className={styles.top}>
        <Link className={styles.back} href={addressOf({ page: 'register', list: 'open' })}><BackIcon aria-hidden />Register</Link>
        <Button size="small" appearance="subtle" icon={<AgainIcon />} onClick={again}>Look again</Button>
      </div>
      <Coming asked={asked} label="Opening the concern">{(page) => <Whole page={page} show={asked.set} again={again} />}</Coming>
    </>
  );
}

function Whole({ page, show, again }: { page: Page; show: (page: Page) => void; again: () => void }): JSX.Element {
  const styles = useStyles();
  const { api } = useDesk();
  const { notice, press } = usePressing(api, page, show, again);
  // Nobody takes a first look at what they have not read.
  const readFirst = page.view.concern.status === 'new';
  const scene = useMemo(() => ({ page, press, again }), [page, press, again]);
  return (
    <ConcernContext.Provider value={scene}>
      <DangerPart />
      <HeaderPart />
      <Said notice={notice} />
      <ToKnowPart />
      <div className={styles.columns}>
        <div className={styles.column}>{readFirst ? <><CameInPart /><WhoWrotePart /><NextSteps /></> : <><WhoWrotePart /><NextSteps /><CameInPart /></>}<RelatedPart /><ClausesPart /><EvidencePart /><LettersPart /></div>
        <div className={styles.column}><KeyFactsPart /><ThanksPart /><SidePart /><ChronologyPart /></div>
      </div>
    </ConcernContext.Provider>
  );
}

/** What the last press came to. It takes the focus, so that nobody has to look for it. */
function Said({ notice }: { notice: Notice | null }): JSX.Element {
  const styles = useStyles();
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => { if (notice !== null) bar.current?.focus(); }, [notice]);
  return (
    <div ref={bar} tabIndex={-1} role="status" className={styles.notice}>
      {notice === null ? null : <MessageBar key={notice.n} intent={notice.intent} layout="multiline" politeness="polite"><MessageBarBody>{notice.sentence}</MessageBarBody></MessageBar>}
    </div>
  );
}
