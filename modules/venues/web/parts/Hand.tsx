import { useAction } from '#platform/ui/calls.ts';
import { useText } from '#platform/ui/text.ts';
import type { Venue, VenueState } from '../../domain/state.ts';
import { useLine } from '../branch/line.ts';
import { sinceThen } from './clock.ts';

export interface HandProps {
  readonly id: string;
  readonly own: Venue;
  readonly state: VenueState;
  readonly now: number;
  readonly offer: (state: VenueState) => void;
}

type Act = 'raise' | 'lower' | 'finish';

/** The one large button: raise the hand, lower it, or give the floor back. */
export const Hand = ({ id, own, state, now, offer }: HandProps) => {
  const t = useText();
  const act = useAction(useLine().act, { refresh: [], onDone: offer });
  const place = state.queue.findIndex(({ venue }) => venue === own);
  const hand = state.queue[place];
  const next: Act = state.floor === own ? 'finish' : hand ? 'lower' : 'raise';
  return (
    <div className="venue-hand">
      {hand && (
        <p role="status">{t('venues.hand-waits', { n: place + 1, time: sinceThen(hand.since, now) })}</p>
      )}
      <button
        type="button"
        className={`venue-hand-button venue-hand-${next}`}
        disabled={act.isPending}
        onClick={() => act.mutate({ params: { id }, body: { act: next } })}
      >
        {t(`venues.hand-${next}`)}
      </button>
      {act.isError && (
        <p role="alert" className="venue-refused">
          {act.error.message}
        </p>
      )}
    </div>
  );
};
