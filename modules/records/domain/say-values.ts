import type { Element, RecordValue, RecordValues } from '../contract.ts';

/** What a person reads for a value: the words of codes, a number with its unit. */
export const sayValue = (element: Element, value: RecordValue, language: 'zh' | 'en' = 'zh'): string => {
  const word = (code: string) => element.choices.find((one) => one.code === code)?.[language] ?? code;
  if (Array.isArray(value)) return value.map(word).join(language === 'zh' ? '、' : ', ');
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : value ? 'Yes' : 'No';
  if (typeof value === 'number') return element.unit ? `${value} ${element.unit}` : String(value);
  return word(value);
};

/** A record in a line of a list: the blood pressure, else its first words. */
export const summaryOf = (values: RecordValues, elements: readonly Element[]): string => {
  const { 'bp.sys': high, 'bp.dia': low } = values;
  if (typeof high === 'number' && typeof low === 'number') return `${high}/${low} mmHg`;
  const first = elements.find(({ code }) => values[code] !== undefined);
  const value = first && values[first.code];
  return first && value !== undefined
    ? [...`${first.zh} ${sayValue(first, value)}`].slice(0, 40).join('')
    : '';
};
