import { z } from 'zod';

/** What is known of the person a row is about, from the register. `age` counts at the row's day. */
export const registerFields = ['name', 'sex', 'birth', 'age', 'address', 'phone', 'idNo'] as const;
export type RegisterField = (typeof registerFields)[number];

/** What is known of the act itself; in a roster, of the person's latest act of the ledger's activities. */
export const actFields = ['date', 'time', 'worker', 'committee'] as const;
export type ActField = (typeof actFields)[number];

export const comparisons = ['=', '≠', '<', '≤', '>', '≥'] as const;
export type Comparison = (typeof comparisons)[number];

/**
 * The small language of ledgers: conditions and computed columns. It is data, never source: it names
 * what is known (`element` said by this act, in a roster by the latest one; `known` of the person when it
 * was done or, in a roster, today; `register`, `act`) and has no loops, no functions and no effects, so
 * that any expression ends and can be compiled to SQL.
 *
 * What is not known stays unknown through sums and joins; a comparison with something unknown does
 * not hold. An unknown condition counts as not held, so `not` of it holds.
 */
export type Expression =
  | { readonly element: string }
  | { readonly known: string }
  | { readonly register: RegisterField }
  | { readonly act: ActField }
  | { readonly value: string | number | boolean }
  | { readonly all: readonly Expression[] }
  | { readonly any: readonly Expression[] }
  | { readonly not: Expression }
  | { readonly is: Comparison; readonly left: Expression; readonly right: Expression }
  | { readonly filled: Expression }
  | { readonly one: Expression; readonly of: readonly string[] }
  | { readonly list: Expression; readonly has: string }
  | { readonly sum: readonly Expression[] }
  | { readonly difference: readonly [Expression, Expression] }
  | { readonly joined: readonly Expression[]; readonly by: string }
  | { readonly when: Expression; readonly gives: Expression; readonly otherwise: Expression };

const code = z
  .string()
  .regex(/^[a-z][a-z0-9_]*(\.[a-zA-Z][a-zA-Z0-9_]*)*$/)
  .max(60);
const word = z.string().max(200);
const several = (min: number) => z.array(Expression).min(min).max(20).readonly();

/** Checks the shape; `typeOf` checks that it makes sense. */
export const Expression: z.ZodType<Expression> = z.lazy(() =>
  z.union([
    z.strictObject({ element: code }),
    z.strictObject({ known: code }),
    z.strictObject({ register: z.enum(registerFields) }),
    z.strictObject({ act: z.enum(actFields) }),
    z.strictObject({ value: z.union([word, z.number().min(-1e12).max(1e12), z.boolean()]) }),
    z.strictObject({ all: several(1) }),
    z.strictObject({ any: several(1) }),
    z.strictObject({ not: Expression }),
    z.strictObject({ is: z.enum(comparisons), left: Expression, right: Expression }),
    z.strictObject({ filled: Expression }),
    z.strictObject({ one: Expression, of: z.array(word).min(1).max(100).readonly() }),
    z.strictObject({ list: Expression, has: word }),
    z.strictObject({ sum: several(2) }),
    z.strictObject({ difference: z.tuple([Expression, Expression]).readonly() }),
    z.strictObject({ joined: several(2), by: z.string().max(5) }),
    z.strictObject({ when: Expression, gives: Expression, otherwise: Expression }),
  ]),
);

/** The expressions directly inside one. */
export const partsOf = (expression: Expression): readonly Expression[] => {
  if ('all' in expression) return expression.all;
  if ('any' in expression) return expression.any;
  if ('sum' in expression) return expression.sum;
  if ('joined' in expression) return expression.joined;
  if ('difference' in expression) return expression.difference;
  if ('not' in expression) return [expression.not];
  if ('filled' in expression) return [expression.filled];
  if ('one' in expression) return [expression.one];
  if ('list' in expression) return [expression.list];
  if ('is' in expression) return [expression.left, expression.right];
  if ('when' in expression) return [expression.when, expression.gives, expression.otherwise];
  return [];
};

/** Codes of the data elements an expression reads of what is known of the person. */
export const knownIn = (expression: Expression): readonly string[] =>
  'known' in expression ? [expression.known] : partsOf(expression).flatMap(knownIn);

/** Codes of the data elements an expression reads, of the act or of the person. */
export const elementsIn = (expression: Expression): readonly string[] => {
  if ('element' in expression) return [expression.element];
  if ('known' in expression) return [expression.known];
  return partsOf(expression).flatMap(elementsIn);
};
