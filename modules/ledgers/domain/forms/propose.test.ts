import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dictionary } from '#modules/records/server';
import { choiceOf, same } from './choice.ts';
import { chooseAll, type FormColumn, proposalsFor } from './propose.ts';

/** Forms as departments keep them, each column with the element it means: what proposals are held against. */
interface Gold {
  readonly columns: readonly (readonly [string, string])[];
}
const gold = JSON.parse(
  readFileSync(new URL('../../seeds/catalogue.json', import.meta.url), 'utf8'),
) as readonly Gold[];
const elementOf = (code: string) => dictionary.find((one) => one.code === code);

const typeOf = (code: string): FormColumn['type'] => {
  const type = elementOf(code)?.type ?? 'text';
  if (type === 'date' || type === 'time') return type;
  return ['int', 'decimal', 'money'].includes(type) ? 'number' : 'text';
};
/** Two cells as the form would hold them: of columns with choices their words. */
const samplesOf = (code: string): string[] =>
  (elementOf(code)?.choices ?? []).slice(0, 2).map(({ zh }) => zh);
const columnOf = ([label, code]: readonly [string, string], samples = samplesOf(code)): FormColumn => ({
  path: label,
  type: typeOf(code),
  unit: null,
  samples,
});
const is = (code: string) => choiceOf(code, elementOf(code)?.type ?? 'text');

describe('columns of real forms', () => {
  const all = gold.flatMap(({ columns }) => columns);
  const rate = (most: number, samples?: string[]) =>
    all.filter((column) =>
      proposalsFor(columnOf(column, samples), dictionary, most).some(({ choice }) =>
        same(choice, is(column[1])),
      ),
    ).length / all.length;

  test('the first proposal is right for seven in eight, one of three for nine in ten', () => {
    expect(all.length).toBeGreaterThan(500);
    expect(rate(1)).toBeGreaterThan(0.875);
    expect(rate(3)).toBeGreaterThan(0.92);
  });

  test('with the header alone it is still right for four in five', () => {
    expect(rate(1, [])).toBeGreaterThan(0.8);
  });
});

const column = (path: string, more: Partial<FormColumn> = {}): FormColumn => ({
  path,
  type: 'text',
  unit: null,
  samples: [],
  ...more,
});
const best = (...columns: FormColumn[]) =>
  chooseAll(
    columns,
    columns.map((one) => proposalsFor(one, dictionary)),
  );

test('what is said once is not proposed twice, and what nobody knows stays a text of the ledger', () => {
  expect(
    best(
      column('随访情况/血压(mmHg)/收缩压', { type: 'number', samples: [138], unit: 'mmHg' }),
      column('随访情况/血压(mmHg)/舒张压', { type: 'number', samples: [82], unit: 'mmHg' }),
      column('序号', { type: 'number', samples: [1] }),
      column('老人姓名', { samples: ['王秀英'] }),
      column('姓名', { samples: ['李建国'] }),
      column('阳台花盆数', { type: 'number', samples: [3] }),
      column('老人签名'),
    ),
  ).toEqual([
    { as: 'element', code: 'bp.sys' },
    { as: 'element', code: 'bp.dia' },
    { as: 'serial' },
    { as: 'text' },
    { as: 'register', field: 'name' },
    { as: 'text' },
    { as: 'blank' },
  ]);
});

test('an ID number is known by its shape, whatever stands above it', () => {
  const [first] = proposalsFor(
    column('证件', { samples: ['310106194203050021', '31010619500101002X'] }),
    dictionary,
  );
  expect(first?.choice).toEqual({ as: 'register', field: 'idNo' });
});
