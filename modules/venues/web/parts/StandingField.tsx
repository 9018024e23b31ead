import type { ControlProps } from '#platform/ui/Field.tsx';
import { useText } from '#platform/ui/text.ts';
import { type Standing, standings } from '../../domain/roll.ts';

export interface StandingFieldProps {
  readonly value: Standing;
  readonly onValue: (value: Standing) => void;
  /** Of the field around it; without one it names itself. */
  readonly control?: ControlProps;
}

/** As whom somebody is there: cadre, owners' committee, property manager, volunteer. */
export const StandingField = ({ value, onValue, control }: StandingFieldProps) => {
  const t = useText();
  return (
    <select
      {...(control ?? { 'aria-label': t('venues.standing') })}
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
