import { useText } from '#platform/ui/text.ts';
import { cameraOf } from '../../domain/identities.ts';
import { hall } from '../../domain/state.ts';
import type { Tracks } from '../media/use-tracks.ts';
import { nameOf } from './branches.ts';
import { Picture } from './Picture.tsx';
import type { PanelProps } from './QueuePanel.tsx';

/** The picture made ready (预监), and what to do with it: to all screens, or with the floor as well. */
export const NextPanel = ({
  view,
  state,
  tracks,
  act,
}: Omit<PanelProps, 'now'> & { readonly tracks: Tracks }) => {
  const t = useText();
  const { next } = state;
  const name = next === null ? '' : nameOf(view, next, t('venues.hall'));
  return (
    <section className="venue-panel venue-next" aria-label={t('venues.next')}>
      <h2>{t('venues.next')}</h2>
      <div className="venue-next-picture">
        {next === null ? (
          <span className="venue-quiet">{t('venues.choose-next')}</span>
        ) : (
          <>
            <Picture
              track={tracks.get(cameraOf(next))?.picture?.mediaStreamTrack ?? null}
              name={`next:${next}`}
              label={name}
            />
            <b>{name}</b>
          </>
        )}
      </div>
      <p className="venue-buttons">
        <button
          type="button"
          className="venue-do venue-do-main"
          disabled={next === null}
          onClick={() => act({ kind: 'take' })}
        >
          {t('venues.take')} <kbd>{t('venues.space')}</kbd>
        </button>
        <button
          type="button"
          className="venue-do"
          disabled={next === null || next === hall}
          onClick={() => next !== null && act({ kind: 'grant', venue: next })}
        >
          {t('venues.call-on')} <kbd>D</kbd>
        </button>
        <button type="button" className="venue-do" onClick={() => act({ kind: 'take', venue: hall })}>
          {t('venues.back-to-hall')}
        </button>
      </p>
    </section>
  );
};
