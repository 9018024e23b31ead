import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lay, type Person } from './draft.ts';
import { checkCharacterOf } from './gb11643.ts';
import { planImport } from './plan-import.ts';
import { readRows, type SheetCell } from './read-rows.ts';

const today = '2026-11-24';
const idNoOf = (birth: string, order: string): string => {
  const body = `990000${birth.replaceAll('-', '')}${order}`;
  return body + checkCharacterOf(body);
};
const wangIdNo = idNoOf('1946-03-05', '002');

const order = [
  'person.name',
  'person.sex',
  'person.id_no',
  'person.birth',
  'person.phone',
  'place.building',
  'place.room',
  'person.living',
  'person.chronic',
];
const columns = new Map(order.map((code, index) => [code, index]));
const letters = 'ABCDEFGHI';
const sheet = (...rows: string[][]): SheetCell[][] =>
  rows.map((cells, row) =>
    order.map((_, at) => ({ address: `${letters[at]}${row + 2}`, text: cells[at] ?? '' })),
  );
const read = (...rows: string[][]) => readRows(sheet(...rows), columns, today);
const personOf = (draft: Parameters<typeof lay>[0], id = 'p1'): Person => ({
  ...lay(draft, null),
  id,
  committee: 'c',
  left: null,
  revision: 1,
});

describe('reading', () => {
  test('a full row, as people write', () => {
    const { rows, remarks } = read([
      '王 秀英',
      '女',
      wangIdNo.toLowerCase(),
      '1946年3月5日',
      '138-0013-8000',
      '三号楼',
      '502室',
      '独居',
      '高血压、糖尿病',
    ]);
    expect(remarks).toEqual([]);
    expect(rows[0]?.draft).toEqual({
      name: '王秀英',
      sex: '2',
      birth: '1946-03-05',
      idNo: wangIdNo,
      phone: '13800138000',
      building: '3',
      room: '502',
      attributes: { 'person.living': 'alone', 'person.chronic': ['hypertension', 'diabetes'] },
      sealed: {},
    });
  });

  test('birth and sex are taken from the ID number where their cells are empty', () => {
    expect(read(['王秀英', '', wangIdNo]).rows[0]?.draft).toMatchObject({ birth: '1946-03-05', sex: '2' });
  });

  test('each wrong cell is named, with what to do, without repeating it', () => {
    const { rows, remarks } = read(
      ['王秀英', '男', wangIdNo, '1946-03-06'],
      ['', '女'],
      ['李四', '猫', '123', '1946-02-31', '12'],
    );
    expect(rows).toEqual([]);
    expect(remarks.map(({ cell, level }) => `${cell} ${level}`)).toEqual([
      'D2 error',
      'B2 error',
      'A3 error',
      'B4 error',
      'C4 error',
      'D4 error',
      'E4 error',
    ]);
    expect(JSON.stringify(remarks)).not.toContain('1946-03-06');
  });

  test('a number whose last digits the spreadsheet lost is said to be lost', () => {
    const cells: SheetCell[] = [
      { address: 'A2', text: '王秀英' },
      { address: 'B2', text: '' },
      { address: 'C2', text: '990000194603050000', problem: 'digits-lost' },
    ];
    const { remarks } = readRows([cells], columns, today);
    expect(remarks).toMatchObject([{ cell: 'C2', level: 'error', message: expect.stringContaining('文本') }]);
  });

  test('a birth with month only is left out with a notice and stops nothing', () => {
    const { rows, remarks } = read(['王秀英', '', '', '1946.03']);
    expect(rows).toHaveLength(1);
    expect(remarks).toMatchObject([{ cell: 'D2', level: 'notice' }]);
  });

  test('whatever stands in a cell, reading ends with a row or a named cell', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 9 }), (cells) => {
        const { rows, remarks, read: count } = read(cells);
        return count === 0 || rows.length === 1 || remarks.some(({ level }) => level === 'error');
      }),
    );
  });
});

describe('recognising', () => {
  const known = personOf({
    name: '王秀英',
    birth: '1946-03-05',
    idNo: wangIdNo,
    building: '3',
    room: '502',
    attributes: {},
    sealed: {},
  });

  test('by ID number first: a changed name and door update the same person', () => {
    const plan = planImport(read(['王秀瑛', '', wangIdNo, '', '', '5', '101']).rows, [known], new Set());
    expect(plan).toMatchObject({
      created: [],
      updated: [{ id: 'p1', values: { name: '王秀瑛', building: '5' } }],
      remarks: [],
    });
  });

  test('then by name, birth and address; an empty cell wipes nothing', () => {
    const plan = planImport(
      read(['王秀英', '', '', '1946-03-05', '13800138000', '3', '502']).rows,
      [known],
      new Set(),
    );
    expect(plan.updated).toMatchObject([{ id: 'p1', values: { idNo: wangIdNo, phone: '13800138000' } }]);
  });

  test('the same name at the same door under another ID number is another person', () => {
    const plan = planImport(
      read(['王秀英', '', idNoOf('1946-03-05', '004'), '', '', '3', '502']).rows,
      [known],
      new Set(),
    );
    expect([plan.created.length, plan.updated.length]).toEqual([1, 0]);
  });

  test('one person twice in a file is named at the second row', () => {
    const twice = read(
      ['王秀英', '', wangIdNo, '', '', '3', '502'],
      ['王秀英', '', '', '1946-03-05', '', '3', '502'],
    );
    expect(planImport(twice.rows, [], new Set()).remarks).toMatchObject([{ cell: 'A3', level: 'error' }]);
  });

  test('somebody in another register of the subdistrict is refused', () => {
    const plan = planImport(read(['王秀英', '', wangIdNo]).rows, [], new Set([wangIdNo]));
    expect(plan.remarks).toMatchObject([{ cell: 'C2', level: 'error' }]);
  });

  test('the same file a second time changes nothing', () => {
    const cell = fc.constantFrom('独居', '与家人同住', '');
    const someone = fc.tuple(
      fc.constantFrom('王秀英', '李建国', '陈芳'),
      fc.constantFrom('1946-03-05', '1950-01-01', ''),
      fc.constantFrom('101', '502'),
      cell,
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(someone, { selector: ([name, birth, room]) => name + birth + room, maxLength: 8 }),
        (people) => {
          const { rows } = read(
            ...people.map(([name, birth, room, living]) => [name, '', '', birth, '', '3', room, living]),
          );
          const first = planImport(rows, [], new Set());
          const register = first.created.map((values, at) => ({
            ...values,
            id: `p${at}`,
            committee: 'c',
            left: null,
            revision: 1,
          }));
          const second = planImport(rows, register, new Set());
          return (
            second.unchanged === people.length &&
            second.created.length + second.updated.length + second.remarks.length === 0
          );
        },
      ),
    );
  });
});
