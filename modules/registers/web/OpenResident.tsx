import { useState } from 'react';
import { Button, Choice, Dialog, Failed, useAction } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { type OpenedResident, type OpenReason, openReasons, openResident } from '../contract.ts';

interface AskProps {
  id: string;
  onOpened: (opened: OpenedResident) => void;
  onClose: () => void;
}

const Ask = ({ id, onOpened, onClose }: AskProps) => {
  const t = useText();
  const [reason, setReason] = useState<OpenReason | null>(null);
  const open = useAction(openResident, { refresh: [], onDone: onOpened });
  return (
    <form
      className="qz-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason) open.mutate({ params: { id }, body: { reason } });
      }}
    >
      <p className="qz-detail">{t('registers.open-kept')}</p>
      <Choice
        label={t('registers.open-why')}
        value={reason}
        onValue={(value) => setReason(openReasons.find((one) => one === value) ?? null)}
        options={openReasons.map((one) => ({ value: one, label: t(`registers.reason-${one}`) }))}
      />
      {open.isError && <Failed error={open.error} />}
      <div className="qz-actions">
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button type="submit" kind="main" busy={open.isPending} disabled={!reason}>
          {t('ui.open')}
        </Button>
      </div>
    </form>
  );
};

/** Shows a resident in full for a reason that is kept. */
export const OpenResident = ({ id, onOpened }: Pick<AskProps, 'id' | 'onOpened'>) => {
  const t = useText();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('registers.open')}</Button>
      <Dialog open={asking} title={t('registers.open')} onClose={() => setAsking(false)}>
        <Ask id={id} onOpened={onOpened} onClose={() => setAsking(false)} />
      </Dialog>
    </>
  );
};
