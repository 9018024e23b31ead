import type { Comparison, Expression } from '../../domain/expression.ts';
import type { Source } from './draft.ts';

/** One line of whom a ledger covers: a thing, how it is compared, with what. */
export interface Clause {
  readonly source: string;
  readonly is: Comparison | 'filled' | 'has';
  readonly value: string;
}

const numeric = /^-?\d+(\.\d+)?$/;

/** What was typed, as what it is compared with. */
const literal = ({ type }: Source, value: string): string | number | boolean => {
  if (type === 'truth') return value === 'true';
  return type === 'number' && numeric.test(value) ? Number(value) : value;
};

const expressionOf = ({ source: name, is, value }: Clause, sources: readonly Source[]): Expression | null => {
  const source = sources.find((one) => one.value === name);
  if (!source) return null;
  if (is === 'filled') return { filled: source.expression };
  if (value.trim() === '') return null;
  if (is === 'has') return { list: source.expression, has: value.trim() };
  return { is, left: source.expression, right: { value: literal(source, value.trim()) } };
};

/** All of these lines must hold; lines that are not whole yet do not count. */
export const conditionOf = (clauses: readonly Clause[], sources: readonly Source[]): Expression | null => {
  const parts = clauses.flatMap((one) => expressionOf(one, sources) ?? []);
  return parts.length === 0 ? null : parts.length === 1 ? (parts[0] ?? null) : { all: parts };
};

const clauseOf = (part: Expression, sources: readonly Source[]): Clause | null => {
  const nameOf = (expression: Expression) =>
    sources.find((one) => JSON.stringify(one.expression) === JSON.stringify(expression))?.value;
  if ('filled' in part) {
    const source = nameOf(part.filled);
    return source ? { source, is: 'filled', value: '' } : null;
  }
  if ('list' in part) {
    const source = nameOf(part.list);
    return source ? { source, is: 'has', value: part.has } : null;
  }
  if (!('is' in part) || !('value' in part.right)) return null;
  const source = nameOf(part.left);
  return source ? { source, is: part.is, value: String(part.right.value) } : null;
};

/** A condition as lines; null for one that lines cannot say: it is kept as it is. */
export const clausesOf = (condition: Expression | null, sources: readonly Source[]): Clause[] | null => {
  if (condition === null) return [];
  const parts = 'all' in condition ? condition.all : [condition];
  const clauses = parts.map((part) => clauseOf(part, sources));
  return clauses.some((one) => one === null) ? null : (clauses as Clause[]);
};
