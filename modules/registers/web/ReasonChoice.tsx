import { Choice } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { type OpenReason, openReasons } from '../contract.ts';

interface ReasonProps {
  value: OpenReason | null;
  onValue: (reason: OpenReason | null) => void;
}

/** Why somebody is shown in full: a closed list, so that no name ends up in the audit. */
export const ReasonChoice = ({ value, onValue }: ReasonProps) => {
  const t = useText();
  return (
    <Choice
      label={t('registers.open-why')}
      value={value}
      onValue={(next) => onValue(openReasons.find((one) => one === next) ?? null)}
      options={openReasons.map((one) => ({ value: one, label: t(`registers.reason-${one}`) }))}
    />
  );
};
