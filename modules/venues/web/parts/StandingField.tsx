import { useText } from '#platform/ui/text.ts';
import { type Standing, standings } from '../../domain/roll.ts';

export interface StandingFieldProps {
  readonly value: Standing;
  readonly onValue: (value: Standing) => void;
}

/** As whom somebody is there: cadre, owners' committee, property manager, volunteer. */
export const StandingField = ({ value, onValue }: StandingFieldProps) => {
  const t = useText();
  return (
    <select
      aria-label={t('venues.standing')}
      value={value}
      onChange={(event) => onValue(event.target.value as Standing)}
    >
      {standings.map((standing) => (
        <option key={standing} value={standing}>
          {t(`venues.standing-${standing}`)}
        </option>
      ))}
    </select>
  );
};
