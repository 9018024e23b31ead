/**
 * Something given from outside that cannot be used, by the field that is wrong: `ledgers[0].fields[2].type`,
 * `draft[0].systolic`. The message says what is wanted and never repeats what was given.
 */
export class DictationRefusal extends Error {
  override name = 'DictationRefusal';
  readonly field: string;
  readonly zh: string;
  readonly en: string;
  constructor(field: string, zh: string, en: string) {
    super(`${field}: ${zh} · ${en}`);
    this.field = field;
    this.zh = zh;
    this.en = en;
  }
}

export const refuse = (field: string, zh: string, en: string): never => {
  throw new DictationRefusal(field, zh, en);
};

const kindOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
};

/** Refuses a value by what should stand there instead. */
export const wanted = (field: string, value: unknown, zh: string, en: string): never =>
  value === undefined
    ? refuse(field, `缺少；要${zh}`, `missing; give ${en}`)
    : refuse(field, `要${zh}`, `must be ${en}, is ${kindOf(value)}`);

export type Given = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const objectAt = (field: string, value: unknown): Given =>
  isObject(value) ? value : wanted(field, value, '一个对象', 'an object');

export const listAt = (field: string, value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : wanted(field, value, '一个列表', 'a list');

export const textAt = (field: string, value: unknown): string =>
  typeof value === 'string' && value !== ''
    ? value
    : wanted(field, value, '非空的文字', 'text that is not empty');

export const numberAt = (field: string, value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : wanted(field, value, '一个数', 'a number');

/** A list of texts, or nothing. */
export const textsAt = (field: string, value: unknown): void => {
  if (value === undefined) return;
  listAt(field, value).forEach((one, at) => {
    if (typeof one !== 'string') wanted(`${field}[${at}]`, one, '文字', 'text');
  });
};
