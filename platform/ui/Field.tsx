import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import { clockTimes, fitsClock } from './clock.ts';
import { useOfficePiece } from './office-piece.ts';
import { bringPicker, bringSelect } from './office-pieces.ts';

/** What a control needs to belong to its label, hint and error. */
export interface ControlProps {
  id: string;
  className: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

export interface FieldProps {
  label: ReactNode;
  /** Beside the label: a unit, "optional". */
  hint?: ReactNode;
  /** Why what stands there is not accepted: of the route's `errors`, or the page's own. */
  error?: string | undefined;
  children: (control: ControlProps) => ReactNode;
}

/** Label over control, the error under it; any native control can be inside. */
export const Field = ({ label, hint, error, children }: FieldProps) => {
  const id = useId();
  const says = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="qz-field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span id={`${id}-hint`} className="qz-hint">
          {hint}
        </span>
      )}
      {children({
        id,
        className: 'qz-control',
        ...(says ? { 'aria-describedby': says } : {}),
        ...(error ? { 'aria-invalid': true as const } : {}),
      })}
      {error && (
        <span id={`${id}-error`} className="qz-field-error" role="alert">
          {error}
        </span>
      )}
    </div>
  );
};

type Base = Pick<FieldProps, 'label' | 'hint' | 'error'>;
type Input = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'type'>;

export interface TextFieldProps extends Base, Input {
  value: string;
  onValue: (value: string) => void;
  type?: 'text' | 'password' | 'search' | 'tel' | 'email' | 'date' | 'time' | 'month' | 'datetime-local';
}

/** A line of text; also passwords, days (`type="date"`), times and months by the browser's own picker. */
export const TextField = ({ label, hint, error, value, onValue, type = 'text', ...rest }: TextFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(control) => (
      <input
        {...rest}
        {...control}
        type={type}
        value={value}
        onChange={(event) => onValue(event.target.value)}
      />
    )}
  </Field>
);

type PickerFieldProps = Omit<TextFieldProps, 'type' | 'min' | 'max'> & { min?: string; max?: string };

/** The browser's own picker; Ant Design's where there is an office PC's width. */
const PickerField = ({ kind, ...props }: PickerFieldProps & { kind: 'date' | 'month' }) => {
  const Picker = useOfficePiece(bringPicker);
  if (!Picker) return <TextField {...props} type={kind} />;
  const { label, hint, error, value, onValue, min, max, required } = props;
  return (
    <Field label={label} hint={hint} error={error}>
      {({ className: _, ...control }) => (
        <Picker {...control} {...{ kind, value, onValue, min, max, required }} />
      )}
    </Field>
  );
};

/** `2026-11-25`. */
export const DateField = (props: PickerFieldProps) => <PickerField {...props} kind="date" />;
/** `2026-11`. */
export const MonthField = (props: PickerFieldProps) => <PickerField {...props} kind="month" />;
/** `14:00`: on an office PC found by typing `14`, always in 24 hours; elsewhere by the browser's own picker. */
export const TimeField = (props: PickerFieldProps) => {
  const Select = useOfficePiece(bringSelect);
  if (!Select) return <TextField step={300} {...props} type="time" />;
  const { label, hint, error, value, onValue, required } = props;
  const options = clockTimes(value).map((time) => ({ value: time, label: time }));
  return (
    <Field label={label} hint={hint} error={error}>
      {({ className: _, ...control }) => (
        <Select {...control} {...{ onValue, required, options }} value={value || null} fits={fitsClock} />
      )}
    </Field>
  );
};

export interface NumberFieldProps extends Base, Input {
  /** null: nothing typed yet. */
  value: number | null;
  onValue: (value: number | null) => void;
  unit?: ReactNode;
}

/** A number with its unit; the phone shows digits. */
export const NumberField = ({ label, hint, error, value, onValue, unit, ...rest }: NumberFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(control) => (
      <span className="qz-with-unit">
        <input
          inputMode="decimal"
          {...rest}
          {...control}
          type="number"
          value={value ?? ''}
          onChange={(event) => onValue(event.target.value === '' ? null : event.target.valueAsNumber)}
        />
        {unit && <span className="qz-unit">{unit}</span>}
      </span>
    )}
  </Field>
);

export interface Option {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface SelectFieldProps
  extends Base,
    Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value'> {
  value: string;
  onValue: (value: string) => void;
  options: readonly Option[];
  /** What stands there before anything is chosen; chosen again it gives ''. */
  placeholder?: string;
}

/** The browser's own list: the phone's wheel, the PC's menu. */
const LightSelectField = ({
  label,
  hint,
  error,
  value,
  onValue,
  options,
  placeholder,
  ...rest
}: SelectFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(control) => (
      <select {...rest} {...control} value={value} onChange={(event) => onValue(event.target.value)}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Field>
);

/** From so many on, finding one by typing is quicker than looking for it. */
const worthSearching = 12;

/** One of many; a long list is searched by typing on an office PC. */
export const SelectField = (props: SelectFieldProps) => {
  const Select = useOfficePiece(bringSelect, props.options.length >= worthSearching);
  if (!Select) return <LightSelectField {...props} />;
  const { label, hint, error, value, onValue, options, placeholder, disabled } = props;
  const none = placeholder === undefined ? [] : [{ value: '', label: placeholder }];
  return (
    <Field label={label} hint={hint} error={error}>
      {({ className: _, ...control }) => (
        <Select {...control} {...{ value, onValue, disabled }} options={[...none, ...options]} />
      )}
    </Field>
  );
};

export interface TextAreaProps
  extends Base,
    Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'> {
  value: string;
  onValue: (value: string) => void;
}

/** Several lines. */
export const TextArea = ({ label, hint, error, value, onValue, rows = 3, ...rest }: TextAreaProps) => (
  <Field label={label} hint={hint} error={error}>
    {(control) => (
      <textarea
        {...rest}
        {...control}
        rows={rows}
        value={value}
        onChange={(event) => onValue(event.target.value)}
      />
    )}
  </Field>
);
