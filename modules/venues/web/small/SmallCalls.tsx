import { Button, ButtonLink } from '#platform/ui/Buttons.tsx';
import { Card } from '#platform/ui/Card.tsx';
import { useAction, useCall } from '#platform/ui/calls.ts';
import { useLive } from '#platform/ui/live.ts';
import { useMe } from '#platform/ui/me.ts';
import { useText } from '#platform/ui/text.ts';
import { leaveSmallMeeting, listSmallMeetings, type SmallMeeting } from '../../contract.ts';

/** A colleague asks to meet now: one button to come, a quiet one for “not now”. */
const Call = ({ meeting }: { meeting: SmallMeeting }) => {
  const t = useText();
  const me = useMe();
  const decline = useAction(leaveSmallMeeting, { refresh: [listSmallMeetings] });
  const own = meeting.people.find(({ account }) => account === me.account);
  if (own?.standing === 'declined') return null;
  const mine = meeting.host.account === me.account;
  const others = meeting.people.filter(
    ({ account }) => account !== me.account && account !== meeting.host.account,
  );
  return (
    <Card
      next
      alike
      title={
        mine
          ? t('venues.small-goes-on')
          : t('venues.small-asks', { name: meeting.host.name, place: meeting.host.place })
      }
    >
      {others.length > 0 && (
        <p className="qz-detail">
          {t('venues.small-with', { names: others.map(({ name }) => name).join('、') })}
        </p>
      )}
      <p className="qz-actions">
        <ButtonLink to={`/meet/${meeting.id}`} kind="main">
          {t('venues.small-join')}
        </ButtonLink>
        {!mine && own?.standing === 'asked' && (
          <Button
            kind="quiet"
            busy={decline.isPending}
            onClick={() => decline.mutate({ params: { id: meeting.id } })}
          >
            {t('venues.small-decline')}
          </Button>
        )}
      </p>
    </Card>
  );
};

/** Small meetings I am asked to, above all else on Today, the moment somebody asks. */
export const SmallCalls = () => {
  const me = useMe();
  const open = useCall(listSmallMeetings);
  useLive([`account:${me.account}`], { refresh: [listSmallMeetings] });
  return (open.data ?? []).map((meeting) => <Call key={meeting.id} meeting={meeting} />);
};
