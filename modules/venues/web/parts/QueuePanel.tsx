import { useText } from '#platform/ui/text.ts';
import type { VenuesView } from '../../contract.ts';
import type { ControlAct } from '../../domain/acts.ts';
import { hall, type VenueState } from '../../domain/state.ts';
import { nameOf } from './branches.ts';
import { sinceThen } from './clock.ts';

export interface PanelProps {
  readonly view: VenuesView;
  readonly state: VenueState;
  readonly now: number;
  readonly act: (act: ControlAct) => void;
}

/** Who has the floor and since when, with the two things to do about it. */
export const FloorPanel = ({ view, state, now, act }: PanelProps) => {
  const t = useText();
  const { floor } = state;
  const muted = floor !== null && state.muted.includes(floor);
  return (
    <section className="venue-panel" aria-label={t('venues.floor')}>
      <h2>{t('venues.floor')}</h2>
      {floor === null ? (
        <p className="venue-quiet">{t('venues.nobody-speaks')}</p>
      ) : (
        <>
          <p className="venue-floor">
            <b>{nameOf(view, floor, t('venues.hall'))}</b>
            <span>{sinceThen(state.floorSince, now)}</span>
          </p>
          <p className="venue-buttons">
            <button type="button" className="venue-do venue-do-main" onClick={() => act({ kind: 'return' })}>
              {t('venues.take-back')} <kbd>0</kbd>
            </button>
            <button
              type="button"
              className="venue-do"
              aria-pressed={muted}
              onClick={() => act(muted ? { kind: 'unmute', venue: floor } : { kind: 'mute', venue: floor })}
            >
              {t(muted ? 'venues.unmute' : 'venues.mute')}
            </button>
          </p>
        </>
      )}
      <p className="venue-buttons">
        <button type="button" className="venue-do" onClick={() => act({ kind: 'mute-all' })}>
          {t('venues.mute-all')} <kbd>M</kbd>
        </button>
        <button
          type="button"
          className="venue-do"
          aria-pressed={state.muted.includes(hall)}
          onClick={() =>
            act(state.muted.includes(hall) ? { kind: 'unmute', venue: hall } : { kind: 'mute', venue: hall })
          }
        >
          {t(state.muted.includes(hall) ? 'venues.unmute-hall' : 'venues.mute-hall')}
        </button>
      </p>
    </section>
  );
};

/** Raised hands in their order; one tap gives the floor. */
export const QueuePanel = ({ view, state, now, act }: PanelProps) => {
  const t = useText();
  return (
    <section className="venue-panel venue-queue" aria-label={t('venues.hands')}>
      <h2>
        {t('venues.hands')}{' '}
        {state.queue.length > 0 && <b className="venue-panel-count">{state.queue.length}</b>}
      </h2>
      {state.queue.length === 0 && <p className="venue-quiet">{t('venues.no-hands')}</p>}
      <ol>
        {state.queue.map(({ venue, since }, place) => {
          const name = nameOf(view, venue, t('venues.hall'));
          return (
            <li key={venue}>
              <kbd>{place < 9 ? place + 1 : ''}</kbd>
              <b>{name}</b>
              <span>{sinceThen(since, now)}</span>
              <button
                type="button"
                className="venue-do venue-do-main"
                aria-label={t('venues.grant-to', { name })}
                onClick={() => act({ kind: 'grant', venue })}
              >
                {t('venues.grant')}
              </button>
              <button
                type="button"
                className="venue-do"
                aria-label={t('venues.dismiss-of', { name })}
                onClick={() => act({ kind: 'dismiss', venue })}
              >
                ✕
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
};
