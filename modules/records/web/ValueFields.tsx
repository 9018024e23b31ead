import { Choice, Notice } from '#platform/ui/index.ts';
import { useLanguage, useText } from '#platform/ui/text.ts';
import type { Element } from '../contract.ts';
import type { AskedElement } from './asked.ts';
import { PressureFields } from './PressureFields.tsx';
import type { Filling } from './use-values.ts';
import { ValueField } from './ValueField.tsx';

/** The words above the two large fields; what is said about them says the same. */
const pressureWords: Readonly<Record<string, string>> = { 'bp.sys': 'records.high', 'bp.dia': 'records.low' };
const isPressure = (code: string): boolean => code in pressureWords;

/** A value that is seldom true: true all the same? */
const Unusual = ({ element, filling }: { element: Element; filling: Filling }) => {
  const t = useText();
  const language = useLanguage();
  const words = pressureWords[element.code];
  const name = words ? t(words) : language === 'en' ? element.en : element.zh;
  const options = ['measured-again', 'always-so', 'device'].map((one) => {
    const reason = t(`records.reason-${one}`);
    return { value: reason, label: reason };
  });
  return (
    <Notice>
      <Choice
        label={t('records.unusual', { name, value: String(filling.values[element.code] ?? '') })}
        options={options}
        value={filling.reasons[element.code] ?? null}
        onValue={(reason) => filling.confirm(element.code, reason)}
      />
    </Notice>
  );
};

/** The form of an act of work: pressure large, choices to press, the rest folded away. */
export const ValueFields = ({
  fields,
  filling,
  focus = false,
}: {
  fields: readonly AskedElement[];
  filling: Filling;
  focus?: boolean;
}) => {
  const t = useText();
  const one = ({ element }: AskedElement) => (
    <ValueField
      key={element.code}
      element={element}
      value={filling.values[element.code]}
      error={filling.errors[element.code]}
      onValue={(value) => filling.set(element.code, value)}
    />
  );
  const plain = fields.filter(({ element }) => !isPressure(element.code));
  const inSight = plain.filter(({ need, element }) => need !== 'more' || filling.errors[element.code]);
  const folded = plain.filter((field) => !inSight.includes(field));
  return (
    <>
      {fields.some(({ element }) => isPressure(element.code)) && (
        <PressureFields values={filling.values} errors={filling.errors} focus={focus} onValue={filling.set} />
      )}
      {fields
        .filter(({ element }) => filling.unusual.includes(element.code))
        .map(({ element }) => (
          <Unusual key={element.code} element={element} filling={filling} />
        ))}
      {inSight.map(one)}
      {folded.length > 0 && (
        <details className="rec-more">
          <summary>{t('records.more', { n: folded.length })}</summary>
          {folded.map(one)}
        </details>
      )}
    </>
  );
};
