import { showTodayMeetings } from '#modules/meetings/contract';
import { TodayMeetings } from '#modules/meetings/web';
import { ButtonLink } from '#platform/ui/Buttons.tsx';
import { useCall } from '#platform/ui/calls.ts';
import { formatLongDay, formatWeekday, officeToday } from '#platform/ui/format.ts';
import { useMay } from '#platform/ui/me.ts';
import { Page } from '#platform/ui/Page.tsx';
import { useText } from '#platform/ui/text.ts';
import { Greeting } from './Greeting.tsx';
import { MyPages } from './MyPages.tsx';

/** Nothing to attend and nothing that waits: said, because an empty page looks broken. */
const FreeDay = () => {
  const t = useText();
  const today = useCall(showTodayMeetings).data;
  if (!today || today.next || today.today.length > 0) return null;
  return <p className="qz-empty">{t('app.free-day')}</p>;
};

/** Where must I be, what have I to do, record something. */
const TodayPage = () => {
  const t = useText();
  const today = officeToday();
  const meets = useMay('meetings.read');
  const requests = useMay('meetings.request');
  return (
    <Page
      title={`${formatWeekday(today)} · ${formatLongDay(today)}`}
      subtitle={<Greeting />}
      width="narrow"
      actions={
        requests && (
          <ButtonLink to="/meetings/request" kind="main">
            {t('app.request-meeting')}
          </ButtonLink>
        )
      }
    >
      {meets ? <TodayMeetings /> : <MyPages />}
      {meets && <FreeDay />}
    </Page>
  );
};

export default TodayPage;
