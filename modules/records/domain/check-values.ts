import type { Element, RecordValue, RecordValues } from '../contract.ts';

/** What is wrong with one value, by element. */
export interface ValueRemark {
  readonly element: string;
  readonly message: string;
}

export interface ValueVerdict {
  /** Cannot be: refused. */
  readonly wrong: readonly ValueRemark[];
  /** Could be, but seldom is: asked about, kept with a reason. */
  readonly unusual: readonly ValueRemark[];
}

type Language = 'zh' | 'en';
/** What is said of an element, in the language of who reads it. */
type Say = (zh: string, en: string) => string;

const sayOf =
  (element: Element, language: Language): Say =>
  (zh, en) =>
    language === 'en' ? `${element.en} ${en}` : `${element.zh}${zh}`;

const unit = (element: Element): string => (element.unit ? ` ${element.unit}` : '');

const numberFault = (element: Element, value: RecordValue, say: Say): string | null => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return say('应为数字', 'should be a number');
  if (element.type === 'int' && !Number.isInteger(value)) return say('应为整数', 'should be a whole number');
  const { min, max } = element;
  const [least, most] = [min ?? '…', `${max ?? '…'}${unit(element)}`];
  if ((min !== null && value < min) || (max !== null && value > max))
    return say(`应在 ${least} 到 ${most} 之间`, `should be between ${least} and ${most}`);
  return null;
};

const isDay = (text: string): boolean =>
  /^(19|20)\d{2}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

const safely = (test: () => boolean): boolean => {
  try {
    return test();
  } catch {
    return false;
  }
};

const textFault = (element: Element, value: RecordValue, say: Say): string | null => {
  if (typeof value !== 'string' || value.trim() === '') return say('应为文字', 'should be text');
  if (element.type === 'date')
    return safely(() => isDay(value)) ? null : say('不是一个日期', 'is not a day of the calendar');
  if (element.type === 'time')
    return /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? null : say('应如 09:30', 'should be like 09:30');
  const most = element.type === 'longtext' ? 1000 : 200;
  return [...value].length > most ? say(`最多 ${most} 字`, `may have ${most} characters at most`) : null;
};

const isChoice = (element: Element, code: unknown): boolean =>
  element.choices.length === 0
    ? typeof code === 'string' && code !== ''
    : element.choices.some((one) => one.code === code);

const fault = (element: Element, value: RecordValue, say: Say): string | null => {
  const choose = say('请从选项里选', 'should be one of the choices');
  switch (element.type) {
    case 'int':
    case 'decimal':
    case 'money':
      return numberFault(element, value, say);
    case 'bool':
      return typeof value === 'boolean' ? null : say('应为是或否', 'should be yes or no');
    case 'code':
      return isChoice(element, value) ? null : choose;
    case 'multi': {
      const some = Array.isArray(value) ? value : [];
      const fine =
        Array.isArray(value) &&
        new Set(some).size === some.length &&
        some.every((one) => isChoice(element, one));
      return fine ? null : choose;
    }
    case 'id_no':
    case 'phone':
    case 'image':
    case 'signature':
      return say('不在这里填写', 'is not filled in here');
    default:
      return textFault(element, value, say);
  }
};

const isUnusual = ({ low, high }: Element, value: RecordValue): boolean =>
  typeof value === 'number' && ((low !== null && value < low) || (high !== null && value > high));

const pressures = ['bp.sys', 'bp.dia'];

/** A systolic pressure not above the diastolic one is nearly always two boxes filled the wrong way round. */
const pressureFault = (values: RecordValues, language: Language): ValueRemark[] => {
  const { 'bp.sys': high, 'bp.dia': low } = values;
  const swapped = typeof high === 'number' && typeof low === 'number' && high <= low;
  const message =
    language === 'en'
      ? 'The higher value should be above the lower one. Are they swapped?'
      : '高压应大于低压，是否填反了';
  return swapped ? [{ element: 'bp.sys', message }] : [];
};

const missing = (code: string, element: Element | undefined, language: Language): ValueRemark => ({
  element: code,
  message: language === 'en' ? `Please enter: ${element?.en ?? code}` : `请填写${element?.zh ?? code}`,
});

/**
 * Checks the values of one act of work against the dictionary: type, choices and range. Messages name the
 * element and the range, never the value.
 *
 * @param elements what the activity may hold, by code
 * @param must codes that may not be missing
 */
export const checkValues = (
  values: RecordValues,
  elements: ReadonlyMap<string, Element>,
  must: readonly string[],
  language: Language = 'zh',
): ValueVerdict => {
  const wrong: ValueRemark[] = must
    .filter((code) => values[code] === undefined)
    .map((code) => missing(code, elements.get(code), language));
  const unusual: ValueRemark[] = [];
  for (const [code, value] of Object.entries(values)) {
    const element = elements.get(code);
    const notHere = language === 'en' ? 'This work has no such field' : '这项工作没有这一格';
    const say = element && sayOf(element, language);
    const why = element && say ? fault(element, value, say) : notHere;
    if (why) wrong.push({ element: code, message: why });
    else if (element && say && isUnusual(element, value))
      unusual.push({ element: code, message: say('少见，请核对', 'is unusual, please check') });
  }
  const swapped = pressureFault(values, language);
  // Numbers in each other's boxes are unusual there by that alone: it is said once.
  const odd = swapped.length > 0 ? unusual.filter(({ element }) => !pressures.includes(element)) : unusual;
  return { wrong: [...wrong, ...swapped], unusual: odd };
};
