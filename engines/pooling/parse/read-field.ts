/** A problem that is refused, by the field that is wrong. The message names no cadre: ids only as positions. */
export class PoolingRefusal extends Error {
  override name = 'PoolingRefusal';
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
  throw new PoolingRefusal(field, zh, en);
};

export type Fields = Readonly<Record<string, unknown>>;

const kindOf = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number') return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
};

const wanted = (field: string, value: unknown, zh: string, en: string): never =>
  value === undefined
    ? refuse(field, `缺少；要${zh}`, `missing; give ${en}`)
    : refuse(field, `要${zh}`, `must be ${en}, is ${kindOf(value)}`);

export const objectAt = (field: string, value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : wanted(field, value, '一个对象', 'an object');

export const listAt = (field: string, value: unknown, most: number): readonly unknown[] => {
  if (!Array.isArray(value)) return wanted(field, value, '一个列表', 'a list');
  if (value.length > most)
    refuse(field, `最多 ${most} 项，请分批`, `at most ${most} entries; split the problem`);
  return Array.from(value);
};

export const integerAt = (field: string, value: unknown, least: number, most: number): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
    ? value
    : wanted(field, value, ` ${least} 到 ${most} 的整数`, `a whole number from ${least} to ${most}`);

export const textAt = (field: string, value: unknown, most = 100): string =>
  typeof value === 'string' && value.length > 0 && value.length <= most
    ? value
    : wanted(field, value, ` 1 到 ${most} 个字符的文字`, `text of 1 to ${most} characters`);

export const flagAt = (field: string, value: unknown): boolean =>
  typeof value === 'boolean' ? value : wanted(field, value, ' true 或 false', 'true or false');

export const choiceAt = <T extends string>(field: string, value: unknown, choices: readonly T[]): T =>
  choices.find((choice) => choice === value) ??
  wanted(field, value, `其中之一：${choices.join('、')}`, `one of ${choices.join(', ')}`);

export const timeAt = (field: string, value: unknown): string =>
  typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
    ? value
    : wanted(field, value, '时间，如 09:30', 'a time such as 09:30');

/** Ids of a list that exist and come once. */
export const referencesAt = (
  field: string,
  value: unknown,
  known: ReadonlySet<string> | ReadonlyMap<string, unknown>,
  most: number,
): string[] => {
  const seen = new Set<string>();
  listAt(field, value, most).forEach((one, index) => {
    const id = referenceAt(`${field}[${index}]`, one, known);
    if (seen.has(id)) refuse(`${field}[${index}]`, '重复；请删去一个', 'is there twice; take one out');
    seen.add(id);
  });
  return [...seen];
};

export const referenceAt = (
  field: string,
  value: unknown,
  known: ReadonlySet<string> | ReadonlyMap<string, unknown>,
): string => {
  const id = textAt(field, value);
  return known.has(id) ? id : refuse(field, '没有这个编号', 'no such id in this problem');
};
