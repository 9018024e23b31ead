import { Row, Rows } from '#platform/ui/Card.tsx';
import { formatSpan, formatTime } from '#platform/ui/format.ts';
import { Empty } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import type { Presence, Sitting } from '../../contract.ts';

const spansOf = ({ intervals }: Presence): string =>
  intervals.map(({ from, until }) => (until ? formatSpan(from, until) : `${formatTime(from)} –`)).join('  ');

/** Which committee was there when, and how many of it. */
export const Attendance = ({ sitting: { attendance } }: { sitting: Sitting }) => {
  const t = useText();
  if (attendance.length === 0) return <Empty>{t('meetings.no-attendance')}</Empty>;
  return (
    <Rows label={t('meetings.attendance')}>
      {attendance.map((presence) => (
        <Row
          key={presence.committee.id}
          title={presence.committee.name}
          detail={spansOf(presence)}
          extra={[
            t('meetings.present', { n: presence.minutes }),
            ...(presence.headCount === null ? [] : [t('meetings.heads', { n: presence.headCount })]),
          ].join(' · ')}
        />
      ))}
    </Rows>
  );
};
