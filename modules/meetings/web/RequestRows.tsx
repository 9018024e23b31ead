import { Row, Rows } from '#platform/ui/Card.tsx';
import { Go } from '#platform/ui/go.tsx';
import { Table } from '#platform/ui/Table.tsx';
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

/** When it should be at the earliest, to sort by. */
const earliest = ({ when }: MeetingRequest): string =>
  when.kind === 'fixed' ? when.startsAt : when.earliest;

/** The same for those who see every department's, on an office PC: sorted by any column. */
export const RequestTable = ({ requests }: { requests: readonly MeetingRequest[] }) => {
  const t = useText();
  return (
    <Table
      label={t('meetings.requests')}
      rows={requests}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'purpose',
          title: t('meetings.purpose'),
          show: ({ id, purpose }) => <Go to={`/meetings/requests/${id}`}>{purpose}</Go>,
          by: ({ purpose }) => purpose,
        },
        {
          key: 'department',
          title: t('meetings.department'),
          show: ({ department }) => department.name,
          by: ({ department }) => department.name,
        },
        {
          key: 'called',
          title: t('meetings.audience'),
          show: (request) => sayCalled(t, request),
          by: ({ callUps }) => callUps,
        },
        { key: 'when', title: t('meetings.when'), show: ({ when }) => sayWhen(t, when), by: earliest },
        {
          key: 'state',
          title: t('meetings.state'),
          show: ({ state }) => <Tag tone={toneOf(state)}>{t(`meetings.state-${state}`)}</Tag>,
          by: ({ state }) => t(`meetings.state-${state}`),
        },
      ]}
    />
  );
};
