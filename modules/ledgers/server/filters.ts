import { type RawBuilder, sql } from 'kysely';
import { Refusal } from '#platform/contract/problem.ts';
import type { Column } from '../domain/definition.ts';
import type { Expression } from '../domain/expression.ts';
import type { Filter } from '../domain/filter.ts';
import { codedBy, type Dictionary } from '../domain/format.ts';
import { typeOf, type ValueType } from '../domain/typing.ts';
import { problems } from '../problems.ts';
import { compile } from './compile.ts';
import type { Sql, View } from './views.ts';

/** Codes whose words have what was typed: 上门 finds `home`. */
const codesWith = (column: Column, typed: string, dictionary: Dictionary): readonly string[] =>
  (codedBy(column, dictionary)?.choices ?? []).filter(({ zh }) => zh.includes(typed)).map(({ code }) => code);

const has = (value: Sql, type: ValueType, typed: string, codes: readonly string[]): Sql => {
  if (type === 'list') return sql`jsonb_exists_any(${value}, ${[...codes]}::text[])`;
  const text = sql`(${value})::text`;
  const words = sql`position(lower(${typed}::text) in lower(${text})) > 0`;
  return codes.length > 0 ? sql`(${text} = any(${[...codes]}::text[]) or ${words})` : words;
};

const compared = (value: Sql, type: ValueType, { is, value: wanted }: Filter): Sql => {
  const operator = is === '≥' ? sql`>=` : is === '≤' ? sql`<=` : sql`=`;
  const fits = type === 'number' ? Number.isFinite(Number(wanted)) : type === 'text' || type === 'day';
  if (!fits) throw new Refusal(problems.noColumn);
  return type === 'number'
    ? sql`${value} ${operator} ${Number(wanted)}::float8`
    : sql`${value} ${operator} ${String(wanted)}::text`;
};

const isFilled = (value: Sql, type: ValueType): Sql => {
  if (type === 'list') return sql`coalesce(jsonb_array_length(${value}), 0) > 0`;
  return type === 'text' || type === 'day' ? sql`coalesce(${value}, '') <> ''` : sql`${value} is not null`;
};

const held = (column: Column, expression: Expression, filter: Filter, view: View, words: Dictionary): Sql => {
  const type = typeOf(expression, view.words);
  if (type === 'sealed') throw new Refusal(problems.noColumn);
  const value = compile(expression, view.words, view.places);
  if (filter.is === 'empty') return sql`not (${isFilled(value, type)})`;
  if (filter.is === 'filled') return isFilled(value, type);
  if (filter.value === null) throw new Refusal(problems.noColumn);
  if (filter.is !== 'has') return compared(value, type, filter);
  const typed = String(filter.value);
  return has(value, type, typed, codesWith(column, typed, words));
};

/**
 * The same view with fewer rows. What is typed always goes as a parameter.
 * @throws {Refusal} noColumn for one that is not there, is sealed, or cannot be compared so
 */
export const narrowedBy = (
  view: View,
  columns: readonly Column[],
  filters: readonly Filter[],
  words: Dictionary,
): View => {
  const conditions = filters.map((filter): RawBuilder<unknown> => {
    const column = columns.find(({ key }) => key === filter.column);
    if (!column || !('expression' in column.shows)) throw new Refusal(problems.noColumn);
    // Unknown is not held: among conditions that must all hold it needs no saying, and an index may be used.
    return held(column, column.shows.expression, filter, view, words);
  });
  if (conditions.length === 0) return view;
  return { ...view, where: sql<boolean>`(${sql.join([view.where, ...conditions], sql` and `)})` };
};
