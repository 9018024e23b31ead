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

const unit = (element: Element): string => (element.unit ? ` ${element.unit}` : '');

const numberFault = (element: Element, value: RecordValue): string | null => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return `${element.zh}应为数字`;
  if (element.type === 'int' && !Number.isInteger(value)) return `${element.zh}应为整数`;
  const { min, max } = element;
  if ((min !== null && value < min) || (max !== null && value > max))
    return `${element.zh}应在 ${min ?? '…'} 到 ${max ?? '…'}${unit(element)} 之间`;
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

const textFault = (element: Element, value: RecordValue): string | null => {
  if (typeof value !== 'string' || value.trim() === '') return `${element.zh}应为文字`;
  if (element.type === 'date') return safely(() => isDay(value)) ? null : `${element.zh}不是一个日期`;
  if (element.type === 'time')
    return /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? null : `${element.zh}应如 09:30`;
  const most = element.type === 'longtext' ? 1000 : 200;
  return [...value].length > most ? `${element.zh}最多 ${most} 字` : null;
};

const isChoice = (element: Element, code: unknown): boolean =>
  element.choices.length === 0
    ? typeof code === 'string' && code !== ''
    : element.choices.some((one) => one.code === code);

const fault = (element: Element, value: RecordValue): string | null => {
  switch (element.type) {
    case 'int':
    case 'decimal':
    case 'money':
      return numberFault(element, value);
    case 'bool':
      return typeof value === 'boolean' ? null : `${element.zh}应为是或否`;
    case 'code':
      return isChoice(element, value) ? null : `${element.zh}请从选项里选`;
    case 'multi': {
      const some = Array.isArray(value) ? value : [];
      const fine =
        Array.isArray(value) &&
        new Set(some).size === some.length &&
        some.every((one) => isChoice(element, one));
      return fine ? null : `${element.zh}请从选项里选`;
    }
    case 'id_no':
    case 'phone':
    case 'image':
    case 'signature':
      return `${element.zh}不在这里填写`;
    default:
      return textFault(element, value);
  }
};

const isUnusual = ({ low, high }: Element, value: RecordValue): boolean =>
  typeof value === 'number' && ((low !== null && value < low) || (high !== null && value > high));

const pressures = ['bp.sys', 'bp.dia'];

/** A systolic pressure not above the diastolic one is nearly always two boxes filled the wrong way round. */
const pressureFault = (values: RecordValues): ValueRemark[] => {
  const { 'bp.sys': high, 'bp.dia': low } = values;
  const swapped = typeof high === 'number' && typeof low === 'number' && high <= low;
  return swapped ? [{ element: 'bp.sys', message: '高压应大于低压，是否填反了' }] : [];
};

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
): ValueVerdict => {
  const wrong: ValueRemark[] = must
    .filter((code) => values[code] === undefined)
    .map((element) => ({ element, message: `请填写${elements.get(element)?.zh ?? element}` }));
  const unusual: ValueRemark[] = [];
  for (const [code, value] of Object.entries(values)) {
    const element = elements.get(code);
    const why = element ? fault(element, value) : '这项工作没有这一格';
    if (why) wrong.push({ element: code, message: why });
    else if (element && isUnusual(element, value))
      unusual.push({ element: code, message: `${element.zh}少见，请核对` });
  }
  const swapped = pressureFault(values);
  // Numbers in each other's boxes are unusual there by that alone: it is said once.
  const odd = swapped.length > 0 ? unusual.filter(({ element }) => !pressures.includes(element)) : unusual;
  return { wrong: [...wrong, ...swapped], unusual: odd };
};
