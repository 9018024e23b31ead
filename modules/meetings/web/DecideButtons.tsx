import { useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { ConfirmWithReason } from '#platform/ui/ConfirmWithReason.tsx';
import { useAction } from '#platform/ui/calls.ts';
import { Failed } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import { decideMeetingRequest, type MeetingRequest } from '../contract.ts';

/** 同意 in one tap, 不同意 with a reason. */
export const DecideButtons = ({ request }: { request: MeetingRequest }) => {
  const t = useText();
  const [refusing, refuse] = useState(false);
  const decide = useAction(decideMeetingRequest, { onDone: () => refuse(false) });
  const say = (outcome: 'approved' | 'refused', reason: string) =>
    decide.mutate({ params: { id: request.id }, body: { outcome, reason, revision: request.revision } });
  return (
    <>
      {decide.error && !refusing && <Failed error={decide.error} />}
      <div className="qz-actions">
        <Button onClick={() => refuse(true)}>{t('meetings.refuse')}</Button>
        <Button
          kind="main"
          busy={decide.isPending && !refusing}
          onClick={() => say('approved', t('meetings.approve'))}
        >
          {t('meetings.approve')}
        </Button>
      </div>
      <ConfirmWithReason
        open={refusing}
        title={`${t('meetings.refuse')} · ${request.purpose}`}
        confirm={t('meetings.refuse-do')}
        reasons={[1, 2, 3].map((n) => t(`meetings.refuse-reason-${n}`))}
        busy={decide.isPending}
        error={decide.error}
        onConfirm={(reason) => say('refused', reason)}
        onClose={() => refuse(false)}
      />
    </>
  );
};
