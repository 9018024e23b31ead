import { formatTime } from '#platform/ui/format.ts';
import { useText } from '#platform/ui/text.ts';
import type { ScreenPlan } from '../../contract.ts';
import { startWords, useNow } from '../parts/clock.ts';
import { useAwake } from '../parts/use-awake.ts';

/** Between sittings: whose screen this is, what comes next, and that nobody is filmed. */
export const ScreenWaits = ({ plan, at }: { plan: ScreenPlan; at: number }) => {
  const t = useText();
  const now = useNow(Date.parse(plan.time) - at);
  useAwake();
  return (
    <div className="venue-waits">
      <p>{plan.subdistrict}</p>
      <h1 className="venue-big-title">{plan.venue.name}</h1>
      <p className="venue-waits-clock">{formatTime(new Date(now).toISOString())}</p>
      <p className="venue-waits-next">
        {plan.next
          ? t('venues.next-sitting', { at: startWords(plan.next.startsAt, now), title: plan.next.title })
          : t('venues.no-sitting-today')}
      </p>
      <p>{t('venues.camera-off')}</p>
    </div>
  );
};
