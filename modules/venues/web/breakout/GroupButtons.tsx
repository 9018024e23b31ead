import { useAction } from '#platform/ui/calls.ts';
import { useText } from '#platform/ui/text.ts';
import type { Group } from '../../domain/breakout.ts';
import type { VenueState } from '../../domain/state.ts';
import { useLine } from '../branch/line.ts';
import type { OwnScreen } from '../media/use-own-screen.ts';
import { sinceThen } from '../parts/clock.ts';

export interface GroupButtonsProps {
  readonly id: string;
  readonly group: Group;
  readonly now: number;
  readonly quiet: boolean;
  readonly onQuiet: (quiet: boolean) => void;
  readonly screen: OwnScreen;
  readonly offer: (state: VenueState) => void;
}

/** What a venue does in its group: its own microphone, asking the operator to come, its screen. */
export const GroupButtons = ({ id, group, now, quiet, onQuiet, screen, offer }: GroupButtonsProps) => {
  const t = useText();
  const act = useAction(useLine().act, { refresh: [], onDone: offer });
  const asks = group.help !== null;
  return (
    <div className="venue-hand">
      {asks && <p role="status">{t('venues.group-help-waits', { time: sinceThen(group.help, now) })}</p>}
      <button
        type="button"
        className={`venue-hand-button ${asks ? 'venue-hand-lower' : ''}`}
        disabled={act.isPending}
        onClick={() => act.mutate({ params: { id }, body: { act: asks ? 'help-over' : 'help' } })}
      >
        {t(asks ? 'venues.group-help-over' : 'venues.group-help')}
      </button>
      {act.isError && (
        <p role="alert" className="venue-refused">
          {act.error.message}
        </p>
      )}
      <p className="venue-buttons">
        <button type="button" className="venue-do" aria-pressed={quiet} onClick={() => onQuiet(!quiet)}>
          {t(quiet ? 'venues.unmute' : 'venues.mute')}
        </button>
        <button type="button" className="venue-do" onClick={screen.track ? screen.stop : screen.choose}>
          {t(screen.track ? 'venues.share-stop' : 'venues.share')}
        </button>
      </p>
    </div>
  );
};
