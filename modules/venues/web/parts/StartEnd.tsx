import { useState } from 'react';
import { useText } from '#platform/ui/text.ts';
import { startWords } from './clock.ts';
import type { PanelProps } from './QueuePanel.tsx';

/** Earlier than this a start is more likely a slip than a meeting. */
const earlyMs = 15 * 60_000;

const isEarly = (startsAt: string | null, now: number): boolean =>
  startsAt !== null && Date.parse(startsAt) - now > earlyMs;

/** Begins and ends the sitting; what would surprise everybody is asked about first. */
export const StartEnd = ({ view, state, now, act }: PanelProps) => {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const { startsAt } = view.sitting;
  if (state.phase === 'ended') return null;
  const waits = state.phase === 'waiting';
  const kind = waits ? 'start' : 'end';
  const must = !waits || isEarly(startsAt, now);
  const go = () => {
    setAsking(false);
    act({ kind });
  };
  if (!asking)
    return (
      <button
        type="button"
        className={waits ? 'venue-do venue-do-main' : 'venue-do'}
        onClick={() => (must ? setAsking(true) : go())}
      >
        {t(waits ? 'venues.start' : 'venues.end')}
      </button>
    );
  return (
    <>
      {waits && startsAt && (
        <b className="venue-warns" role="alert">
          {t('venues.start-early', { at: startWords(startsAt, now) })}
        </b>
      )}
      <button
        type="button"
        className={waits ? 'venue-do venue-do-main' : 'venue-do venue-do-end'}
        onClick={go}
      >
        {t(waits ? 'venues.start-sure' : 'venues.end-sure')}
      </button>
      <button type="button" className="venue-do" onClick={() => setAsking(false)}>
        {t('ui.cancel')}
      </button>
    </>
  );
};
