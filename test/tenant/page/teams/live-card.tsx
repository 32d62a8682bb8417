import { Button, Spinner, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState, type JSX } from 'react';
import type { CardJson, CardPress, PagePerson, PressResult } from '../../page-api/shapes.ts';
import { openLink } from '../desk/deep-link.ts';
import { actOnPage, sentenceOf } from '../live/ask-page.ts';
import { CardView } from './card-view.tsx';

const useStyles = makeStyles({
  frame: { backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusXLarge, border: `1px solid ${tokens.colorNeutralStroke2}`, boxShadow: tokens.shadow2, overflow: 'hidden' },
  narrow: { maxWidth: '480px' },
  below: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, whiteSpace: 'pre-wrap' },
  problem: { color: tokens.colorStatusDangerForeground1 },
});

type Line = { kind: 'message' | 'error'; text: string } | null;

/** A card in a chat: this person's own view of it is asked for when it comes into sight, and its buttons reach the app. */
export function LiveCard({ person, base, activityId, edits, posted }: { person: PagePerson; base: string; activityId: string; edits: number; posted: CardJson }): JSX.Element {
  const styles = useStyles();
  const [card, setCard] = useState(posted);
  const [line, setLine] = useState<Line>(null);
  const [busy, setBusy] = useState(false);
  const [answered, setAnswered] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  // A look that began before a press was answered knows less than the answer.
  const round = useRef(0);
  const look = useCallback(() => {
    const began = round.current;
    actOnPage<{ card: CardJson | null }>(`${base}/view`, { activity: activityId }).then((seen) => { if (seen.card !== null && round.current === began) setCard(seen.card); }, () => undefined);
  }, [base, activityId]);
  useWhenSeen(frame, edits, look);
  const press = (pressed: Omit<CardPress, 'activity'>): void => {
    setBusy(true);
    setLine(null);
    actOnPage<PressResult>(`${base}/press`, { ...pressed, activity: activityId }).then((result) => {
      if (result.kind === 'card') { round.current++; setCard(result.card); setAnswered((n) => n + 1); } else if (result.text !== '') setLine(result);
    }, (error: unknown) => { setLine({ kind: 'error', text: sentenceOf(error) }); }).finally(() => { setBusy(false); });
  };
  return (
    <div ref={frame} className={`${styles.frame} ${isFull(card) ? '' : styles.narrow}`}>
      <CardView card={card} busy={busy} answered={answered} hands={{ press, openUrl: (url) => { openLink(person.key, url); } }} />
      {busy ? <div className={styles.below}><Spinner size="tiny" label="Sending" delay={300} /></div> : null}
      {line === null ? null : (
        <div className={styles.below} role={line.kind === 'error' ? 'alert' : 'status'}>
          <Text size={200} className={line.kind === 'error' ? styles.problem : ''} style={{ flex: 1 }}>{line.text}</Text>
          <Button size="small" appearance="subtle" onClick={() => { setLine(null); }}>Dismiss</Button>
        </div>
      )}
    </div>
  );
}

/** Calls `look` when the card is first in sight, and again when the app has edited it, even into the very same card. */
function useWhenSeen(frame: React.RefObject<HTMLElement>, edits: number, look: () => void): void {
  useEffect(() => {
    if (frame.current === null) return;
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      look();
    });
    watch.observe(frame.current);
    return () => { watch.disconnect(); };
  }, [frame, edits, look]);
}

function isFull(card: CardJson): boolean {
  const teams = card['msteams'];
  return typeof teams === 'object' && teams !== null && (teams as { width?: unknown }).width === 'Full';
}
