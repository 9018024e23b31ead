import { type RefObject, useRef } from 'react';
import { Field } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import type { RecordValues } from '../contract.ts';

interface NumberBoxProps {
  label: string;
  value: unknown;
  error: string | undefined;
  box: RefObject<HTMLInputElement | null>;
  focus?: boolean;
  /** The number is whole: nothing more can follow. */
  onWhole: () => void;
  onValue: (value: number | undefined) => void;
}

/** 135 has three digits because it begins with 1 or 2; 85 has two because it does not. */
const isWhole = (text: string): boolean => text.length >= (/^[12]/.test(text) ? 3 : 2);

const NumberBox = ({ label, value, error, box, focus = false, onWhole, onValue }: NumberBoxProps) => (
  <Field label={label} error={error}>
    {(control) => (
      <input
        {...control}
        ref={box}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        // One more than a pressure has: a pasted 1350 is refused, not cut to 135.
        maxLength={4}
        placeholder="—"
        // biome-ignore lint/a11y/noAutofocus: the person was just chosen; the number is what comes next
        autoFocus={focus}
        value={typeof value === 'number' ? String(value) : ''}
        onChange={(event) => {
          // No pressure begins with 0: the last digit of a slip like 1350 must not begin the next number.
          const text = event.target.value.replace(/\D/g, '').replace(/^0+/, '');
          onValue(text === '' ? undefined : Number(text));
          if (isWhole(text)) onWhole();
        }}
      />
    )}
  </Field>
);

export interface PressureFieldsProps {
  values: RecordValues;
  errors: Readonly<Record<string, string>>;
  focus?: boolean;
  onValue: (element: 'bp.sys' | 'bp.dia', value: number | undefined) => void;
}

/** Systolic and diastolic pressure; a whole number goes on to the next by itself. */
export const PressureFields = ({ values, errors, focus = false, onValue }: PressureFieldsProps) => {
  const t = useText();
  const high = useRef<HTMLInputElement>(null);
  const low = useRef<HTMLInputElement>(null);
  return (
    <div className="rec-pressure">
      <NumberBox
        label={t('records.high')}
        value={values['bp.sys']}
        error={errors['bp.sys']}
        box={high}
        focus={focus}
        onWhole={() => low.current?.focus()}
        onValue={(value) => onValue('bp.sys', value)}
      />
      <NumberBox
        label={t('records.low')}
        value={values['bp.dia']}
        error={errors['bp.dia']}
        box={low}
        // The keyboard goes and leaves the rest of the form in sight.
        onWhole={() => low.current?.blur()}
        onValue={(value) => onValue('bp.dia', value)}
      />
    </div>
  );
};
