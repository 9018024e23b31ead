import { useText } from '#platform/ui/text.ts';
import { layouts } from '../../domain/state.ts';
import type { PanelProps } from './QueuePanel.tsx';

const autos = [
  ['patrol', 'P'],
  ['voice', 'V'],
] as const;

/** How the programme is laid out, what changes it by itself, and whose screen may be shared. */
export const DirectionBar = ({ state, act }: Pick<PanelProps, 'state' | 'act'>) => {
  const t = useText();
  return (
    <div className="venue-direction">
      <fieldset className="venue-buttons">
        <legend className="venue-quiet">
          {t('venues.layout')} <kbd>L</kbd>
        </legend>
        {layouts.map((layout) => (
          <button
            key={layout}
            type="button"
            className="venue-do"
            aria-pressed={state.layout === layout}
            onClick={() =>
              act(
                layout === 'shared' && !state.document
                  ? { kind: 'share', venue: state.sharer ?? 'hall' }
                  : { kind: 'layout', layout },
              )
            }
          >
            {t(`venues.layout-${layout}`)}
          </button>
        ))}
      </fieldset>
      <fieldset className="venue-buttons">
        <legend className="venue-quiet">{t('venues.auto')}</legend>
        {autos.map(([auto, key]) => (
          <button
            key={auto}
            type="button"
            className="venue-do"
            aria-pressed={state.auto === auto}
            onClick={() => act({ kind: 'auto', auto: state.auto === auto ? null : auto })}
          >
            {t(`venues.auto-${auto}`)} <kbd>{key}</kbd>
          </button>
        ))}
      </fieldset>
    </div>
  );
};
