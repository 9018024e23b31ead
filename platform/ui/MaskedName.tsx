import { useState } from 'react';
import { ConfirmWithReason } from './ConfirmWithReason.tsx';
import { useText } from './text.ts';

export interface MaskedNameProps {
  /** As the server sends it: 王*英. */
  name: string;
  /** Opens it with a reason that is kept; without it the name cannot be opened here. */
  onOpen?: (reason: string) => Promise<string>;
}

/** A resident's name: masked until opened with a reason, for as long as the page is shown. */
export const MaskedName = ({ name, onOpen }: MaskedNameProps) => {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const [error, setError] = useState<Error | null>(null);
  if (opened !== null || !onOpen) return <span className="qz-name">{opened ?? name}</span>;
  const open = async (reason: string) => {
    setBusy(true);
    setError(null);
    try {
      setOpened(await onOpen(reason));
      setAsking(false);
    } catch (refused) {
      setError(refused as Error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <button
        type="button"
        className="qz-name qz-name-closed"
        aria-label={t('ui.open-name', { name })}
        onClick={() => setAsking(true)}
      >
        {name}
      </button>
      <ConfirmWithReason
        open={asking}
        title={t('ui.open-name', { name })}
        confirm={t('ui.open')}
        reasons={[t('ui.reason-visit'), t('ui.reason-check'), t('ui.reason-asked')]}
        busy={busy}
        error={error}
        onConfirm={(reason) => void open(reason)}
        onClose={() => setAsking(false)}
      >
        <p className="qz-detail">{t('ui.open-name-kept')}</p>
      </ConfirmWithReason>
    </>
  );
};
