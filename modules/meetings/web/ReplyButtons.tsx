import { useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { useAction } from '#platform/ui/calls.ts';
import { Failed } from '#platform/ui/States.tsx';
import { Tag } from '#platform/ui/Tag.tsx';
import { useText } from '#platform/ui/text.ts';
import { type Invitation, replyToInvitation } from '../contract.ts';
import { StandInDialog } from './StandInDialog.tsx';

interface Props {
  sitting: string;
  invitation: Invitation;
  colleagues: readonly string[];
}

/** What was replied, in words. */
export const ReplyTag = ({ invitation }: { invitation: Invitation }) => {
  const t = useText();
  const { reply, standIn } = invitation;
  return (
    <Tag tone={reply === 'none' ? 'look' : 'good'}>
      {t(`meetings.reply-${reply}`, { name: standIn ?? '' })}
    </Tag>
  );
};

/** 请人代会 and 我参加; pressed again after a reply, they change it. */
export const ReplyButtons = ({ sitting, invitation, colleagues }: Props) => {
  const t = useText();
  const [asking, ask] = useState(false);
  const reply = useAction(replyToInvitation);
  const come = () =>
    reply.mutate({
      params: { id: sitting, cadre: invitation.cadre },
      body: { reply: 'coming', standIn: null, revision: invitation.revision },
    });
  return (
    <>
      <Button onClick={() => ask(true)}>{t('meetings.send')}</Button>
      {invitation.reply !== 'coming' && (
        <Button onClick={come} busy={reply.isPending}>
          {t('meetings.attend')}
        </Button>
      )}
      {reply.error && <Failed error={reply.error} />}
      <StandInDialog
        sitting={sitting}
        invitation={invitation}
        colleagues={colleagues}
        open={asking}
        onClose={() => ask(false)}
      />
    </>
  );
};
