import { Card } from '#platform/ui/Card.tsx';
import { formatSpan } from '#platform/ui/format.ts';
import { useText } from '#platform/ui/text.ts';
import type { Invitation, Sitting } from '../../contract.ts';
import { ReplyButtons, ReplyTag } from '../ReplyButtons.tsx';
import { groupsOf, sayPosts } from '../words.ts';

const answered = (invitations: readonly Invitation[]): number =>
  invitations.filter(({ reply }) => reply !== 'none').length;

interface PersonProps {
  sitting: Sitting;
  invitation: Invitation;
  /** Whose committee is said elsewhere: not again. */
  within: boolean;
  /** More than one can be answered here, so each has its buttons. */
  several: boolean;
}

const Person = ({ sitting, invitation, within, several }: PersonProps) => {
  const t = useText();
  const { name, committee, posts, from, until } = invitation;
  const whole = from === sitting.startsAt && until === sitting.endsAt;
  return (
    <div className="mt-person">
      <span>
        {within ? '' : `${committee.name} `}
        {name}{' '}
        <span className="qz-detail">
          {sayPosts(t, posts)} {whole ? '' : formatSpan(from, until)}
        </span>
      </span>
      <ReplyTag invitation={invitation} />
      {several && invitation.mayReply && (
        <ReplyButtons sitting={sitting.id} invitation={invitation} colleagues={sitting.colleagues} />
      )}
    </div>
  );
};

/** One committee among many: how many replied, its people behind a press. */
const Committee = ({ sitting, people }: { sitting: Sitting; people: readonly Invitation[] }) => {
  const t = useText();
  return (
    <details className="mt-group">
      <summary>
        <span>
          {people[0]?.committee.name} {t('meetings.people', { n: people.length })}
        </span>
        <span className="qz-detail">
          {t('meetings.replied-n', { n: answered(people), all: people.length })}
        </span>
      </summary>
      {people.map((invitation) => (
        <Person key={invitation.cadre} sitting={sitting} invitation={invitation} within several={false} />
      ))}
    </details>
  );
};

/** Everybody called whom the reader may see, and what each replied; a head answers for colleagues here. */
export const Called = ({ sitting }: { sitting: Sitting }) => {
  const t = useText();
  const { invitations } = sitting;
  const committees = groupsOf(invitations, ({ committee }) => committee.id);
  const several = invitations.filter(({ mayReply }) => mayReply).length > 1;
  const grouped = committees.length > 1 && invitations.length > committees.length;
  return (
    <Card
      title={t('meetings.called')}
      extra={t('meetings.replied-n', { n: answered(invitations), all: invitations.length })}
    >
      <div className="mt-people">
        {grouped
          ? committees.map(([id, people]) => <Committee key={id} sitting={sitting} people={people} />)
          : invitations.map((invitation) => (
              <Person
                key={invitation.cadre}
                sitting={sitting}
                invitation={invitation}
                within={committees.length === 1}
                several={several}
              />
            ))}
      </div>
    </Card>
  );
};
