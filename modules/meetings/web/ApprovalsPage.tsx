import { Card } from '#platform/ui/Card.tsx';
import { useCall } from '#platform/ui/calls.ts';
import { Page } from '#platform/ui/Page.tsx';
import { Empty, Failed, Loading } from '#platform/ui/States.tsx';
import { Notice, Tag } from '#platform/ui/Tag.tsx';
import { useText } from '#platform/ui/text.ts';
import { listMeetingRequests, type MeetingRequest } from '../contract.ts';
import { DecideButtons } from './DecideButtons.tsx';
import { RequestFacts, RequestItems } from './RequestFacts.tsx';
import { useMeetingsLive } from './use-meetings-live.ts';
import { useBoth } from './words.ts';

const Waiting = ({ request }: { request: MeetingRequest }) => {
  const t = useText();
  const both = useBoth();
  const why = request.decisions.at(-1);
  return (
    <Card
      alike
      title={`${request.department.name} · ${request.purpose}`}
      extra={<Tag tone="look">{t('meetings.calls', { n: request.callUps })}</Tag>}
    >
      {why && <Notice>{both(why.words)}</Notice>}
      <RequestFacts request={request} />
      <RequestItems request={request} />
      <DecideButtons request={request} />
    </Card>
  );
};

/** The main leader's list: each request, why it is here, and two buttons. */
const ApprovalsPage = () => {
  const t = useText();
  const requests = useCall(listMeetingRequests, { query: { state: 'waiting' } });
  useMeetingsLive();
  const list = () => {
    if (requests.isPending) return <Loading />;
    if (requests.isError) return <Failed error={requests.error} retry={requests.refetch} />;
    if (requests.data.length === 0) return <Empty>{t('meetings.no-approvals')}</Empty>;
    return requests.data.toReversed().map((request) => <Waiting key={request.id} request={request} />);
  };
  return (
    <Page
      title={t('meetings.approvals')}
      width="narrow"
      subtitle={
        requests.data && requests.data.length > 0 && t('meetings.approvals-n', { n: requests.data.length })
      }
    >
      {list()}
    </Page>
  );
};

export default ApprovalsPage;
