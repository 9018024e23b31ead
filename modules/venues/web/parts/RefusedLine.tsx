import { useText } from '#platform/ui/text.ts';
import type { VenuesView } from '../../contract.ts';
import { nameOf } from './branches.ts';
import type { Refused } from './use-control.ts';

/** Why the last act did not count, and what another operator had just done. */
export const RefusedLine = ({ view, refused }: { view: VenuesView; refused: Refused }) => {
  const t = useText();
  const { message, kind, venue } = refused;
  const name = venue === null ? t('venues.notice-all') : nameOf(view, venue, t('venues.hall'));
  return (
    <b className="venue-warns" role="alert">
      {message} {kind !== null && t('venues.did', { what: t(`venues.did-${kind}`, { name }) })}
    </b>
  );
};
