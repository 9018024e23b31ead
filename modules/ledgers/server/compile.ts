import { type RawBuilder, sql } from 'kysely';
import type { ActField, Comparison, Expression, RegisterField } from '../domain/expression.ts';
import { typeOf, type ValueType, type Vocabulary } from '../domain/typing.ts';

type Sql = RawBuilder<unknown>;

/** Where a row's facts stand in the query: elements as `jsonb`, the rest with its own type (days as text). */
export interface Places {
  readonly element: (code: string) => Sql;
  /** A number that is a column of its own. */
  readonly number?: (code: string) => Sql | undefined;
  readonly known: (code: string) => Sql;
  readonly register: (field: RegisterField) => Sql;
  readonly act: (field: ActField) => Sql;
}

const operators: Readonly<Record<Comparison, Sql>> = {
  '=': sql`=`,
  '≠': sql`<>`,
  '<': sql`<`,
  '≤': sql`<=`,
  '>': sql`>`,
  '≥': sql`>=`,
};

const jsonTypes: Readonly<Record<ValueType, string>> = {
  text: 'string',
  sealed: 'string',
  day: 'string',
  number: 'number',
  truth: 'boolean',
  list: 'array',
};

/** A value of the wrong type reads as unknown instead of failing the whole page. */
const fromJson = (json: Sql, type: ValueType): Sql => {
  const kind = sql.lit(jsonTypes[type]);
  if (type === 'list') return sql`(case jsonb_typeof(${json}) when ${kind} then ${json} end)`;
  const text = sql`(${json} #>> '{}')`;
  const value = type === 'number' ? sql`${text}::float8` : type === 'truth' ? sql`${text}::boolean` : text;
  return sql`(case jsonb_typeof(${json}) when ${kind} then ${value} end)`;
};

/**
 * The same for a value that is long to find: it is named once, so that it is looked for once. `strict`, for
 * otherwise a list would be taken for what is in it.
 */
const fromLongJson = (json: Sql, type: ValueType): Sql => {
  const path = sql.lit(`strict $ ? (@.type() == "${jsonTypes[type]}")`);
  const one = sql`jsonb_path_query_first(${json}, ${path})`;
  if (type === 'list') return one;
  if (type === 'number') return sql`(${one})::float8`;
  return type === 'truth' ? sql`(${one})::boolean` : sql`(${one} #>> '{}')`;
};

/** Literals always go as parameters: no text of a ledger ever becomes SQL. */
const literal = (value: string | number | boolean): Sql => {
  if (typeof value === 'number') return sql`${value}::float8`;
  return typeof value === 'boolean' ? sql`${value}::boolean` : sql`${value}::text`;
};

interface Compiler {
  readonly places: Places;
  readonly words: Vocabulary;
}

const held = (inner: Sql): Sql => sql`coalesce(${inner}, false)`;
const list = (parts: readonly Sql[], by: Sql): Sql => sql`(${sql.join(parts, by)})`;

const textOf = (expression: Expression, compiler: Compiler): Sql => {
  const inner = emit(expression, compiler);
  return typeOf(expression, compiler.words) === 'number' ? sql`${inner}::text` : inner;
};

const filled = (expression: Expression, compiler: Compiler): Sql => {
  const inner = emit(expression, compiler);
  const type = typeOf(expression, compiler.words);
  if (type === 'list') return sql`(coalesce(jsonb_array_length(${inner}), 0) > 0)`;
  return type === 'text' || type === 'day'
    ? sql`(coalesce(${inner}, '') <> '')`
    : sql`(${inner} is not null)`;
};

const named = (expression: Expression, { places, words }: Compiler): Sql | null => {
  if ('value' in expression) return literal(expression.value);
  if ('element' in expression)
    return (
      places.number?.(expression.element) ??
      fromJson(places.element(expression.element), typeOf(expression, words))
    );
  if ('known' in expression) return fromLongJson(places.known(expression.known), typeOf(expression, words));
  if ('register' in expression) return places.register(expression.register);
  return 'act' in expression ? places.act(expression.act) : null;
};

const emit = (expression: Expression, compiler: Compiler): Sql => {
  const name = named(expression, compiler);
  if (name) return name;
  const of = (inner: Expression) => emit(inner, compiler);
  const truth = (inner: Expression) => held(of(inner));
  if ('all' in expression) return list(expression.all.map(truth), sql` and `);
  if ('any' in expression) return list(expression.any.map(truth), sql` or `);
  if ('not' in expression) return sql`(not ${truth(expression.not)})`;
  if ('is' in expression)
    return held(sql`(${of(expression.left)}) ${operators[expression.is]} (${of(expression.right)})`);
  if ('filled' in expression) return filled(expression.filled, compiler);
  if ('one' in expression) return held(sql`(${of(expression.one)}) = any(${[...expression.of]}::text[])`);
  if ('list' in expression) return held(sql`${of(expression.list)} @> to_jsonb(${expression.has}::text)`);
  if ('sum' in expression) return list(expression.sum.map(of), sql` + `);
  if ('difference' in expression) return list(expression.difference.map(of), sql` - `);
  if ('joined' in expression)
    return list(
      expression.joined.map((one) => textOf(one, compiler)),
      sql` || ${expression.by}::text || `,
    );
  if (!('when' in expression)) throw new TypeError('not an expression');
  return sql`(case when ${truth(expression.when)} then ${of(expression.gives)} else ${of(expression.otherwise)} end)`;
};

/**
 * Compiles an expression to SQL with parameters. It answers what `evaluate` answers, for every row.
 * @throws {TypeProblem} for an expression that makes no sense: such a one never reaches the database
 */
export const compile = (expression: Expression, words: Vocabulary, places: Places): Sql => {
  typeOf(expression, words);
  return emit(expression, { places, words });
};

/** A condition: unknown counts as not held. No condition holds always. */
export const compileCondition = (
  condition: Expression | null,
  words: Vocabulary,
  places: Places,
): RawBuilder<boolean> =>
  (condition ? held(compile(condition, words, places)) : sql`true`) as RawBuilder<boolean>;
