import { useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { Choice } from '#platform/ui/Choice.tsx';
import { useAction } from '#platform/ui/calls.ts';
import { Dialog } from '#platform/ui/Dialog.tsx';
import { TextField } from '#platform/ui/Field.tsx';
import { Failed } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import { type Invitation, replyToInvitation } from '../contract.ts';

interface Props {
  sitting: string;
  invitation: Invitation;
  /** Names to press instead of typing. */
  colleagues: readonly string[];
  open: boolean;
  onClose: () => void;
}

/** 请人代会: names who comes instead. */
export const StandInDialog = ({ sitting, invitation, colleagues, open, onClose }: Props) => {
  const t = useText();
  const [name, setName] = useState('');
  const reply = useAction(replyToInvitation, { onDone: onClose });
  return (
    <Dialog open={open} title={t('meetings.send')} onClose={onClose}>
      <form
        className="qz-form"
        onSubmit={(event) => {
          event.preventDefault();
          reply.mutate({
            params: { id: sitting, cadre: invitation.cadre },
            body: { reply: 'stand_in', standIn: name.trim(), revision: invitation.revision },
          });
        }}
      >
        {colleagues.length > 0 && (
          <Choice
            label={t('meetings.send-who')}
            value={name}
            onValue={setName}
            options={colleagues.map((colleague) => ({ value: colleague, label: colleague }))}
          />
        )}
        <TextField label={t('meetings.send-other')} value={name} onValue={setName} maxLength={30} />
        {reply.error && <Failed error={reply.error} />}
        <div className="qz-actions">
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" kind="main" busy={reply.isPending} disabled={name.trim() === ''}>
            {t('meetings.send-do')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
