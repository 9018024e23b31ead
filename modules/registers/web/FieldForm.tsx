import { Choices, SelectField, TextField } from '#platform/ui/index.ts';
import { useLanguage, useText } from '#platform/ui/text.ts';
import type { RegisterField } from '../domain/fields.ts';

type Typed = Readonly<Record<string, string>>;

interface FieldProps {
  field: RegisterField;
  value: string;
  error: string | undefined;
  required: boolean;
  onValue: (value: string) => void;
}

const inputMode = { phone: 'tel', number: 'decimal' } as const;

/** One field of a register; a choice is sent as its Chinese word, as a spreadsheet would have it. */
const One = ({ field, value, error, required, onValue }: FieldProps) => {
  const t = useText();
  const language = useLanguage();
  const label = field[language];
  if (field.choices && field.kind === 'multi')
    return (
      <Choices
        {...{ label, error }}
        values={value.split('、').filter(Boolean)}
        onValues={(values) => onValue(values.join('、'))}
        options={field.choices.map((one) => ({ value: one.zh, label: one[language] }))}
      />
    );
  if (field.choices)
    return (
      <SelectField
        {...{ label, value, error, onValue }}
        placeholder={t('registers.not-chosen')}
        options={field.choices.map((one) => ({ value: one.zh, label: one[language] }))}
      />
    );
  return (
    <TextField
      {...{ label, value, error, onValue, required }}
      inputMode={field.kind === 'phone' || field.kind === 'number' ? inputMode[field.kind] : 'text'}
      maxLength={200}
      autoComplete="off"
    />
  );
};

export interface FieldFormProps {
  fields: readonly RegisterField[];
  required: readonly string[];
  typed: Typed;
  onTyped: (typed: Typed) => void;
  /** Of a refusal, by the field's code. */
  errors?: readonly { readonly path: string; readonly message: string }[];
}

/** The fields of a register to fill in, each with what is wrong with it. */
export const FieldForm = ({ fields, required, typed, onTyped, errors = [] }: FieldFormProps) =>
  fields.map((field) => (
    <One
      key={field.code}
      field={field}
      value={typed[field.code] ?? ''}
      error={errors.find(({ path }) => path === field.code)?.message}
      required={required.includes(field.code)}
      onValue={(value) => onTyped({ ...typed, [field.code]: value })}
    />
  ));

/** Only what was changed. */
export const changedOf = (before: Typed, after: Typed): Record<string, string> =>
  Object.fromEntries(
    Object.entries(after).filter(([code, value]) => value.trim() !== (before[code] ?? '').trim()),
  );
