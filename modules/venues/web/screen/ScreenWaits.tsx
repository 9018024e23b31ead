import { useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { formatTime } from '#platform/ui/format.ts';
import { useText } from '#platform/ui/text.ts';
import type { ScreenPlan } from '../../contract.ts';
import { LineContext } from '../branch/line.ts';
import { CheckScreen } from '../check/CheckScreen.tsx';
import { startWords, useNow } from '../parts/clock.ts';
import { useAwake } from '../parts/use-awake.ts';
import { screenLine } from './screen-line.ts';

/** Between sittings: whose screen this is, what comes next, and that nobody is filmed. */
export const ScreenWaits = ({ plan, at }: { plan: ScreenPlan; at: number }) => {
  const t = useText();
  const [checking, setChecking] = useState(false);
  const now = useNow(Date.parse(plan.time) - at);
  useAwake();
  if (checking && plan.next)
    return (
      <LineContext value={screenLine}>
        <CheckScreen id={plan.next.id} done={() => setChecking(false)} />
      </LineContext>
    );
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
      {plan.next && <Button onClick={() => setChecking(true)}>{t('venues.check')}</Button>}
    </div>
  );
};
