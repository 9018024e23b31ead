import { Choice, useText } from '#platform/ui/index.ts';
import { type Purpose, purposes } from '../contract.ts';

/** What it is for: kept with what was seen or taken. A closed list, so that no name ends up in it. */
export const PurposeChoice = ({
  value,
  onValue,
}: {
  value: Purpose | null;
  onValue: (purpose: Purpose) => void;
}) => {
  const t = useText();
  const options = purposes.map((one) => ({ value: one, label: t(`ledgers.purpose.${one}`) }));
  return (
    <Choice
      label={t('ledgers.purpose')}
      options={options}
      value={value}
      onValue={(one) => onValue(one as Purpose)}
    />
  );
};
