import { expect, test } from 'vitest';
import { clausesOf, conditionOf } from './condition.ts';
import type { Source } from './draft.ts';

const sources: Source[] = [
  { value: 'register:age', label: '年龄', expression: { register: 'age' }, type: 'number' },
  { value: 'known:person.living', label: '居住情况', expression: { known: 'person.living' }, type: 'text' },
  { value: 'known:person.chronic', label: '慢性病', expression: { known: 'person.chronic' }, type: 'list' },
];

test('whom a ledger covers, line by line, and back', () => {
  const clauses = [
    { source: 'register:age', is: '≥', value: '60' },
    { source: 'known:person.living', is: '=', value: 'alone' },
    { source: 'known:person.chronic', is: 'has', value: 'hypertension' },
  ] as const;
  const condition = conditionOf(clauses, sources);
  expect(condition).toMatchObject({
    all: [{ is: '≥', right: { value: 60 } }, { is: '=' }, { has: 'hypertension' }],
  });
  expect(clausesOf(condition, sources)).toEqual(clauses);
});

test('a measure is compared as a number, a yes as a yes', () => {
  const measured: Source[] = [
    { value: 'element:bp.sys', label: '收缩压', expression: { element: 'bp.sys' }, type: 'number' },
    { value: 'element:act.done', label: '已办', expression: { element: 'act.done' }, type: 'truth' },
  ];
  const clauses = [
    { source: 'element:bp.sys', is: '≥', value: '140' },
    { source: 'element:act.done', is: '=', value: 'true' },
  ] as const;
  const condition = conditionOf(clauses, measured);
  expect(condition).toMatchObject({ all: [{ right: { value: 140 } }, { right: { value: true } }] });
  expect(clausesOf(condition, measured)).toEqual(clauses);
});

test('a line that is not whole does not count; a condition lines cannot say is kept', () => {
  expect(conditionOf([{ source: 'register:age', is: '≥', value: '' }], sources)).toBeNull();
  expect(clausesOf({ not: { filled: { register: 'age' } } }, sources)).toBeNull();
});
