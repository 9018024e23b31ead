import { useState } from 'react';
import { Button, ButtonLink } from '#platform/ui/Buttons.tsx';
import { Card, Section } from '#platform/ui/Card.tsx';
import { ConfirmWithReason } from '#platform/ui/ConfirmWithReason.tsx';
import { useAction, useCall } from '#platform/ui/calls.ts';
import { useParam } from '#platform/ui/go.tsx';
import { useMay } from '#platform/ui/me.ts';
import { Page } from '#platform/ui/Page.tsx';
import { Failed, Loading } from '#platform/ui/States.tsx';
import { Tag } from '#platform/ui/Tag.tsx';
import { useText } from '#platform/ui/text.ts';
import { type MeetingRequest, showMeetingRequest, withdrawMeetingRequest } from '../contract.ts';
import { DecideButtons } from './DecideButtons.tsx';
import { RequestFacts, RequestHistory, RequestItems } from './RequestFacts.tsx';
import { useMeetingsLive } from './use-meetings-live.ts';
import { toneOf } from './words.ts';

const Withdraw = ({ request }: { request: MeetingRequest }) => {
  const t = useText();
  const [asking, ask] = useState(false);
  const withdraw = useAction(withdrawMeetingRequest, { onDone: () => ask(false) });
  return (
    <>
      <Button onClick={() => ask(true)}>{t('meetings.withdraw')}</Button>
      <ConfirmWithReason
        open={asking}
        title={t('meetings.withdraw')}
        confirm={t('meetings.withdraw-do')}
        reasons={[1, 2, 3].map((n) => t(`meetings.withdraw-reason-${n}`))}
        busy={withdraw.isPending}
        error={withdraw.error}
        onConfirm={(reason) =>
          withdraw.mutate({ params: { id: request.id }, body: { reason, revision: request.revision } })
        }
        onClose={() => ask(false)}
      >
        <p>{t('meetings.withdraw-words')}</p>
      </ConfirmWithReason>
    </>
  );
};

const Request = ({ request }: { request: MeetingRequest }) => {
  const t = useText();
  const mayApprove = useMay('meetings.approve');
  const open = request.state === 'waiting' || request.state === 'approved';
  return (
    <Page
      title={request.purpose}
      width="narrow"
      back={{ to: '/meetings', label: t('meetings.title') }}
      subtitle={<Tag tone={toneOf(request.state)}>{t(`meetings.state-${request.state}`)}</Tag>}
      actions={
        <>
          {request.mine && open && <Withdraw request={request} />}
          {request.sitting && (
            <ButtonLink to={`/sittings/${request.sitting}`} kind="main">
              {t('meetings.to-sitting')}
            </ButtonLink>
          )}
        </>
      }
    >
      <Card>
        <RequestFacts request={request} />
        {mayApprove && request.state === 'waiting' && <DecideButtons request={request} />}
      </Card>
      <Section title={t('meetings.items')} extra={t('meetings.total', { n: request.minutes })}>
        <RequestItems request={request} />
      </Section>
      <Section title={t('meetings.history')}>
        <RequestHistory request={request} />
      </Section>
    </Page>
  );
};

/** One request: what it asks, what was decided by which rule, and taking it back. */
const RequestPage = () => {
  const t = useText();
  const request = useCall(showMeetingRequest, { params: { id: useParam('id') } });
  useMeetingsLive();
  if (request.data) return <Request request={request.data} />;
  return (
    <Page
      title={t('meetings.request-one')}
      width="narrow"
      back={{ to: '/meetings', label: t('meetings.title') }}
    >
      {request.isError ? <Failed error={request.error} retry={request.refetch} /> : <Loading />}
    </Page>
  );
};

export default RequestPage;
