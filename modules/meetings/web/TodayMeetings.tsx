import { Row, Rows, Section } from '#platform/ui/Card.tsx';
import { useCall } from '#platform/ui/calls.ts';
import { formatSpan } from '#platform/ui/format.ts';
import { Failed, Loading } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import { showTodayMeetings, type TodayMeetings as Today } from '../contract.ts';
import { NextSittingCard } from './NextSittingCard.tsx';
import { useMeetingsLive } from './use-meetings-live.ts';

const duties = [
  {
    kind: 'approvals',
    word: 'meetings.todo-approvals',
    go: 'meetings.go-approve',
    to: '/meetings/approvals',
  },
  { kind: 'toArrange', word: 'meetings.todo-arrange', go: 'meetings.go-arrange', to: '/meetings/arrange' },
  { kind: 'toReply', word: 'meetings.todo-reply', go: 'meetings.go-reply', to: '/meetings' },
  { kind: 'requests', word: 'meetings.todo-requests', go: 'meetings.go-see', to: '/meetings?show=requests' },
] as const;

/** What waits for this person, as rows of Today's list; nothing when nothing waits. */
export const WaitingMeetings = ({ waiting }: { waiting: Today['waiting'] }) => {
  const t = useText();
  const open = duties.filter(({ kind }) => waiting[kind] > 0);
  if (open.length === 0) return null;
  return (
    <Rows>
      {open.map(({ kind, word, go, to }) => (
        <Row
          key={kind}
          title={t(word)}
          detail={t('meetings.todo-n', { n: waiting[kind] })}
          extra={t(go)}
          to={to}
        />
      ))}
    </Rows>
  );
};

/** Meetings on Today: the next sitting, what waits, and the day's other sittings. */
export const TodayMeetings = () => {
  const t = useText();
  const today = useCall(showTodayMeetings);
  useMeetingsLive();
  if (today.isPending) return <Loading />;
  if (today.isError) return <Failed error={today.error} retry={today.refetch} />;
  const { next, waiting } = today.data;
  const others = today.data.today.filter(({ id }) => id !== next?.id);
  return (
    <>
      {next && <NextSittingCard sitting={next} />}
      <WaitingMeetings waiting={waiting} />
      {others.length > 0 && (
        <Section title={t('meetings.today-others')}>
          <Rows>
            {others.map((sitting) => (
              <Row
                key={sitting.id}
                title={sitting.title}
                detail={formatSpan(
                  sitting.needed?.from ?? sitting.startsAt,
                  sitting.needed?.until ?? sitting.endsAt,
                )}
                extra={t(`meetings.mode-${sitting.mode}`)}
                to={`/sittings/${sitting.id}`}
              />
            ))}
          </Rows>
        </Section>
      )}
    </>
  );
};
