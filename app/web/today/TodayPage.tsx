import { showTodayMeetings } from '#modules/meetings/contract';
import { TodayMeetings } from '#modules/meetings/web';
import { RecordButton, RecordedToday } from '#modules/records/web';
import { SmallCalls } from '#modules/venues/web';
import { ButtonLink } from '#platform/ui/Buttons.tsx';
import { useCall } from '#platform/ui/calls.ts';
import { formatLongDay, formatWeekday, officeToday } from '#platform/ui/format.ts';
import { useMay } from '#platform/ui/me.ts';
import { useMedia } from '#platform/ui/media.ts';
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

/** Where must I be, what have I to do, record something: at the thumb on a phone, beside the date on a PC. */
const TodayPage = () => {
  const t = useText();
  const today = officeToday();
  const meets = useMay('meetings.read');
  const requests = useMay('meetings.request');
  const records = useMay('records.enter');
  const wide = useMedia('(min-width: 900px)');
  const calls = useMay('meetings.call');
  const meetNow = calls && <ButtonLink to="/meet">{t('app.meet-now')}</ButtonLink>;
  const request = requests && (
    <ButtonLink to="/meetings/request" kind="main">
      {t('app.request-meeting')}
    </ButtonLink>
  );
  return (
    <Page
      title={`${formatWeekday(today)} · ${formatLongDay(today)}`}
      subtitle={<Greeting />}
      width="narrow"
      actions={
        <>
          {meetNow}
          {wide && records ? <RecordButton /> : request}
        </>
      }
      foot={!wide && records && <RecordButton />}
    >
      {meets && <SmallCalls />}
      {meets ? <TodayMeetings /> : <MyPages />}
      {meets && <FreeDay />}
      <RecordedToday />
    </Page>
  );
};

export default TodayPage;
