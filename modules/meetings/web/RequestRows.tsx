import { Row, Rows } from '#platform/ui/Card.tsx';
import { Tag } from '#platform/ui/Tag.tsx';
import { useText } from '#platform/ui/text.ts';
import type { MeetingRequest } from '../contract.ts';
import { sayPosts, sayWhen, toneOf } from './words.ts';

/** Whom a request calls: `主任 33 人`. */
export const sayCalled = (t: ReturnType<typeof useText>, request: MeetingRequest): string => {
  if (request.callUps === 0) return t('meetings.calls-nobody');
  const posts = [...new Set(request.items.flatMap(({ audience }) => (audience ?? request.audience).posts))];
  return `${sayPosts(t, posts)} ${t('meetings.people', { n: request.callUps })}`;
};

/** Requests as rows: what, whose, whom it calls, and where it stands. */
export const RequestRows = ({ requests }: { requests: readonly MeetingRequest[] }) => {
  const t = useText();
  return (
    <Rows>
      {requests.map((request) => (
        <Row
          key={request.id}
          title={request.purpose}
          detail={[request.department.name, sayCalled(t, request), sayWhen(t, request.when)].join(' · ')}
          extra={<Tag tone={toneOf(request.state)}>{t(`meetings.state-${request.state}`)}</Tag>}
          to={`/meetings/requests/${request.id}`}
        />
      ))}
    </Rows>
  );
};
