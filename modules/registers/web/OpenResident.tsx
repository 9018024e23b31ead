import { useAction } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { type OpenedResident, openResident } from '../contract.ts';
import { AskReason } from './AskReason.tsx';

interface OpenProps {
  id: string;
  onOpened: (opened: OpenedResident) => void;
}

/** Shows a resident in full for a reason that is kept. */
export const OpenResident = ({ id, onOpened }: OpenProps) => {
  const t = useText();
  const open = useAction(openResident, { refresh: [], onDone: onOpened });
  return (
    <AskReason
      title={t('registers.open')}
      confirm={t('ui.open')}
      kept={t('registers.open-kept')}
      busy={open.isPending}
      error={open.error}
      onReason={(reason) => open.mutate({ params: { id }, body: { reason } })}
    />
  );
};
