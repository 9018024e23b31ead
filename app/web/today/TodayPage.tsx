import { formatLongDay, formatWeekday, officeToday } from '#platform/ui/format.ts';
import { useMe } from '#platform/ui/me.ts';
import { Page } from '#platform/ui/Page.tsx';

/** What is mine now. */
const TodayPage = () => {
  const me = useMe();
  const today = officeToday();
  return (
    <Page
      title={`${formatWeekday(today)} · ${formatLongDay(today)}`}
      subtitle={`${me.name} ${me.committee?.name ?? me.department?.name ?? me.subdistrict.name}`}
    />
  );
};

export default TodayPage;
