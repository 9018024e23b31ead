import { useText } from '#platform/ui/text.ts';
import type { VenueState } from '../../domain/state.ts';

/** Says on every screen that the programme is being recorded; before, that it may be. */
export const RecordingBadge = ({ state }: { state: VenueState }) => {
  const t = useText();
  if (state.phase === 'ended') return null;
  if (state.recordedSince !== null)
    return (
      <b className="venue-recording" role="status">
        <i aria-hidden="true" />
        {t('venues.recording')}
      </b>
    );
  return state.mayRecord ? <span className="venue-may-record">{t('venues.may-record')}</span> : null;
};
