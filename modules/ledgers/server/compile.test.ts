import fc from 'fast-check';
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely';
import { expect, test } from 'vitest';
import { ageAt, evaluate, type Facts, open } from '../domain/evaluate.ts';
import { Expression, elementsIn } from '../domain/expression.ts';
import { TypeProblem, typeOf, vocabularyOf } from '../domain/typing.ts';
import { compileCondition, type Places } from './compile.ts';

const words = vocabularyOf([
  { code: 'bp.sys', type: 'int' },
  { code: 'bp.dia', type: 'int' },
  { code: 'act.mode', type: 'code' },
  { code: 'act.next', type: 'date' },
  { code: 'person.chronic', type: 'multi' },
  { code: 'act.sign', type: 'signature' },
]);
const factsOf = (values: Record<string, unknown>, register: Record<string, unknown> = {}): Facts => ({
  element: (code) => values[code],
  known: (code) => values[code],
  register: (field) => register[field],
  act: () => null,
  typeOfElement: (code) => words.elements.get(code) ?? 'text',
});
const high: Expression = {
  any: [
    { is: '≥', left: { element: 'bp.sys' }, right: { value: 140 } },
    { is: '≥', left: { element: 'bp.dia' }, right: { value: 90 } },
  ],
};

test('a pressure is high when either figure is, and not when neither was taken', () => {
  expect(evaluate(high, factsOf({ 'bp.sys': 138, 'bp.dia': 92 }))).toBe(true);
  expect(evaluate(high, factsOf({ 'bp.sys': 138 }))).toBe(false);
  expect(evaluate(high, factsOf({}))).toBe(false);
  expect(evaluate({ not: high }, factsOf({}))).toBe(true);
});

test('a value of the wrong kind counts as unknown', () => {
  expect(evaluate(high, factsOf({ 'bp.sys': '180' }))).toBe(false);
});

test('what is unknown stays unknown in a joined column', () => {
  const pressure: Expression = { joined: [{ element: 'bp.sys' }, { element: 'bp.dia' }], by: '/' };
  expect(evaluate(pressure, factsOf({ 'bp.sys': 138, 'bp.dia': 85 }))).toBe('138/85');
  expect(evaluate(pressure, factsOf({ 'bp.sys': 138 }))).toBeNull();
});

const senseless: readonly (readonly [string, Expression])[] = [
  ['words have no size', { is: '≥', left: { element: 'act.mode' }, right: { value: 3 } }],
  ['what is sealed cannot be compared', { is: '=', left: { register: 'idNo' }, right: { value: '1' } }],
  ['no such element', { is: '=', left: { element: 'nobody.knows' }, right: { value: 1 } }],
  ['a signature is no data', { filled: { element: 'act.sign' } }],
  ['a number is no condition', { all: [{ element: 'bp.sys' }] }],
  ['not a day', { is: '<', left: { element: 'act.next' }, right: { value: 'soon' } }],
];

test.each(senseless)('refuses what makes no sense: %s', (_, expression) => {
  expect(() => typeOf(expression, words)).toThrow(TypeProblem);
});

test('a roster has no act whose values it could show', () => {});

test('a condition nested without end is refused, not followed', () => {
  const deep = Array.from({ length: 30 }).reduce<Expression>((inner) => ({ not: inner }), high);
  expect(() => typeOf(deep, words)).toThrow(TypeProblem);
});

test('only the language itself is read as the language', () => {
  expect(Expression.safeParse({ sql: '1; drop table record' }).success).toBe(false);
  expect(Expression.safeParse({ element: "bp'); drop table record;--" }).success).toBe(false);
  expect(Expression.safeParse({ ...high, extra: 1 }).success).toBe(false);
  expect(Expression.safeParse(high).data).toEqual(high);
});

const dummy = new Kysely({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});
const places: Places = {
  element: (code) => sql`r.values -> ${code}`,
  known: (code) => sql`known(${code})`,
  register: (field) => sql.ref(`p.${field}`),
  act: (field) => sql.ref(`r.${field}`),
};
const compiled = (expression: Expression) => compileCondition(expression, words, places).compile(dummy);

test('whatever text a condition holds goes to the database as a parameter', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 50 }), fc.string({ maxLength: 50 }), (a, b) => {
      const { sql: text, parameters } = compiled({
        all: [
          { one: { element: 'act.mode' }, of: [a, b] },
          { is: '≠', left: { register: 'name' }, right: { value: a } },
          { list: { known: 'person.chronic' }, has: b },
        ],
      });
      const reference = compiled({
        all: [
          { one: { element: 'act.mode' }, of: ['x', 'x'] },
          { is: '≠', left: { register: 'name' }, right: { value: 'x' } },
          { list: { known: 'person.chronic' }, has: 'x' },
        ],
      });
      return text === reference.sql && parameters.includes(a) && parameters.includes(b);
    }),
  );
});

test('no condition holds for every row', () => {
  expect(compileCondition(null, words, places).compile(dummy).sql).toBe('true');
});

const number = fc.constantFrom('bp.sys', 'bp.dia');
const leaf = fc.oneof(
  fc.record({
    is: fc.constantFrom('≥' as const, '<' as const, '=' as const),
    left: fc.record({ element: number }),
    right: fc.record({ value: fc.integer({ min: 60, max: 200 }) }),
  }),
  fc.record({ filled: fc.record({ element: number }) }),
  fc.record({
    one: fc.record({ element: fc.constant('act.mode') }),
    of: fc.constant(['上门'] as readonly string[]),
  }),
);
const { condition } = fc.letrec<{ condition: Expression }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    leaf,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
    fc.record({ when: tie('condition'), gives: tie('condition'), otherwise: tie('condition') }),
  ),
}));
const values = fc.record(
  {
    'bp.sys': fc.integer({ min: 60, max: 200 }),
    'bp.dia': fc.integer({ min: 60, max: 200 }),
    'act.mode': fc.constantFrom('上门', '电话'),
  },
  { requiredKeys: [] },
);

test('what an open entry already decides, no answer changes', () => {
  fc.assert(
    fc.property(condition, values, (expression, entered) => {
      const before = evaluate(expression, { ...factsOf({}), element: () => open });
      return before === open || before === evaluate(expression, factsOf(entered));
    }),
  );
});

test('the elements of a condition are found at any depth', () => {
  expect(elementsIn({ not: { all: [high, { filled: { known: 'person.chronic' } }] } })).toEqual([
    'bp.sys',
    'bp.dia',
    'person.chronic',
  ]);
});

test('age counts whole years; born on a leap day, a year older on 1 March', () => {
  expect(ageAt('1944-11-25', '2026-11-24')).toBe(81);
  expect(ageAt('1944-11-24', '2026-11-24')).toBe(82);
  expect(ageAt('2004-02-29', '2025-02-28')).toBe(20);
  expect(ageAt('2027-01-01', '2026-11-24')).toBeNull();
});
