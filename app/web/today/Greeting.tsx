import { showTodayMeetings } from '#modules/meetings/contract';
import { useCall } from '#platform/ui/calls.ts';
import { useMay, useMe } from '#platform/ui/me.ts';
import { useText } from '#platform/ui/text.ts';

/** How many sittings to go to and to join by video today; of a committee. */
const Sittings = () => {
  const t = useText();
  const today = useCall(showTodayMeetings).data?.today;
  if (!today) return null;
  const videos = today.filter(({ mode }) => mode === 'video').length;
  return <span>{t('app.sittings-today', { there: today.length - videos, video: videos })}</span>;
};

/** Who is here, of what, and how often called today. */
export const Greeting = () => {
  const me = useMe();
  const meets = useMay('meetings.read');
  return (
    <span className="qz-greeting">
      <span>
        {me.name}　{me.committee?.name ?? me.department?.name ?? me.subdistrict.name}
      </span>
      {me.committee && meets && <Sittings />}
    </span>
  );
};
