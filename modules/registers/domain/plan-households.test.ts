import { expect, test } from 'vitest';
import { isHousehold } from './household.ts';
import { type MemberRow, planHouseholds } from './plan-households.ts';

const people = [
  { id: 'wang', name: '王秀英', birth: '1942-03-05', idNo: 'W', building: '3', room: '502' },
  { id: 'li', name: '李建国', birth: '1940-01-01', idNo: null, building: '3', room: '502' },
  { id: 'li2', name: '李建国', birth: '1971-01-01', idNo: null, building: '7', room: '101' },
];
let line = 1;
const row = (name: string, relation: string, more: Partial<MemberRow> = {}): MemberRow => {
  line += 1;
  const at = line;
  return {
    ...{ number: '', name, relation: relation as MemberRow['relation'], idNo: null, birth: null },
    ...{ building: null, room: null, cellOf: (code) => `${code}@${at}` },
    ...more,
  };
};
const plan = (rows: MemberRow[], known: Parameters<typeof planHouseholds>[2] = []) => {
  line = 1;
  return planHouseholds(rows, people, known);
};

test('rows of one door are one household where no number is said', () => {
  const {
    created,
    remarks,
    people: count,
  } = plan([row('王秀英', '0'), row('李建国', '1', { building: '3', room: '502' })]);
  expect(created).toEqual([
    {
      ...{ id: null, number: '', building: '3', room: '502' },
      members: [
        { resident: 'wang', relation: '0' },
        { resident: 'li', relation: '1' },
      ],
    },
  ]);
  expect([remarks, count]).toEqual([[], 2]);
});

test('two of one name are refused, never guessed; an unknown person is named by cell', () => {
  const { remarks, created } = plan([row('李建国', '0'), row('赵无', '0'), row('谁', '0', { idNo: 'X' })]);
  expect(created).toEqual([]);
  expect(remarks.map(({ cell, level }) => [cell, level])).toEqual([
    ['person.name@2', 'error'],
    ['person.name@3', 'error'],
    ['person.id_no@4', 'error'],
  ]);
});

test('a second head and a person named twice are refused by cell', () => {
  const { remarks } = plan([
    row('王秀英', '0', { number: '1' }),
    row('李建国', '0', { number: '1', birth: '1940-01-01' }),
    row('王秀英', '8', { number: '2' }),
  ]);
  expect(remarks).toMatchObject([
    { cell: 'person.name@4', message: '与 person.name@2 是同一个人' },
    { cell: 'person.relation@3', level: 'error' },
  ]);
});

test('the same file again changes nothing; nobody is put out because a file does not name them', () => {
  const known = [
    {
      ...{ id: 'h', number: '12', building: '3', room: '502' },
      members: [
        { resident: 'wang', relation: '0' as const },
        { resident: 'li', relation: '1' as const },
      ],
    },
  ];
  expect(plan([row('王秀英', '0', { number: '12' })], known)).toMatchObject({ unchanged: 1, updated: [] });
  const more = plan([row('李建国', '2', { number: '12', birth: '1971-01-01' })], known);
  expect(more.updated[0]?.members.map(({ resident }) => resident)).toEqual(['wang', 'li', 'li2']);
  const other = plan([row('李建国', '0', { number: '12', birth: '1971-01-01' })], known);
  expect(other.remarks).toMatchObject([{ level: 'error', cell: 'person.relation@2' }]);
});

test('a household without a head is told, not refused', () => {
  expect(plan([row('王秀英', '8')]).remarks).toMatchObject([{ level: 'notice' }]);
});

test('a household has at most one head and nobody twice', () => {
  const of = (...members: [string, string][]) =>
    isHousehold(members.map(([resident, relation]) => ({ resident, relation: relation as '0' })));
  expect([of(['a', '0'], ['b', '1']), of(['a', '0'], ['b', '0']), of(['a', '1'], ['a', '8']), of()]).toEqual([
    true,
    false,
    false,
    true,
  ]);
});
