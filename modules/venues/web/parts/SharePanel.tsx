import { useText } from '#platform/ui/text.ts';
import { hall } from '../../domain/state.ts';
import { nameOf } from './branches.ts';
import type { PanelProps } from './QueuePanel.tsx';

/** Whose screen is shared, and giving that to somebody: the main venue, the one chosen, or who speaks. */
export const SharePanel = ({ view, state, act }: Pick<PanelProps, 'view' | 'state' | 'act'>) => {
  const t = useText();
  const name = (venue: string) => nameOf(view, venue, t('venues.hall'));
  const offered = [...new Set([hall, state.floor, state.next])].filter(
    (venue): venue is string => venue !== null && venue !== state.sharer,
  );
  return (
    <details className="venue-panel" open={state.sharer !== null}>
      <summary>{t('venues.share')}</summary>
      {state.sharer && (
        <p className="venue-floor">
          <b>{name(state.sharer)}</b>
          <button type="button" className="venue-do" onClick={() => act({ kind: 'share', venue: null })}>
            {t('venues.share-stop')}
          </button>
        </p>
      )}
      <p className="venue-buttons">
        {offered.map((venue) => (
          <button
            key={venue}
            type="button"
            className="venue-do"
            onClick={() => act({ kind: 'share', venue })}
          >
            {t('venues.share-let', { name: name(venue) })}
          </button>
        ))}
      </p>
    </details>
  );
};
