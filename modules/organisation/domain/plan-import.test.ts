import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OrganisationNow } from './organisation-now.ts';
import { planImport } from './plan-import.ts';
import type { SheetText } from './read-sheet.ts';
import { sheets } from './workbook-columns.ts';

type Kind = keyof typeof sheets;

const letters = 'ABCDEFGH';

/** A sheet as an office would have it: titles in row 1, in the order given. */
const sheet = (kind: Kind, keys: readonly string[], ...rows: string[][]): SheetText => ({
  name: sheets[kind].title,
  columns: new Map(keys.map((key, index) => [key, index])),
  repeated: [],
  rows: rows.map((cells, row) =>
    cells.map((text, column) => ({ text, address: `${letters[column]}${row + 2}` })),
  ),
});

const committees = (...rows: string[][]) =>
  sheet('committees', ['code', 'name', 'travelMinutes', 'shortName', 'address'], ...rows);
const cadres = (...rows: string[][]) =>
  sheet('cadres', ['name', 'place', 'posts', 'lines', 'phone'], ...rows);

const nothing: OrganisationNow = { departments: [], committees: [], cadres: [] };
const hean = {
  id: 'k1',
  code: 'c01',
  name: '和安一居委会',
  shortName: '和安一居',
  address: '和安路1号',
  travelMinutes: 10,
};
const zhou = {
  id: 'p1',
  name: '周书甲',
  committeeId: 'k1',
  departmentId: null,
  posts: ['secretary'] as const,
  lines: ['党建'],
  phone: '13800000000',
  active: true,
};
const office: OrganisationNow = {
  departments: [{ id: 'd1', code: 'civil', name: '民政办', kind: 'business' }],
  committees: [hean],
  cadres: [zhou],
};

test('a wrong travel time is a problem at its cell', () => {
  const { problems } = planImport([committees(['c01', '和安一居委会', '十分钟', '', ''])], nothing);
  expect(problems).toEqual([{ sheet: '居委会', cell: 'C2', message: '路程应为分钟数（0–240）' }]);
});

test('every problem of every row is listed, not only the first', () => {
  const { problems } = planImport(
    [committees(['', '和安', '10', '', '']), committees(), cadres(['', '哪里', '厨师', '', 'abc'])],
    nothing,
  );
  expect(problems.map(({ cell }) => cell)).toEqual(['A2', 'A2', 'C2', 'E2']);
});

test('a cadre may belong to a committee that is new in the same file', () => {
  const plan = planImport(
    [
      committees(['C09', '新芳居委会', '20分钟', '', '']),
      cadres(['李社甲', '新芳', '社工、主任', '民政', '']),
    ],
    nothing,
  );
  expect(plan.problems).toEqual([]);
  expect(plan.cadres.writes[0]?.values).toMatchObject({
    place: { kind: 'committee', code: 'c09' },
    posts: ['social_worker', 'director'],
  });
});

test('a committee is found by code, name, short name and the way people say it', () => {
  const known = { ...office, committees: [{ ...hean, shortName: '和一' }] };
  const words = ['c01', 'C01', '和安一居委会', '和一', '和安一', '和安一居'];
  const { problems, cadres: plan } = planImport(
    [cadres(...words.map((word, at) => [`社工${at}`, word, '社工', '', '']))],
    known,
  );
  expect(problems).toEqual([]);
  expect(plan.counts.added).toBe(words.length);
});

test('the same file again changes nothing', () => {
  const book = [
    committees(['c01', '和安一居委会', '10', '和安一居', '和安路1号']),
    cadres(['周书甲', '和安一居', '书记', '党建', '138 0000 0000']),
  ];
  const plan = planImport(book, office);
  expect(plan.committees.counts).toEqual({ added: 0, changed: 0, unchanged: 1, leftOut: 0 });
  expect(plan.cadres.counts).toEqual({ added: 0, changed: 0, unchanged: 1, leftOut: 0 });
});

test('what a sheet has no column for stays as it is', () => {
  const plan = planImport([sheet('cadres', ['name', 'place', 'posts'], ['周书甲', 'c01', '主任'])], office);
  expect(plan.cadres.writes).toEqual([
    {
      id: 'p1',
      values: {
        name: '周书甲',
        place: { kind: 'committee', code: 'c01' },
        posts: ['director'],
        lines: ['党建'],
        phone: '13800000000',
        active: true,
      },
    },
  ]);
});

test('a missing sheet leaves its kind alone', () => {
  const plan = planImport([committees(['c02', '和安二居委会', '15', '', ''])], office);
  expect(plan.committees.counts).toEqual({ added: 1, changed: 0, unchanged: 0, leftOut: 1 });
  expect(plan.cadres.counts.leftOut).toBe(0);
});

test('two rows of one name in one place are a problem at the second', () => {
  const rows = [
    ['张社甲', 'c01', '社工', '', ''],
    ['张社甲', '和安一居', '社工', '', ''],
  ];
  expect(planImport([cadres(...rows)], office).problems).toEqual([
    { sheet: '干部', cell: 'A3', message: '同一单位里有两行同名，无法区分' },
  ]);
});

test('two known cadres of one name in one place are never guessed between', () => {
  const twins = { ...office, cadres: [zhou, { ...zhou, id: 'p2' }] };
  const { problems } = planImport([cadres(['周书甲', 'c01', '书记', '', ''])], twins);
  expect(problems.map(({ cell }) => cell)).toEqual(['A2']);
});

test('a name that a committee and a department share must be given by code', () => {
  const shared = {
    ...office,
    departments: [{ id: 'd1', code: 'civil', name: '和安一居', kind: 'business' as const }],
  };
  const { problems } = planImport([cadres(['周书甲', '和安一居', '书记', '', ''])], shared);
  expect(problems).toEqual([{ sheet: '干部', cell: 'B2', message: '“和安一居”不止一个，请改填编号' }]);
});

test('a sheet without a needed column is refused as a whole', () => {
  const { problems } = planImport([sheet('committees', ['code', 'name'], ['c01', '和安'])], nothing);
  expect(problems).toEqual([{ sheet: '居委会', cell: null, message: '缺少这些列：路程' }]);
});

test('each row is new, changed, unchanged or a problem: none is lost', () => {
  const code = fc.constantFrom('c01', 'c02', 'c03', '', '编号');
  const minutes = fc.constantFrom('10', '15', '-1', '');
  fc.assert(
    fc.property(fc.array(fc.tuple(code, minutes), { maxLength: 8 }), (rows) => {
      const book = [committees(...rows.map(([c, m]) => [c, '和安一居委会', m, '和安一居', '和安路1号']))];
      const { committees: changes, problems } = planImport(book, office);
      const { added, changed, unchanged } = changes.counts;
      const wrongRows = new Set(problems.map(({ cell }) => cell?.slice(1)));
      expect(added + changed + unchanged + wrongRows.size).toBe(rows.length);
    }),
  );
});
