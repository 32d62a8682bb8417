import { useEffect, useRef, type JSX } from 'react';
import type { CardJson } from '../../page-api/shapes.ts';
import { drawCard, type CardHands, type DrawnCard } from './draw-card.ts';
import './card.css';

interface Props {
  card: CardJson;
  hands: CardHands;
  /** A press is under way: Teams takes no second one meanwhile. */
  busy: boolean;
  /** Changes when a press has been answered: what was typed has then been used. */
  answered: number;
}

/** A card as Teams shows it, drawn by Microsoft's renderer, and drawn again only when it is another card. */
export function CardView({ card, hands, busy, answered }: Props): JSX.Element {
  const holder = useRef<HTMLDivElement>(null);
  const drawn = useRef<{ is: DrawnCard | null; answered: number }>({ is: null, answered });
  const current = useRef(hands);
  current.current = hands;
  const text = JSON.stringify(card);
  useEffect(() => {
    const before = drawn.current.answered === answered ? drawn.current.is : null;
    const throughCurrent: CardHands = { press: (press) => { current.current.press(press); }, openUrl: (url) => { current.current.openUrl(url); } };
    const next = drawCard(JSON.parse(text) as CardJson, throughCurrent, before);
    holder.current?.replaceChildren(...(next === null ? [] : [next.element]));
    drawn.current = { is: next, answered };
  }, [text, answered]);
  return <div ref={holder} className="card" aria-busy={busy} inert={busy ? '' : undefined} />;
}

declare module 'react' {
  // React 18 knows the attribute only as text; an empty one turns it on.
  interface HTMLAttributes<T> { inert?: (T extends never ? never : '') | undefined }
}
