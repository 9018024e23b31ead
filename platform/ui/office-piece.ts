import { type ComponentType, useEffect, useState } from 'react';
import { useMedia } from './media.ts';

/** An office PC's width; below it phones and tablets never load Ant Design. */
export const officeWidth = '(min-width: 1024px)';

// biome-ignore lint/suspicious/noExplicitAny: each piece has props of its own
type Piece = ComponentType<any>;
type Bring = () => Promise<Piece>;

/**
 * A component of Ant Design once it is here, null on narrow screens, before, and when it cannot be had: the
 * light one stands there then, and nobody waits. `bring` must be the same function each time.
 */
export const useOfficePiece = (bring: Bring): Piece | null => {
  const wide = useMedia(officeWidth);
  const [piece, setPiece] = useState<{ Piece: Piece } | null>(null);
  useEffect(() => {
    if (!wide) return;
    let shown = true;
    bring().then(
      (Piece) => shown && setPiece({ Piece }),
      () => undefined,
    );
    return () => {
      shown = false;
    };
  }, [wide, bring]);
  return wide && piece ? piece.Piece : null;
};
