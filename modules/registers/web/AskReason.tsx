import { type ReactNode, useState } from 'react';
import { Button, Dialog, Failed } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import type { OpenReason } from '../contract.ts';
import { ReasonChoice } from './ReasonChoice.tsx';

interface AskReasonProps {
  /** Words of the button that opens the dialog, and the dialog's title. */
  title: string;
  /** Words of the button that does it. */
  confirm: string;
  kept: string;
  /** What else has to be said first. */
  children?: ReactNode;
  ready?: boolean;
  busy: boolean;
  error: Error | null;
  onReason: (reason: OpenReason) => void;
}

/** A button that asks why before something that is kept with its reason. */
export const AskReason = ({ title, confirm, kept, children, ready = true, ...rest }: AskReasonProps) => {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState<OpenReason | null>(null);
  return (
    <>
      <Button onClick={() => setAsking(true)}>{title}</Button>
      <Dialog open={asking} title={title} onClose={() => setAsking(false)}>
        <form
          className="qz-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (reason) rest.onReason(reason);
          }}
        >
          <p className="qz-detail">{kept}</p>
          {children}
          <ReasonChoice value={reason} onValue={setReason} />
          {rest.error && <Failed error={rest.error} />}
          <div className="qz-actions">
            <Button onClick={() => setAsking(false)}>{t('ui.cancel')}</Button>
            <Button type="submit" kind="main" busy={rest.busy} disabled={!reason || !ready}>
              {confirm}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
};
