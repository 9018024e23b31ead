import { type ComponentType, useEffect, useState } from 'react';
import { useMedia } from './media.ts';

/** An office PC's width; below it phones and tablets never load Ant Design. */
export const officeWidth = '(min-width: 1024px)';

// biome-ignore lint/suspicious/noExplicitAny: each piece has props of its own
type Piece = ComponentType<any>;
type Bring = () => Promise<Piece>;

/** Pieces that came: the next page draws them at once. */
const here = new WeakMap<Bring, Piece>();

/** A piece that is here already. */
export const pieceHere = (bring: Bring): Piece | null => here.get(bring) ?? null;

/** Brings a piece; null when it cannot be had, so that the light one goes on. */
export const bringPiece = async (bring: Bring): Promise<Piece | null> => {
  const piece = await bring().catch(() => null);
  if (piece) here.set(bring, piece);
  return piece;
};

const swapped = 'input[type="date"], input[type="month"], input[type="time"], select, .qz-table *';

/** Nothing is exchanged under somebody's fingers: waits until they are elsewhere. */
const whenFree = (then: () => void): (() => void) | null => {
  if (!document.activeElement?.matches(swapped)) {
    then();
    return null;
  }
  // The next element has the focus only after the event.
  const look = () => setTimeout(() => document.activeElement?.matches(swapped) || then());
  addEventListener('focusout', look);
  return () => removeEventListener('focusout', look);
};

/**
 * A component of Ant Design once it is here, null on narrow screens, before, and when it cannot be had: the
 * light one stands there then, and nobody waits. `bring` must be the same function each time.
 */
export const useOfficePiece = (bring: Bring, wanted = true): Piece | null => {
  const wide = useMedia(officeWidth) && wanted;
  const [piece, setPiece] = useState(() => ({ Piece: pieceHere(bring) }));
  useEffect(() => {
    if (!wide || piece.Piece) return;
    let stop: (() => void) | null = null;
    let shown = true;
    void bringPiece(bring).then((Piece) => {
      if (shown && Piece) stop = whenFree(() => setPiece({ Piece }));
    });
    return () => {
      shown = false;
      stop?.();
    };
  }, [wide, bring, piece]);
  return wide ? piece.Piece : null;
};
