import { expect, test } from 'vitest';
import { clausesOf, conditionOf } from './condition.ts';
import type { Source } from './draft.ts';

const sources: Source[] = [
  { value: 'register:age', label: '年龄', expression: { register: 'age' } },
  { value: 'known:person.living', label: '居住情况', expression: { known: 'person.living' } },
  { value: 'known:person.chronic', label: '慢性病', expression: { known: 'person.chronic' } },
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

test('a line that is not whole does not count; a condition lines cannot say is kept', () => {
  expect(conditionOf([{ source: 'register:age', is: '≥', value: '' }], sources)).toBeNull();
  expect(clausesOf({ not: { filled: { register: 'age' } } }, sources)).toBeNull();
});
