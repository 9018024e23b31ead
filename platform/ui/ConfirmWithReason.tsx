import { type ReactNode, useState } from 'react';
import { Button } from './Buttons.tsx';
import { Choice, type ChoiceProps } from './Choice.tsx';
import { Dialog } from './Dialog.tsx';
import { TextArea } from './Field.tsx';
import { Failed } from './States.tsx';
import { useText } from './text.ts';

export interface ConfirmWithReasonProps {
  open: boolean;
  title: ReactNode;
  /** What will happen. */
  children?: ReactNode;
  /** Words of the button that does it. */
  confirm: string;
  /** Reasons to press instead of typing; the last may be typed still. */
  reasons?: readonly string[];
  danger?: boolean;
  /** Without a reason it can be done too. */
  optional?: boolean;
  busy?: boolean;
  error?: { message: string } | null;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

/** Asks why before something that is kept with its reason: opening a name, returning a request, a correction. */
export const ConfirmWithReason = (props: ConfirmWithReasonProps) => {
  const t = useText();
  const [reason, setReason] = useState('');
  const {
    open,
    title,
    children,
    confirm,
    reasons = [],
    danger,
    optional = false,
    busy = false,
    error,
    onClose,
  } = props;
  const options: ChoiceProps['options'] = reasons.map((one) => ({ value: one, label: one }));
  return (
    <Dialog open={open} title={title} onClose={onClose}>
      <form
        className="qz-form"
        onSubmit={(event) => {
          event.preventDefault();
          props.onConfirm(reason.trim());
        }}
      >
        {children}
        {reasons.length > 0 && (
          <Choice label={t('ui.usual-reasons')} options={options} value={reason} onValue={setReason} />
        )}
        <TextArea
          label={t('ui.reason')}
          value={reason}
          onValue={setReason}
          rows={2}
          maxLength={200}
          required={!optional}
        />
        {error && <Failed error={error} />}
        <div className="qz-actions">
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            type="submit"
            kind={danger ? 'danger' : 'main'}
            busy={busy}
            disabled={!optional && reason.trim() === ''}
          >
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
