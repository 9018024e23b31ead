import { ButtonLink } from '#platform/ui/Buttons.tsx';
import { Card, Row, Rows, Section } from '#platform/ui/Card.tsx';
import { useCall } from '#platform/ui/calls.ts';
import { formatLongDay, formatSpan, formatWeekday, officeToday } from '#platform/ui/format.ts';
import { Go } from '#platform/ui/go.tsx';
import { useMay } from '#platform/ui/me.ts';
import { useMedia } from '#platform/ui/media.ts';
import { officeWidth } from '#platform/ui/office-piece.ts';
import { Page } from '#platform/ui/Page.tsx';
import { Empty, Failed, Loading } from '#platform/ui/States.tsx';
import { Tag } from '#platform/ui/Tag.tsx';
import { useText } from '#platform/ui/text.ts';
import { listMeetingRequests, listSittings, type SittingSummary, showTodayMeetings } from '../contract.ts';
import { RequestRows, RequestTable } from './RequestRows.tsx';
import { WaitingMeetings } from './TodayMeetings.tsx';
import { useMeetingsLive } from './use-meetings-live.ts';
import { groupsOf, toneOf } from './words.ts';
import './meetings.css';

/** A sitting runs over now and then, as on Today. */
const overrunMs = 2 * 3_600_000;

const detailOf = (t: ReturnType<typeof useText>, sitting: SittingSummary): string => {
  const needed = sitting.needed;
  const mine = needed && (needed.from !== sitting.startsAt || needed.until !== sitting.endsAt);
  return [
    t(`meetings.mode-${sitting.mode}`),
    mine
      ? t('meetings.you-need', { span: formatSpan(needed.from, needed.until) })
      : sitting.departments.join(t('meetings.list-and')),
    sitting.callUps > 0 ? t('meetings.calls', { n: sitting.callUps }) : t('meetings.calls-nobody'),
  ].join(' · ');
};

const Day = ({ day, sittings }: { day: string; sittings: readonly SittingSummary[] }) => {
  const t = useText();
  return (
    <Card title={`${formatLongDay(day)} ${formatWeekday(day)}`}>
      <Rows>
        {sittings.map((sitting) => (
          <Row
            key={sitting.id}
            title={
              <>
                {formatSpan(sitting.startsAt, sitting.endsAt)} <strong>{sitting.title}</strong>{' '}
                {sitting.state !== 'arranged' && (
                  <Tag tone={toneOf(sitting.state)}>{t(`meetings.state-${sitting.state}`)}</Tag>
                )}
              </>
            }
            detail={detailOf(t, sitting)}
            extra={
              sitting.unanswered > 0 && (
                <Tag tone="look">{t('meetings.to-reply', { n: sitting.unanswered })}</Tag>
              )
            }
            to={`/sittings/${sitting.id}`}
          />
        ))}
      </Rows>
    </Card>
  );
};

/** What has ended or was called off is not to come; one nobody ended is over two hours after its time. */
const isOver = ({ state, endsAt }: SittingSummary): boolean =>
  state === 'ended' ||
  state === 'cancelled' ||
  Date.parse(endsAt) + (state === 'started' ? overrunMs : 0) < Date.now();

const Upcoming = () => {
  const t = useText();
  const sittings = useCall(listSittings);
  if (sittings.isPending) return <Loading />;
  if (sittings.isError) return <Failed error={sittings.error} retry={sittings.refetch} />;
  const over = sittings.data.filter(isOver);
  const coming = sittings.data.filter((sitting) => !isOver(sitting));
  const days = groupsOf(coming, ({ startsAt }) => officeToday(new Date(startsAt)));
  return (
    <>
      {coming.length === 0 && <Empty>{t('meetings.none')}</Empty>}
      {days.map(([day, held]) => (
        <Day key={day} day={day} sittings={held} />
      ))}
      {over.length > 0 && (
        <details className="mt-over">
          <summary>{t('meetings.over-today', { n: over.length })}</summary>
          {groupsOf(over, ({ startsAt }) => officeToday(new Date(startsAt))).map(([day, held]) => (
            <Day key={day} day={day} sittings={held} />
          ))}
        </details>
      )}
    </>
  );
};

/** Whether I see every department's requests. */
const useSeesAll = (): boolean => {
  const arranges = useMay('meetings.arrange');
  return useMay('meetings.approve') || arranges;
};

const Requests = () => {
  const t = useText();
  const all = useSeesAll();
  const inTable = useMedia(officeWidth) && all;
  const requests = useCall(listMeetingRequests);
  if (requests.isPending) return <Loading />;
  if (requests.isError) return <Failed error={requests.error} retry={requests.refetch} />;
  const List = inTable ? RequestTable : RequestRows;
  return (
    <Section
      title={t(all ? 'meetings.requests' : 'meetings.requests-own')}
      extra={<Go to="/meetings/rules">{t('meetings.all-rules')}</Go>}
    >
      {requests.data.length === 0 ? (
        <Empty>{t('meetings.no-requests')}</Empty>
      ) : (
        <List requests={requests.data} />
      )}
    </Section>
  );
};

/** What is coming, what waits for me, and my department's requests. */
const MeetingsPage = () => {
  const t = useText();
  const mayRequest = useMay('meetings.request');
  const mayApprove = useMay('meetings.approve');
  const mayCall = useMay('meetings.call');
  const all = useSeesAll();
  const seesRequests = mayRequest || mayApprove;
  // My department's few stand beside what is coming; every department's, or none, leave it the whole width.
  const beside = seesRequests && !all;
  const today = useCall(showTodayMeetings);
  useMeetingsLive();
  return (
    <Page
      title={t('meetings.title')}
      width={seesRequests ? 'wide' : 'narrow'}
      actions={
        <>
          {mayCall && <ButtonLink to="/meet">{t('meetings.meet-now')}</ButtonLink>}
          {mayRequest && (
            <ButtonLink to="/meetings/request" kind="main">
              {t('meetings.request')}
            </ButtonLink>
          )}
        </>
      }
    >
      {today.data && <WaitingMeetings waiting={{ ...today.data.waiting, requests: 0, toReply: 0 }} />}
      <div className={beside ? 'mt-two' : 'mt-column mt-apart'}>
        <Section title={t('meetings.upcoming')}>
          <Upcoming />
        </Section>
        {seesRequests && <Requests />}
      </div>
    </Page>
  );
};

export default MeetingsPage;
