import { ButtonLink } from '#platform/ui/Buttons.tsx';
import { Card } from '#platform/ui/Card.tsx';
import { formatLongDay, formatSpan, officeToday } from '#platform/ui/format.ts';
import { Go } from '#platform/ui/go.tsx';
import { Tag } from '#platform/ui/Tag.tsx';
import { useText } from '#platform/ui/text.ts';
import type { TodaySitting } from '../contract.ts';
import { ReplyButtons } from './ReplyButtons.tsx';
import './meetings.css';

const dayOf = (at: string): string => officeToday(new Date(at));

/** The minutes this person is needed, when they are not all of it. */
const Needed = ({ sitting }: { sitting: TodaySitting }) => {
  const t = useText();
  const { needed, startsAt, endsAt } = sitting;
  if (!needed) return null;
  const all = needed.from === startsAt && needed.until === endsAt;
  return (
    <strong>
      {all ? t('meetings.you-all') : t('meetings.you-need', { span: formatSpan(needed.from, needed.until) })}
    </strong>
  );
};

/** How much pooling spared: `3 个科室拼成 1 个会，省了 2 趟`; nothing when it spared nothing. */
const Pooled = ({ sitting: { departments, tripsSaved } }: { sitting: TodaySitting }) => {
  const t = useText();
  if (departments.length < 2) return null;
  const trips = tripsSaved > 0 ? `${t('meetings.clause')}${t('meetings.trips', { n: tripsSaved })}` : '';
  return (
    <p className="qz-detail">
      {t('meetings.pooled', { n: departments.length })}
      {trips}
    </p>
  );
};

const MainButton = ({ sitting }: { sitting: TodaySitting }) => {
  const t = useText();
  const at = `/sittings/${sitting.id}`;
  const started = sitting.state === 'started';
  if (sitting.may.control)
    return (
      <ButtonLink to={`${at}/console`} kind="main">
        {t('meetings.console')}
      </ButtonLink>
    );
  if (sitting.may.join)
    return (
      <ButtonLink to={`${at}/branch`} kind="main">
        {t(started ? 'meetings.join-now' : 'meetings.join')}
      </ButtonLink>
    );
  return (
    <ButtonLink to={at} kind="main">
      {t('meetings.see')}
    </ButtonLink>
  );
};

const Replied = ({ sitting: { invitation } }: { sitting: TodaySitting }) => {
  const t = useText();
  if (!invitation || invitation.reply === 'none') return null;
  return (
    <p className="qz-detail">
      {t(`meetings.replied-${invitation.reply}`, { name: invitation.standIn ?? '' })}
    </p>
  );
};

/** The next sitting as Today shows it: when, which minutes are mine, one button, and 请人代会. */
export const NextSittingCard = ({ sitting }: { sitting: TodaySitting }) => {
  const t = useText();
  const day = dayOf(sitting.startsAt);
  return (
    <Card
      next
      title={
        <Go to={`/sittings/${sitting.id}`} className="mt-title">
          {sitting.title}
        </Go>
      }
      extra={<Tag tone="good">{t(`meetings.mode-${sitting.mode}`)}</Tag>}
    >
      <p className="mt-times">
        <span>
          {day === officeToday() ? '' : `${formatLongDay(day)} `}
          {formatSpan(sitting.startsAt, sitting.endsAt)}
        </span>
        <Needed sitting={sitting} />
      </p>
      {sitting.mode !== 'video' && sitting.place && <p>{sitting.place}</p>}
      <Pooled sitting={sitting} />
      <Replied sitting={sitting} />
      <div className="mt-next-actions">
        <MainButton sitting={sitting} />
        {sitting.may.control && (
          <ButtonLink to={`/sittings/${sitting.id}/wall`}>{t('meetings.wall')}</ButtonLink>
        )}
        {sitting.invitation?.mayReply && (
          <ReplyButtons
            sitting={sitting.id}
            invitation={sitting.invitation}
            colleagues={sitting.colleagues}
          />
        )}
      </div>
    </Card>
  );
};
