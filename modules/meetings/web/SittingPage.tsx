import { ButtonLink } from '#platform/ui/Buttons.tsx';
import { Card, Section } from '#platform/ui/Card.tsx';
import { useCall } from '#platform/ui/calls.ts';
import { formatSpan } from '#platform/ui/format.ts';
import { useParam } from '#platform/ui/go.tsx';
import { useMay } from '#platform/ui/me.ts';
import { Page } from '#platform/ui/Page.tsx';
import { Failed, Loading } from '#platform/ui/States.tsx';
import { Notice, Tag } from '#platform/ui/Tag.tsx';
import { useText } from '#platform/ui/text.ts';
import { type Invitation, type Sitting, showSitting } from '../contract.ts';
import { Agenda, Parts } from './Agenda.tsx';
import { ReplyButtons, ReplyTag } from './ReplyButtons.tsx';
import { Attendance } from './sitting/Attendance.tsx';
import { Called } from './sitting/Called.tsx';
import { ManageButtons } from './sitting/ManageButtons.tsx';
import { useMeetingsLive } from './use-meetings-live.ts';
import { sayWhenHeld, toneOf } from './words.ts';
import './meetings.css';

/** Ways into the video sitting, for whoever may: the branch, the wall, the console. */
const VenueButtons = ({ sitting: { id, may, mode, state } }: { sitting: Sitting }) => {
  const t = useText();
  const seesRoll = useMay('venues.watch');
  const bringsDocuments = useMay('venues.documents');
  const seesRecordings = useMay('venues.recordings');
  return (
    <>
      {seesRoll && mode === 'video' && state !== 'arranged' && (
        <>
          <ButtonLink to={`/sittings/${id}/roll`}>{t('meetings.roll')}</ButtonLink>
          <ButtonLink to={`/sittings/${id}/outline`}>{t('meetings.outline')}</ButtonLink>
        </>
      )}
      {may.watch && bringsDocuments && (
        <ButtonLink to={`/sittings/${id}/documents`}>{t('meetings.documents')}</ButtonLink>
      )}
      {seesRecordings && mode === 'video' && (may.watch || seesRoll) && (
        <ButtonLink to={`/sittings/${id}/recordings`}>{t('meetings.recordings')}</ButtonLink>
      )}
      {may.watch && <ButtonLink to={`/sittings/${id}/wall`}>{t('meetings.wall')}</ButtonLink>}
      {may.control && (
        <ButtonLink to={`/sittings/${id}/console`} kind="main">
          {t('meetings.console')}
        </ButtonLink>
      )}
      {may.join && state === 'arranged' && (
        <ButtonLink to={`/sittings/${id}/check`}>{t('meetings.check')}</ButtonLink>
      )}
      {may.join && (
        <ButtonLink to={`/sittings/${id}/branch`} kind="main">
          {t(state === 'started' ? 'meetings.join-now' : 'meetings.join')}
        </ButtonLink>
      )}
    </>
  );
};

/** An invitation the reader can answer: whose, when needed, what was replied. */
const Mine = ({ sitting, invitation }: { sitting: Sitting; invitation: Invitation }) => {
  const t = useText();
  const whole = invitation.from === sitting.startsAt && invitation.until === sitting.endsAt;
  const span = formatSpan(invitation.from, invitation.until);
  return (
    <Card
      next
      title={whole ? t('meetings.you-all') : t('meetings.you-need', { span })}
      extra={<ReplyTag invitation={invitation} />}
    >
      <div className="qz-actions">
        <ReplyButtons sitting={sitting.id} invitation={invitation} colleagues={sitting.colleagues} />
      </div>
    </Card>
  );
};

const Subtitle = ({ sitting }: { sitting: Sitting }) => {
  const t = useText();
  const { departments } = sitting;
  return (
    <>
      {sayWhenHeld(sitting)} · {[t(`meetings.mode-${sitting.mode}`), sitting.place].filter(Boolean).join(' ')}
      {departments.length > 1 && ` · ${t('meetings.pooled', { n: departments.length })}`}{' '}
      <Tag tone={toneOf(sitting.state)}>{t(`meetings.state-${sitting.state}`)}</Tag>
    </>
  );
};

const Costs = ({ sitting: { callUps, committees, separately } }: { sitting: Sitting }) => {
  const t = useText();
  if (callUps === 0) return null;
  return (
    <p className="mt-figure">
      {t('meetings.calls', { n: callUps })}{' '}
      <small>
        {t('meetings.from-committees', { n: committees })}
        {separately > callUps &&
          `${t('meetings.clause')}${t('meetings.saved-calls', { n: separately - callUps })}`}
      </small>
    </p>
  );
};

const Shown = ({ sitting }: { sitting: Sitting }) => {
  const t = useText();
  const answerable = sitting.invitations.filter(({ mayReply }) => mayReply);
  const [mine] = answerable;
  return (
    <Page
      title={sitting.title}
      back={{ to: '/meetings', label: t('meetings.title') }}
      subtitle={<Subtitle sitting={sitting} />}
      actions={
        <>
          {sitting.may.arrange && <ManageButtons sitting={sitting} />}
          <VenueButtons sitting={sitting} />
        </>
      }
    >
      {sitting.state === 'cancelled' && (
        <Notice tone="bad">{t('meetings.cancelled-because', { reason: sitting.reason ?? '' })}</Notice>
      )}
      {answerable.length === 1 && mine && <Mine sitting={sitting} invitation={mine} />}
      <Card title={t('meetings.agenda')}>
        <Agenda items={sitting.agenda} />
      </Card>
      <Card title={t('meetings.who-when')}>
        <Costs sitting={sitting} />
        <Parts parts={sitting.parts} from={sitting.startsAt} until={sitting.endsAt} />
      </Card>
      {sitting.invitations.length > 0 && <Called sitting={sitting} />}
      {(sitting.attendance.length > 0 || sitting.state === 'ended') && (
        <Section title={t('meetings.attendance')}>
          <Attendance sitting={sitting} />
        </Section>
      )}
    </Page>
  );
};

/** A sitting: the agenda to the minute, who is called for which part, replies, attendance, ways in. */
const SittingPage = () => {
  const t = useText();
  const id = useParam('id');
  const sitting = useCall(showSitting, { params: { id } });
  useMeetingsLive(`sitting:${id}`);
  if (sitting.data) return <Shown sitting={sitting.data} />;
  return (
    <Page title={t('meetings.sitting')} back={{ to: '/meetings', label: t('meetings.title') }}>
      {sitting.isError ? <Failed error={sitting.error} retry={sitting.refetch} /> : <Loading lines={5} />}
    </Page>
  );
};

export default SittingPage;
