import { Card } from '#platform/ui/Card.tsx';
import { formatSpan } from '#platform/ui/format.ts';
import { useText } from '#platform/ui/text.ts';
import type { Invitation, Sitting } from '../../contract.ts';
import { ReplyButtons, ReplyTag } from '../ReplyButtons.tsx';
import { sayPosts } from '../words.ts';

const Person = ({
  sitting,
  invitation,
  several,
}: {
  sitting: Sitting;
  invitation: Invitation;
  several: boolean;
}) => {
  const t = useText();
  return (
    <div className="mt-person">
      <span>
        {invitation.committee.name} {invitation.name}{' '}
        <span className="qz-detail">
          {sayPosts(t, invitation.posts)} {formatSpan(invitation.from, invitation.until)}
        </span>
      </span>
      <ReplyTag invitation={invitation} />
      {several && invitation.mayReply && (
        <ReplyButtons sitting={sitting.id} invitation={invitation} colleagues={sitting.colleagues} />
      )}
    </div>
  );
};

/** Everybody called whom the reader may see, and what each replied; a head answers for colleagues here. */
export const Called = ({ sitting }: { sitting: Sitting }) => {
  const t = useText();
  const { invitations } = sitting;
  const replied = invitations.filter(({ reply }) => reply !== 'none').length;
  const several = invitations.filter(({ mayReply }) => mayReply).length > 1;
  return (
    <Card
      title={t('meetings.called')}
      extra={t('meetings.replied-n', { n: replied, all: invitations.length })}
    >
      <div className="mt-people">
        {invitations.map((invitation) => (
          <Person key={invitation.cadre} sitting={sitting} invitation={invitation} several={several} />
        ))}
      </div>
    </Card>
  );
};
