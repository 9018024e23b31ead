import { useEffect, useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { useAction } from '#platform/ui/calls.ts';
import { useGo } from '#platform/ui/go.tsx';
import { Page } from '#platform/ui/Page.tsx';
import { Failed } from '#platform/ui/States.tsx';
import { Notice } from '#platform/ui/Tag.tsx';
import { useText } from '#platform/ui/text.ts';
import { checkMeetingRequest, requestMeeting } from '../contract.ts';
import { draftOf, missing, newForm, type RequestForm } from './draft.ts';
import { AudienceStep } from './form/AudienceStep.tsx';
import { CheckStep } from './form/CheckStep.tsx';
import { ItemsStep } from './form/ItemsStep.tsx';
import { WhenStep } from './form/WhenStep.tsx';
import { useTrial } from './use-trial.ts';
import './meetings.css';

const steps = ['items', 'audience', 'when', 'check'] as const;

const Steps = ({ at }: { at: number }) => {
  const t = useText();
  return (
    <ol className="mt-steps" aria-label={t('meetings.step', { n: at })}>
      {steps.map((step, index) => (
        <li
          key={step}
          {...(index + 1 < at ? { 'data-done': true } : {})}
          {...(index + 1 === at ? { 'aria-current': 'step' as const } : {})}
        >
          {t(`meetings.step-${step}`)}
        </li>
      ))}
    </ol>
  );
};

/** 申请会议 in four short steps; the last says which rule applies before anything is sent. */
const RequestFormPage = () => {
  const t = useText();
  const go = useGo();
  const [form, setForm] = useState<RequestForm>(newForm);
  const [step, setStep] = useState(1);
  const [told, tell] = useState(false);
  const change = (part: Partial<RequestForm>) => setForm((now) => ({ ...now, ...part }));
  const verdict = useTrial(checkMeetingRequest, step === 4 ? draftOf(form) : null);
  const send = useAction(requestMeeting, {
    onDone: ({ id }) => go(`/meetings/requests/${id}`, { replace: true }),
  });
  const lacks = missing(form, step);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step begins at its top
  useEffect(() => {
    // Newer browsers answer with a promise, which must not become the effect's clean-up.
    void window.scrollTo({ top: 0 });
  }, [step]);

  const forward = () => {
    tell(lacks !== null);
    if (lacks === null) setStep(step + 1);
  };
  const last = step === steps.length;
  const approval = verdict.data?.outcome === 'approval_required';
  return (
    <Page title={t('meetings.request')} width="narrow" back={{ to: '/meetings', label: t('meetings.title') }}>
      <Steps at={step} />
      <form
        className="qz-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (last) send.mutate({ body: draftOf(form) });
          else forward();
        }}
      >
        {step === 1 && <ItemsStep form={form} change={change} />}
        {step === 2 && <AudienceStep form={form} change={change} />}
        {step === 3 && <WhenStep form={form} change={change} />}
        {last && <CheckStep form={form} verdict={verdict} />}
        {told && lacks && <Notice>{t(lacks)}</Notice>}
        {send.error && <Failed error={send.error} />}
        <div className="qz-actions">
          {step > 1 && <Button onClick={() => setStep(step - 1)}>{t('meetings.back-step')}</Button>}
          <Button type="submit" kind="main" busy={send.isPending} disabled={last && !verdict.data}>
            {last ? t(approval ? 'meetings.submit-approval' : 'meetings.submit') : t('meetings.next-step')}
          </Button>
        </div>
      </form>
    </Page>
  );
};

export default RequestFormPage;
