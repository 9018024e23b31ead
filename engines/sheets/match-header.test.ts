import { expect, test } from 'vitest';
import { toCell } from './cells.ts';
import { matchHeader } from './match-header.ts';

const grid = (rows: string[][]) => rows.map((row, at) => row.map((text, column) => toCell(text, at, column)));
const wanted = [
  { key: 'name', labels: ['姓名', '居民姓名'], required: true },
  { key: 'phone', labels: ['手机号', '联系电话'] },
  { key: 'idNumber', labels: ['身份证号', '居民身份证号码'], required: true },
];

test('the header is found under a title, in any order, by synonym', () => {
  const match = matchHeader(
    grid([['和安一居居民名册'], [], ['序号', '联系电话', '居民姓名', '身份证号']]),
    wanted,
  );
  expect(match.headerRow).toBe(2);
  expect(Object.fromEntries(match.columns)).toEqual({ phone: 1, name: 2, idNumber: 3 });
  expect(match.unknown).toEqual([{ address: 'A3', label: '序号' }]);
  expect(match.missing).toEqual([]);
});

test('white space, line breaks, full width, marks and notes in a label do not matter', () => {
  const match = matchHeader(grid([['姓　名*', '手机号\n（11位）', '身份\n证号：']]), wanted);
  expect(Object.fromEntries(match.columns)).toEqual({ name: 0, phone: 1, idNumber: 2 });
});

test('a missing required column and a repeated one are said, never guessed', () => {
  const match = matchHeader(grid([['姓名', '居民姓名']]), wanted);
  expect(match.missing).toEqual(['idNumber']);
  expect(match.repeated).toEqual([{ key: 'name', address: 'B1' }]);
});

test('a sheet without any wanted label has no header', () => {
  expect(
    matchHeader(
      grid([
        ['甲', '乙'],
        ['1', '2'],
      ]),
      wanted,
    ),
  ).toMatchObject({
    headerRow: null,
    missing: ['name', 'idNumber'],
  });
});

test('a header below the twentieth row is not looked for', () => {
  const far = [...Array.from({ length: 20 }, () => ['x']), ['姓名', '身份证号']];
  expect(matchHeader(grid(far), wanted).headerRow).toBeNull();
});
