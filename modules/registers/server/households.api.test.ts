import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, type Office, startOffice } from '#test/office.ts';
import {
  addHousehold,
  changeHousehold,
  dissolveHousehold,
  formHouseholds,
  getHousehold,
  getResident,
  householdImportTemplate,
  importHouseholds,
  listHouseholds,
  previewHouseholdImport,
  searchRegisters,
} from '../contract.ts';
import { bringResidents, csv, idNoOf, idOf, refusal } from './fixtures.ts';

let office: Office;
let head: Client;
let [wang, li, sun, zhao]: string[] = [];
const wangIdNo = idNoOf('1942-03-05', '002');

beforeAll(async () => {
  office = await startOffice();
  head = await office.as('committee_head');
  await bringResidents(
    head,
    ['王秀英', wangIdNo, '', '3', '502', '', '', ''],
    ['李建国', '', '1940-01-01', '3', '502', '', '', ''],
    ['孙小明', '', '1990-01-01', '3', '503', '', '', ''],
    ['赵敏', '', '1985-01-01', '3', '503', '', '', ''],
  );
  [wang, li, sun, zhao] = await Promise.all(
    ['王秀英', '李建国', '孙小明', '赵敏'].map((one) => idOf(head, one)),
  );
});

const homeOf = async (id = '') => (await head.call(getResident, { params: { id } })).household;
const header = ['户号', '姓名', '身份证号', '与户主关系', '室号'];
const bring = async (...rows: string[][]) => {
  const body = csv(header, ...rows);
  const preview = await head.call(previewHouseholdImport, { body });
  return head.call(importHouseholds, { body, query: { digest: preview.digest } });
};

describe('by hand', () => {
  test('a household has its head, its people leave where they lived before', async () => {
    const first = await head.call(addHousehold, {
      body: {
        ...{ building: '3号楼', room: '502室' },
        members: [
          { resident: li ?? '', relation: '1' },
          { resident: wang ?? '', relation: '0' },
        ],
      },
    });
    expect(first).toMatchObject({ building: '3', room: '502', head: '王*英', people: 2 });
    expect(first.members.map(({ name }) => name)).toEqual(['王*英', '李*国']);
    const second = await head.call(addHousehold, {
      body: { members: [{ resident: li ?? '', relation: '0' }] },
    });
    expect([await homeOf(li), await homeOf(wang)]).toEqual([second.id, first.id]);
    // Whoever still sees the first as it was before looks again.
    const older = { building: '3', room: '502', revision: first.revision, members: [] };
    const stale = { ...older, members: [{ resident: li ?? '', relation: '0' as const }] };
    expect((await refusal(head.call(changeHousehold, { params: { id: first.id }, body: stale }))).code).toBe(
      'registers.changedMeanwhile',
    );
    // The first is whole again; nobody lives in the second any more, so it is gone.
    const back = await head.call(changeHousehold, {
      params: { id: first.id },
      body: {
        ...{ building: '3', room: '502', revision: first.revision + 1 },
        members: [
          { resident: wang ?? '', relation: '1' },
          { resident: li ?? '', relation: '0' },
        ],
      },
    });
    expect(back).toMatchObject({ head: '李*国', people: 2 });
    // Both former versions are readable, masked.
    expect(
      back.changes.map(({ by, source, before }) => [by, source, before.map(({ value }) => value)]),
    ).toEqual([
      ['吴任', 'typed', ['王*英（户主）']],
      ['吴任', 'typed', ['王*英（户主）、李*国（配偶）']],
    ]);
    expect((await refusal(head.call(getHousehold, { params: { id: second.id } }))).status).toBe(404);
  });

  test('two heads, a stranger and an older page are refused', async () => {
    const members = [
      { resident: wang ?? '', relation: '0' as const },
      { resident: li ?? '', relation: '0' as const },
    ];
    expect((await refusal(head.call(addHousehold, { body: { members } }))).code).toBe(
      'registers.householdWrong',
    );
    const elsewhere = await office.as('committee_head', { committee: 'c02' });
    expect(
      (await refusal(elsewhere.call(addHousehold, { body: { members: members.slice(0, 1) } }))).status,
    ).toBe(404);
    const id = (await homeOf(wang)) ?? '';
    expect((await refusal(elsewhere.call(getHousehold, { params: { id } }))).status).toBe(404);
    expect(
      (await refusal(head.call(dissolveHousehold, { params: { id }, body: { revision: 99 } }))).code,
    ).toBe('registers.changedMeanwhile');
  });

  test('those at one door without a household are formed into one; once done there is nothing to do', async () => {
    expect((await head.call(listHouseholds, { query: {} })).homeless).toBe(2);
    expect(await head.call(formHouseholds, {})).toEqual({ households: 1, people: 2 });
    expect(await head.call(formHouseholds, {})).toEqual({ households: 0, people: 0 });
    expect(await homeOf(sun)).toBe(await homeOf(zhao));
    const { households, total, homeless } = await head.call(listHouseholds, { query: {} });
    expect([total, homeless, households.map(({ room }) => room)]).toEqual([2, 0, ['502', '503']]);
  });

  test('a household is found by any of its people', async () => {
    const found = await head.call(searchRegisters, { body: { text: 'wxy' } });
    expect(found.residents.map(({ id }) => id)).toEqual([wang]);
    expect(found.households).toMatchObject([{ room: '502', head: '李*国', people: 2 }]);
  });

  test('dissolved, its people stay', async () => {
    const id = (await homeOf(sun)) ?? '';
    await head.call(dissolveHousehold, { params: { id }, body: { revision: 1 } });
    expect(await homeOf(sun)).toBeNull();
  });

  test('of two who change and dissolve the same household, one is told', async () => {
    const members = [{ resident: sun ?? '', relation: '0' as const }];
    const { id, revision } = await head.call(addHousehold, { body: { members } });
    const answers = await Promise.allSettled([
      head.call(changeHousehold, { params: { id }, body: { members, revision, note: '租客' } }),
      head.call(dissolveHousehold, { params: { id }, body: { revision } }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const standing = (await homeOf(sun)) !== null;
    if (standing) await head.call(dissolveHousehold, { params: { id }, body: { revision: revision + 1 } });
  });
});

describe('importing', () => {
  test('rows of one number are one household; the same file again changes nothing', async () => {
    const rows = [
      ['12', '孙小明', '', '户主', '503'],
      ['12', '赵敏', '', '妻子', '503'],
    ];
    expect(await bring(...rows)).toEqual({ created: 1, updated: 0, unchanged: 0 });
    expect(await bring(...rows)).toEqual({ created: 0, updated: 0, unchanged: 1 });
    const home = await head.call(getHousehold, { params: { id: (await homeOf(sun)) ?? '' } });
    expect(home).toMatchObject({ number: '12', building: '3', room: '503', head: '孙*明' });
    expect((await head.call(searchRegisters, { body: { text: '12' } })).households).toHaveLength(1);
  });

  test('each wrong cell is named, nothing is written, no content repeated', async () => {
    const body = csv(
      header,
      ['7', '王秀英', wangIdNo, '户主', ''],
      ['7', '没有的人', '', '配偶', ''],
      ['7', '李建国', '', '邻居', ''],
      ['7', '', '', '', '9'],
    );
    const before = await homeOf(wang);
    const preview = await head.call(previewHouseholdImport, { body });
    expect(preview.remarks.filter(({ level }) => level === 'error').map(({ cell }) => cell)).toEqual([
      'D4',
      'B5',
      'D5',
      'B3',
    ]);
    expect(JSON.stringify(preview.remarks)).not.toMatch(/没有的人|邻居/);
    const refused = await refusal(head.call(importHouseholds, { body, query: { digest: preview.digest } }));
    expect(refused.code).toBe('registers.cellsWrong');
    expect(await homeOf(wang)).toBe(before);
  });

  test('a register that changed since the preview is refused', async () => {
    const body = csv(header, ['9', '赵敏', '', '户主', '']);
    const { digest } = await head.call(previewHouseholdImport, { body });
    await bringResidents(head, ['周新', '', '2001-01-01', '5', '101', '', '', '']);
    expect((await refusal(head.call(importHouseholds, { body, query: { digest } }))).code).toBe(
      'registers.registerChanged',
    );
  });

  test('the blank form is a workbook', async () => {
    expect((await head.file(householdImportTemplate)).size).toBeGreaterThan(2000);
  });
});
