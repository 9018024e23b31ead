import { z } from 'zod';
import { Expression, elementsIn, knownIn } from './expression.ts';
import { frequencies, grains, levels, periods } from './names.ts';
import { type ElementType, TypeProblem, typeOf, type Vocabulary, vocabularyOf } from './typing.ts';

/** How a day is written on paper. */
export const dayFormats = ['MM.DD', 'YYYY.MM.DD', 'YYYY年M月D日'] as const;

const key = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/)
  .max(30);
const label = z.string().trim().min(1).max(30);
const codes = z
  .string()
  .regex(/^[a-z][a-z0-9_.]*$/)
  .max(60);

/** What stands in a column: a running number, a place to sign, or something known. */
const Shows = z.union([
  z.strictObject({ serial: z.literal(true) }),
  z.strictObject({ blank: z.literal(true) }),
  z.strictObject({ dimension: z.enum(['committee', 'month']) }),
  z.strictObject({ count: z.enum(['records', 'residents']), where: Expression.nullable() }),
  z.strictObject({ percent: key, of: key }),
  z.strictObject({ expression: Expression }),
]);
export type Shows = z.output<typeof Shows>;

export const Column = z.strictObject({
  key,
  /** Header cells above the column from the top: 探访情况, 血压(mmHg), 收缩压. */
  path: z.array(label).min(1).max(4).readonly(),
  shows: Shows,
  width: z.union([
    z.strictObject({ mm: z.number().min(4).max(200) }),
    z.strictObject({ share: z.number().min(0.1).max(20) }),
  ]),
  align: z.enum(['left', 'center', 'right']).optional(),
  /** Stands in the short list on screen; the rest is on the paper beside it and in the opened row. */
  brief: z.literal(true).optional(),
  day: z.enum(dayFormats).optional(),
  decimals: z.int().min(0).max(4).optional(),
  /** Says something beside the value on screen (偏高) when it holds; paper stays as the form is. */
  flag: z.strictObject({ when: Expression, say: z.string().max(10) }).optional(),
});
export type Column = z.output<typeof Column>;

const line = z.array(z.string().max(80)).max(6).readonly();

/** The fixed form. Texts may name {committee}, {department}, {period}, {today} and {keeper}. */
export const Layout = z.strictObject({
  title: z.string().min(1).max(60),
  paper: z.enum(['A4', 'A3']),
  orientation: z.enum(['portrait', 'landscape']),
  rowsPerPage: z.int().min(1).max(100),
  meta: z.strictObject({ left: line, right: line }),
  footer: line,
});
export type Layout = z.output<typeof Layout>;

/**
 * How rows follow each other, on screen and on paper alike: by these columns, then by day (of people:
 * by door).
 */
export const RowsOrder = z.strictObject({
  columns: z
    .array(z.strictObject({ column: key, descending: z.boolean() }))
    .max(3)
    .readonly(),
  newestFirst: z.boolean(),
});
export type RowsOrder = z.output<typeof RowsOrder>;

/** What a version of a ledger declares. It never holds a value of anybody. */
export const LedgerDefinition = z.strictObject({
  grain: z.enum(grains),
  activities: z.array(codes).min(1).max(40).readonly(),
  condition: Expression.nullable(),
  columns: z.array(Column).min(1).max(60).readonly(),
  /** Summaries only: the columns of the rows behind a number. */
  detail: z.array(Column).max(30).readonly().default([]),
  period: z.enum(periods).default('month'),
  order: RowsOrder.default({ columns: [], newestFirst: true }),
  layout: Layout,
});
export type LedgerDefinition = z.output<typeof LedgerDefinition>;

/** A ledger as data: who keeps it, on what ground, and its first version. */
export const LedgerDraft = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .max(60),
  name: z.string().min(1).max(60),
  /** Codes of departments: the first that the office has keeps it. */
  departments: z.array(z.string().min(1).max(40)).min(1).max(5).readonly(),
  level: z.enum(levels),
  legalBasis: z.string().max(200),
  frequency: z.enum(frequencies),
  definition: LedgerDefinition,
});
export type LedgerDraft = z.input<typeof LedgerDraft>;
/** With what the draft left to its defaults. */
export type WholeDraft = z.output<typeof LedgerDraft>;

const expressionsOf = ({ shows, flag }: Column): readonly Expression[] => [
  ...('expression' in shows ? [shows.expression] : []),
  ...('count' in shows && shows.where ? [shows.where] : []),
  ...(flag ? [flag.when] : []),
];

const everyExpression = ({ columns, detail, condition }: LedgerDefinition): readonly Expression[] => [
  ...[...columns, ...detail].flatMap(expressionsOf),
  ...(condition ? [condition] : []),
];

/** Codes of every element a ledger reads, each once, in the order of its columns. */
export const elementsOf = (definition: LedgerDefinition): readonly string[] => [
  ...new Set(everyExpression(definition).flatMap(elementsIn)),
];

/** Codes of the elements a ledger shows or judges by as known of the person, whichever act said them. */
export const knownElementsOf = (definition: LedgerDefinition): readonly string[] => [
  ...new Set(everyExpression(definition).flatMap(knownIn)),
];

const checkColumn = (
  column: Column,
  allowed: readonly string[],
  keys: readonly string[],
  words: Vocabulary,
): void => {
  const { shows, flag } = column;
  const kind = Object.keys(shows)[0] ?? '';
  if (!allowed.includes(kind)) throw new TypeProblem(`${column.path.join('/')}：这类台账没有 ${kind} 列`);
  if ('expression' in shows) typeOf(shows.expression, words);
  if ('count' in shows && shows.where) mustHold(shows.where, words);
  if ('percent' in shows && !(keys.includes(shows.percent) && keys.includes(shows.of)))
    throw new TypeProblem(`${column.path.join('/')}：占比所用的列不存在`);
  if (flag) mustHold(flag.when, words);
};

const mustHold = (condition: Expression, words: Vocabulary): void => {
  if (typeOf(condition, words) !== 'truth') throw new TypeProblem('条件应为“成立”或“不成立”');
};

/** A column whose values the database can read: what is sealed it cannot. */
export const isReadable = ({ shows }: Column, words: Vocabulary): boolean =>
  'expression' in shows && typeOf(shows.expression, words) !== 'sealed';

/** A column that rows can be sorted by: a list has no order. */
export const isSortable = (column: Column, words: Vocabulary): boolean =>
  isReadable(column, words) &&
  'expression' in column.shows &&
  typeOf(column.shows.expression, words) !== 'list';

const checkOrder = ({ grain, columns, order }: LedgerDefinition, words: Vocabulary): void => {
  for (const { column: key } of order.columns) {
    const column = columns.find((one) => one.key === key);
    if (!column || grain === 'summary' || !isSortable(column, words))
      throw new TypeProblem(`不能按 ${key} 列排序`);
  }
};

const rowColumns = ['serial', 'blank', 'expression'] as const;
const summaryColumns = ['serial', 'blank', 'dimension', 'count', 'percent'] as const;

/**
 * Checks a definition against the office's dictionary and activities.
 * @throws {TypeProblem} with what is wrong, in words for whoever declares it
 */
export const checkDefinition = (
  definition: LedgerDefinition,
  elements: readonly ElementType[],
  activities: readonly string[],
): void => {
  const { grain, columns, detail, condition } = definition;
  for (const code of definition.activities)
    if (!activities.includes(code)) throw new TypeProblem(`没有工作事项 ${code}`);
  for (const list of [columns, detail]) {
    if (new Set(list.map((one) => one.key)).size !== list.length) throw new TypeProblem('列的代号重复');
  }
  const words = vocabularyOf(elements);
  if (condition) mustHold(condition, words);
  const counts = columns.filter(({ shows }) => 'count' in shows).map((one) => one.key);
  for (const one of columns)
    checkColumn(one, grain === 'summary' ? summaryColumns : rowColumns, counts, words);
  for (const one of detail) checkColumn(one, rowColumns, [], words);
  checkOrder(definition, words);
  if (grain === 'summary' && detail.length === 0) throw new TypeProblem('汇总台账须说明点开数字看到哪些列');
};
