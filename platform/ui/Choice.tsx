import { type ReactNode, useId } from 'react';
import type { Option } from './Field.tsx';

interface Base {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  options: readonly Option[];
}

export interface ChoiceProps extends Base {
  value: string | null;
  onValue: (value: string) => void;
}

const Group = ({ label, hint, error, children }: Omit<Base, 'options'> & { children: ReactNode }) => {
  const id = useId();
  return (
    <fieldset className="qz-field qz-choice" aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{label}</legend>
      {hint && <span className="qz-hint">{hint}</span>}
      <div className="qz-options">{children}</div>
      {error && (
        <span id={`${id}-error`} className="qz-field-error" role="alert">
          {error}
        </span>
      )}
    </fieldset>
  );
};

/** One of a few, all in sight, each large enough for a thumb. */
export const Choice = ({ value, onValue, options, ...rest }: ChoiceProps) => {
  const name = useId();
  return (
    <Group {...rest}>
      {options.map((option) => (
        <label key={option.value} className="qz-option">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onValue(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </Group>
  );
};

export interface ChoicesProps extends Base {
  values: readonly string[];
  onValues: (values: string[]) => void;
}

/** Several of a few. */
export const Choices = ({ values, onValues, options, ...rest }: ChoicesProps) => (
  <Group {...rest}>
    {options.map((option) => (
      <label key={option.value} className="qz-option">
        <input
          type="checkbox"
          value={option.value}
          checked={values.includes(option.value)}
          disabled={option.disabled}
          onChange={(event) =>
            onValues(
              event.target.checked ? [...values, option.value] : values.filter((one) => one !== option.value),
            )
          }
        />
        <span>{option.label}</span>
      </label>
    ))}
  </Group>
);

export interface CheckFieldProps {
  checked: boolean;
  onChecked: (checked: boolean) => void;
  disabled?: boolean;
  children: ReactNode;
}

/** Yes or no, with its words beside it. */
export const CheckField = ({ checked, onChecked, disabled, children }: CheckFieldProps) => (
  <label className="qz-check">
    <input
      type="checkbox"
      checked={checked}
      disabled={disabled}
      onChange={(event) => onChecked(event.target.checked)}
    />
    <span>{children}</span>
  </label>
);
