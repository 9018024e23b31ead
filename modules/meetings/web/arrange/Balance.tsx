import { Card } from '#platform/ui/Card.tsx';
import { useText } from '#platform/ui/text.ts';
import type { ArrangementVerdict, MeetingRequest } from '../../contract.ts';

const hours = (minutes: number): string => (minutes / 60).toFixed(1);
const saved = (before: number, after: number): string =>
  before > after ? ` −${Math.round((1 - after / before) * 100)}%` : '';

/** What the sitting costs, beside what it would cost held apart: call-ups, and hours spent in it. */
export const Balance = ({
  chosen,
  verdict,
}: {
  chosen: readonly MeetingRequest[];
  verdict: ArrangementVerdict | null;
}) => {
  const t = useText();
  const apart = chosen.reduce((sum, { callUps }) => sum + callUps, 0);
  const callUps = verdict?.callUps ?? { separately: apart, pooled: apart };
  if (chosen.length === 0) return null;
  return (
    <Card>
      <div>
        <p className="qz-detail">{t('meetings.call-ups')}</p>
        <p className="mt-figure">{callUps.pooled}</p>
        <p className="qz-detail">
          {t('meetings.separately', { n: callUps.separately })}
          <strong>{saved(callUps.separately, callUps.pooled)}</strong>
        </p>
      </div>
      {verdict && (
        <div>
          <p className="qz-detail">{t('meetings.cadre-hours')}</p>
          <p className="mt-figure">{hours(verdict.cadreMinutes.needed)}</p>
          <p className="qz-detail">
            {t('meetings.hours-whole', { n: hours(verdict.cadreMinutes.whole) })}
            <strong>{saved(verdict.cadreMinutes.whole, verdict.cadreMinutes.needed)}</strong>
          </p>
        </div>
      )}
    </Card>
  );
};
