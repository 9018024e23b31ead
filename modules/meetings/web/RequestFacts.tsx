import { Facts, Row, Rows } from '#platform/ui/Card.tsx';
import { formatMoment } from '#platform/ui/format.ts';
import { useText } from '#platform/ui/text.ts';
import type { MeetingRequest } from '../contract.ts';
import { sayCalled } from './RequestRows.tsx';
import { sayPosts, sayWhen, useBoth } from './words.ts';

/** What a request asks for, in a few lines. */
export const RequestFacts = ({ request }: { request: MeetingRequest }) => {
  const t = useText();
  return (
    <Facts
      facts={[
        [t('meetings.audience'), sayCalled(t, request)],
        [t('meetings.when'), sayWhen(t, request.when)],
        [t('meetings.mode'), [t(`meetings.mode-${request.mode}`), request.place].filter(Boolean).join(' · ')],
        [t('meetings.requester'), [...new Set([request.department.name, request.requestedBy])].join(' ')],
      ]}
    />
  );
};

export const RequestItems = ({ request }: { request: MeetingRequest }) => {
  const t = useText();
  return (
    <Rows label={t('meetings.items')}>
      {request.items.map((item) => (
        <Row
          key={item.id}
          title={item.title}
          detail={[
            t(`meetings.kind-${item.kind}`),
            item.presenter,
            ...(item.audience
              ? [`${sayPosts(t, item.audience.posts)} ${t('meetings.people', { n: item.callUps })}`]
              : []),
          ].join(' · ')}
          extra={t('meetings.minutes', { n: item.minutes })}
        />
      ))}
    </Rows>
  );
};

/** What was decided, by which rule or by whom, in words; the latest last. */
export const RequestHistory = ({ request }: { request: MeetingRequest }) => {
  const t = useText();
  const both = useBoth();
  return (
    <Rows label={t('meetings.history')}>
      {request.decisions.map((decision) => (
        <Row
          key={`${decision.at} ${decision.outcome}`}
          title={both(decision.words)}
          detail={[
            `${formatMoment(decision.at)} ${decision.by}`,
            ...(decision.reason ? [t('meetings.reason', { reason: decision.reason })] : []),
          ].join(' · ')}
        />
      ))}
    </Rows>
  );
};
