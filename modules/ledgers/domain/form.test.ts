import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Column } from './definition.ts';
import { cellText, fillLine } from './format.ts';
import { headerTree } from './header.ts';
import { savedCells } from './saved.ts';
import { scopeOf } from './scope.ts';

const column = (expression: unknown, rest: Partial<Column> = {}): Column =>
  ({ key: 'one', path: ['一'], shows: { expression }, width: { share: 1 }, ...rest }) as Column;

test('neighbouring columns share the header cells above them', () => {
  const tree = headerTree([
    ['序号'],
    ['随访情况', '日期'],
    ['随访情况', '血压(mmHg)', '收缩压'],
    ['随访情况', '血压(mmHg)', '舒张压'],
  ]);
  expect(tree.map(({ label }) => label)).toEqual(['序号', '随访情况']);
  expect(tree[1]?.children.map(({ label, column: at }) => [label, at])).toEqual([
    ['日期', 1],
    ['血压(mmHg)', null],
  ]);
  expect(tree[1]?.children[1]?.children.map((leaf) => leaf.column)).toEqual([2, 3]);
});

test('two columns of one name stay two columns', () => {
  expect(headerTree([['备注'], ['备注']]).map((leaf) => leaf.column)).toEqual([0, 1]);
});

test('every column is in the header once, in order', () => {
  const path = fc.array(fc.constantFrom('甲', '乙'), { minLength: 1, maxLength: 3 });
  type Tree = ReturnType<typeof headerTree>[number];
  const leaves = (tree: Tree): (number | null)[] =>
    tree.children.length > 0 ? tree.children.flatMap(leaves) : [tree.column];
  fc.assert(
    fc.property(fc.array(path, { maxLength: 12 }), (paths) => {
      expect(headerTree(paths).flatMap(leaves)).toEqual(paths.map((_, index) => index));
    }),
  );
});

test('names are masked on screen and whole on paper', () => {
  const name = column({ register: 'name' });
  expect(cellText(name, '王秀英', new Map(), 'screen')).toBe('王*英');
  expect(cellText(name, '王秀英', new Map(), 'masked-paper')).toBe('王*英');
  expect(cellText(name, '王秀英', new Map(), 'paper')).toBe('王秀英');
});

test('codes print as their words, days as the form writes them', () => {
  const mode = new Map([['act.mode', { type: 'code', choices: [{ code: '1', zh: '上门' }] }]]);
  expect(cellText(column({ element: 'act.mode' }), '1', mode, 'paper')).toBe('上门');
  expect(cellText(column({ element: 'act.mode' }), null, mode, 'paper')).toBe('');
  expect(cellText(column({ act: 'date' }), '2026-11-25', new Map(), 'screen')).toBe('11-25');
  expect(cellText(column({ act: 'date' }), '2026-11-25', new Map(), 'paper')).toBe('11.25');
  expect(cellText(column({ act: 'date' }, { day: 'YYYY年M月D日' }), '2026-01-05', new Map(), 'paper')).toBe(
    '2026年1月5日',
  );
});

test('a line of the form is filled, and a name with braces is not read again', () => {
  const facts = {
    committee: '{keeper}一居',
    department: '卫健办',
    period: '2026年11月',
    today: '',
    keeper: '李燕',
  };
  expect(fillLine('居委会：{committee}　{unknown}', facts)).toBe('居委会：{keeper}一居　{unknown}');
});

test('a summary of one committee goes through the year, of all committees through one month', () => {
  expect(scopeOf('summary', 'c01', '2026-03').months).toEqual(['2026-01', '2026-02', '2026-03']);
  expect(scopeOf('summary', null, '2026-03')).toMatchObject({
    months: ['2026-03'],
    first: '2026-03-01',
    last: '2026-03-31',
  });
  expect(scopeOf('event', 'c01', '2028-02')).toMatchObject({ first: '2028-02-01', last: '2028-02-29' });
});

test('copying saved is what the ledgers show less what was typed, never less than nothing', () => {
  expect(savedCells([14, 11, 4], 7)).toBe(21);
  expect(savedCells([], 7)).toBe(0);
});
