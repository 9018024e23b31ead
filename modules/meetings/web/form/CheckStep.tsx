import { Card, Facts, Row, Rows } from '#platform/ui/Card.tsx';
import { Failed, Loading } from '#platform/ui/States.tsx';
import { Notice } from '#platform/ui/Tag.tsx';
import { useText } from '#platform/ui/text.ts';
import type { checkMeetingRequest } from '../../contract.ts';
import { draftOf, type RequestForm } from '../draft.ts';
import type { useTrial } from '../use-trial.ts';
import { sayPosts, sayWhen, useBoth } from '../words.ts';

type Verdict = ReturnType<typeof useTrial<typeof checkMeetingRequest>>;

/** What the rules say to the draft, before it is sent. */
const Ruling = ({ verdict }: { verdict: Verdict }) => {
  const t = useText();
  const both = useBoth();
  if (verdict.isError) return <Failed error={verdict.error} retry={verdict.refetch} />;
  if (!verdict.data) return <Loading lines={2} />;
  const { outcome, words, callUps, readOutCallUps } = verdict.data;
  const free = outcome === 'admitted';
  return (
    <>
      <p className="mt-figure">
        {callUps === 0 ? t('meetings.calls-nobody') : t('meetings.calls', { n: callUps })}
      </p>
      <Notice tone={free ? 'good' : 'look'}>
        <strong>{t(free ? 'meetings.needs-none' : 'meetings.needs-approval')}</strong>
        <span>{both(words)}</span>
      </Notice>
      {readOutCallUps > 0 && <Notice>{t('meetings.read-out-hint', { n: readOutCallUps })}</Notice>}
    </>
  );
};

/** The whole request to look over, and the ruling. */
export const CheckStep = ({ form, verdict }: { form: RequestForm; verdict: Verdict }) => {
  const t = useText();
  const draft = draftOf(form);
  return (
    <>
      <Ruling verdict={verdict} />
      <Card title={draft.purpose}>
        <Rows label={t('meetings.items')}>
          {draft.items.map((item, at) => (
            <Row
              // biome-ignore lint/suspicious/noArrayIndexKey: the draft is only read here
              key={at}
              title={item.title}
              detail={[
                t(`meetings.kind-${item.kind}`),
                item.presenter,
                ...(item.audience ? [sayPosts(t, item.audience.posts)] : []),
              ].join(' · ')}
              extra={t('meetings.minutes', { n: item.minutes })}
            />
          ))}
        </Rows>
        <Facts
          facts={[
            [t('meetings.audience'), sayPosts(t, draft.audience.posts) || t('meetings.calls-nobody')],
            [t('meetings.when'), sayWhen(t, draft.when)],
            [t('meetings.mode'), [t(`meetings.mode-${draft.mode}`), draft.place].filter(Boolean).join(' · ')],
          ]}
        />
      </Card>
    </>
  );
};
