import type { ActField, Comparison, Expression, RegisterField } from './expression.ts';
import { actTypes, registerTypes, type ValueType } from './typing.ts';

export type Value = string | number | boolean | readonly string[] | null;

/** Not entered yet: any answer is still possible. */
export const open: unique symbol = Symbol('open');
export type Open = typeof open;

/** What one row knows. A look-up may answer `open` while the entry is still being made. */
export interface Facts {
  readonly element: (code: string) => unknown;
  readonly known: (code: string) => unknown;
  readonly register: (field: RegisterField) => unknown;
  readonly act: (field: ActField) => unknown;
  readonly typeOfElement: (code: string) => ValueType;
}

const fits: Readonly<Record<ValueType, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  sealed: (value) => typeof value === 'string',
  day: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  truth: (value) => typeof value === 'boolean',
  list: (value) => Array.isArray(value),
};

/** A value that is not of its type counts as unknown: the database reads it the same way. */
const typed = (value: unknown, type: ValueType): Value | Open =>
  value === open ? open : fits[type](value) ? (value as Value) : null;

const compare: Readonly<Record<Comparison, (left: never, right: never) => boolean>> = {
  '=': (left, right) => left === right,
  '≠': (left, right) => left !== right,
  '<': (left, right) => left < right,
  '≤': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '≥': (left, right) => left >= right,
};

/** Applies `decide` to values that are all known; open stays open, unknown gives `unknown`. */
const whenKnown = (values: readonly (Value | Open)[], unknown: Value, decide: () => Value): Value | Open => {
  if (values.includes(open)) return open;
  return values.includes(null) ? unknown : decide();
};

const all = (values: readonly (Value | Open)[]): Value | Open => {
  if (values.some((value) => value !== true && value !== open)) return false;
  return values.includes(open) ? open : true;
};

const any = (values: readonly (Value | Open)[]): Value | Open =>
  values.includes(true) ? true : values.includes(open) ? open : false;

const add = (values: readonly (Value | Open)[]): number =>
  (values as number[]).reduce((total, value) => total + value);

/** Numbers as the database writes them in text: shortest form, no exponent within our range. */
const asText = (value: Value | Open): string => String(value);

const choose = (expression: Extract<Expression, { when: unknown }>, facts: Facts): Value | Open => {
  const held = evaluate(expression.when, facts);
  const then = evaluate(expression.gives, facts);
  const otherwise = evaluate(expression.otherwise, facts);
  if (held !== open) return held === true ? then : otherwise;
  return then !== open && then === otherwise ? then : open;
};

const named = (expression: Expression, facts: Facts): Value | Open | undefined => {
  if ('value' in expression) return expression.value;
  if ('element' in expression)
    return typed(facts.element(expression.element), facts.typeOfElement(expression.element));
  if ('known' in expression)
    return typed(facts.known(expression.known), facts.typeOfElement(expression.known));
  if ('register' in expression)
    return typed(facts.register(expression.register), registerTypes[expression.register]);
  if ('act' in expression) return typed(facts.act(expression.act), actTypes[expression.act]);
  return undefined;
};

/**
 * What an expression says of one row, straight from its meaning: the yardstick for what the database
 * answers, and the judge of whether an entry that is being made may still come to stand in a ledger.
 * The expression has passed `typeOf`.
 */
export const evaluate = (expression: Expression, facts: Facts): Value | Open => {
  const name = named(expression, facts);
  if (name !== undefined) return name;
  const of = (inner: Expression) => evaluate(inner, facts);
  if ('all' in expression) return all(expression.all.map(of));
  if ('any' in expression) return any(expression.any.map(of));
  if ('not' in expression) {
    const held = of(expression.not);
    return unlessOpen(held, held !== true);
  }
  if ('is' in expression) {
    const left = of(expression.left);
    const right = of(expression.right);
    return whenKnown([left, right], false, () => compare[expression.is](left as never, right as never));
  }
  if ('filled' in expression) return filled(of(expression.filled));
  if ('one' in expression) {
    const value = of(expression.one);
    return whenKnown([value], false, () => expression.of.includes(value as string));
  }
  if ('list' in expression) {
    const value = of(expression.list);
    return whenKnown([value], false, () => (value as string[]).includes(expression.has));
  }
  if ('when' in expression) return choose(expression, facts);
  return computed(expression, facts);
};

const unlessOpen = (value: Value | Open, answer: boolean): Value | Open => {
  if (value === open) return open;
  return answer;
};

const filled = (value: Value | Open): Value | Open =>
  unlessOpen(value, value !== null && value !== '' && !(Array.isArray(value) && value.length === 0));

const computed = (expression: Expression, facts: Facts): Value | Open => {
  const of = (inner: Expression) => evaluate(inner, facts);
  if ('sum' in expression) {
    const values = expression.sum.map(of);
    return whenKnown(values, null, () => add(values));
  }
  if ('difference' in expression) {
    const from = of(expression.difference[0]);
    const take = of(expression.difference[1]);
    return whenKnown([from, take], null, () => (from as number) - (take as number));
  }
  if (!('joined' in expression)) throw new TypeError('not an expression');
  const values = expression.joined.map(of);
  return whenKnown(values, null, () => values.map(asText).join(expression.by));
};

/** Whole years between two days (`YYYY-MM-DD`); null when the birth is unknown or later. */
export const ageAt = (birth: string | null, day: string): number | null => {
  if (!birth || birth > day) return null;
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
};
