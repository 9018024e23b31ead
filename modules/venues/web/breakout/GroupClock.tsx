import { useText } from '#platform/ui/text.ts';
import type { Breakout } from '../../domain/breakout.ts';
import { clockOf, isLast } from './words.ts';

/** How long is left, or how long they have talked. */
export const GroupClock = ({ breakout, now }: { breakout: Breakout; now: number }) => {
  const t = useText();
  const words = t(breakout.until === null ? 'venues.group-since' : 'venues.group-left', {
    time: clockOf(breakout, now),
  });
  return <b className={isLast(breakout, now) ? 'venue-group-last' : 'venue-group-clock'}>{words}</b>;
};
