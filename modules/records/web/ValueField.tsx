import { Choice, Choices, NumberField, TextArea, TextField } from '#platform/ui/index.ts';
import { useLanguage, useText } from '#platform/ui/text.ts';
import type { Element, RecordValue } from '../contract.ts';

export interface ValueFieldProps {
  element: Element;
  /** Undefined: not filled in. */
  value: RecordValue | undefined;
  onValue: (value: RecordValue | undefined) => void;
  error?: string | undefined;
}

const useWords = ({ zh, en, unit }: Element) => {
  const language = useLanguage();
  return { label: language === 'en' ? en : zh, unit };
};

const CodeField = ({ element, value, onValue, error }: ValueFieldProps) => {
  const language = useLanguage();
  const { label } = useWords(element);
  const options = element.choices.map((one) => ({ value: one.code, label: one[language] }));
  return (
    <div className="rec-chips">
      {element.type === 'multi' ? (
        <Choices
          label={label}
          error={error}
          options={options}
          values={Array.isArray(value) ? value : []}
          onValues={(next) => onValue(next.length > 0 ? next : undefined)}
        />
      ) : (
        <Choice
          label={label}
          error={error}
          options={options}
          value={typeof value === 'string' ? value : null}
          onValue={onValue}
        />
      )}
    </div>
  );
};

const YesNo = ({ element, value, onValue, error }: ValueFieldProps) => {
  const t = useText();
  const { label } = useWords(element);
  return (
    <Choice
      label={label}
      error={error}
      options={[
        { value: 'true', label: t('records.yes') },
        { value: 'false', label: t('records.no') },
      ]}
      value={typeof value === 'boolean' ? String(value) : null}
      onValue={(next) => onValue(next === 'true')}
    />
  );
};

const Text = ({ element, value, onValue, error }: ValueFieldProps) => {
  const { label } = useWords(element);
  const given = {
    label,
    error,
    value: typeof value === 'string' ? value : '',
    onValue: (text: string) => onValue(text === '' ? undefined : text),
  };
  if (element.type === 'longtext') return <TextArea {...given} rows={2} maxLength={1000} />;
  const type = element.type === 'date' || element.type === 'time' ? element.type : 'text';
  return <TextField {...given} type={type} maxLength={200} />;
};

/** The control a data element asks for. */
export const ValueField = (props: ValueFieldProps) => {
  const { label, unit } = useWords(props.element);
  // A list of choices the office has not filled yet is written as text.
  if (props.element.type === 'code' && props.element.choices.length === 0) return <Text {...props} />;
  switch (props.element.type) {
    case 'code':
    case 'multi':
      return <CodeField {...props} />;
    case 'bool':
      return <YesNo {...props} />;
    case 'int':
    case 'decimal':
    case 'money':
      return (
        <NumberField
          label={label}
          unit={unit}
          error={props.error}
          inputMode={props.element.type === 'int' ? 'numeric' : 'decimal'}
          value={typeof props.value === 'number' ? props.value : null}
          onValue={(value) => props.onValue(value ?? undefined)}
        />
      );
    default:
      return <Text {...props} />;
  }
};
