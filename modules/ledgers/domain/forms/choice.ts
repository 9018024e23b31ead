import { z } from 'zod';
import { actFields, Expression, registerFields } from '../expression.ts';

/** Types an office's own data element may have. */
export const ownTypes = [
  'text',
  'longtext',
  'int',
  'decimal',
  'money',
  'date',
  'time',
  'bool',
  'code',
] as const;

const elementCode = z
  .string()
  .regex(/^[a-z][a-z0-9_]*(\.[a-zA-Z][a-zA-Z0-9_]*)*$/)
  .max(60);

/**
 * What a column of a department's form becomes in the ledger: a running number, a place left for the pen, something
 * known of the person or the act, a data element, a new one, or a text of this ledger alone. Columns of a summary
 * say what their numbers count.
 */
export const ColumnChoice = z.union([
  z.strictObject({ as: z.enum(['serial', 'blank', 'text']) }),
  z.strictObject({ as: z.literal('register'), field: z.enum(registerFields) }),
  z.strictObject({ as: z.literal('act'), field: z.enum(actFields) }),
  z.strictObject({ as: z.literal('element'), code: elementCode }),
  z.strictObject({
    as: z.literal('new'),
    zh: z.string().trim().min(1).max(30),
    type: z.enum(ownTypes),
    unit: z.string().trim().max(20).nullable(),
  }),
  z.strictObject({ as: z.literal('dimension'), of: z.enum(['committee', 'month']) }),
  z.strictObject({
    as: z.literal('count'),
    what: z.enum(['records', 'residents']),
    where: Expression.nullable(),
  }),
  z.strictObject({ as: z.literal('percent'), part: z.int().min(0).max(400), of: z.int().min(0).max(400) }),
]);
export type ColumnChoice = z.output<typeof ColumnChoice>;

/** Elements that the register keeps: the same thing by two names. */
const registered: Readonly<Record<string, ColumnChoice>> = {
  'person.name': { as: 'register', field: 'name' },
  'person.sex': { as: 'register', field: 'sex' },
  'person.birth': { as: 'register', field: 'birth' },
  'person.age': { as: 'register', field: 'age' },
  'person.phone': { as: 'register', field: 'phone' },
  'person.id_no': { as: 'register', field: 'idNo' },
  'place.address': { as: 'register', field: 'address' },
  'act.date': { as: 'act', field: 'date' },
  'act.time': { as: 'act', field: 'time' },
  'act.worker': { as: 'act', field: 'worker' },
};

/** What choosing an element of the dictionary means: pens sign, pictures are stuck on, numbers of others stay on paper. */
export const choiceOf = (code: string, type: string): ColumnChoice =>
  registered[code] ??
  (['signature', 'image', 'phone', 'id_no'].includes(type) ? { as: 'blank' } : { as: 'element', code });

export const same = (a: ColumnChoice, b: ColumnChoice): boolean => JSON.stringify(a) === JSON.stringify(b);
