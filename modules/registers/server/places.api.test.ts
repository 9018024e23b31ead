import { Client as PgClient } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, type Office, startOffice } from '#test/office.ts';
import {
  addPlace,
  changePlace,
  closePlace,
  getPlace,
  importPlaces,
  listPlaces,
  openPlace,
  placeImportTemplate,
  previewPlaceImport,
  searchRegisters,
} from '../contract.ts';
import { creditCheckOf } from '../domain/gb32100.ts';
import { auditOf, bringResidents, csv, refusal } from './fixtures.ts';

let office: Office;
let head: Client;
let member: Client;
const phone = '10000136789';
const creditCode = `91310106MA0000001${creditCheckOf('91310106MA0000001')}`;

beforeAll(async () => {
  office = await startOffice();
  head = await office.as('committee_head');
  member = await office.as('committee_member');
});

const premises = ['类别', '门店名称', '楼号', '室号', '房东', '联系电话', '面积', '备注2'];
const organisations = ['企业名称', '单位性质', '信用代码', '地址', '法人', '电话', '员工人数'];
const bring = async (register: 'premises' | 'organisation', body: Uint8Array<ArrayBuffer>) => {
  const preview = await head.call(previewPlaceImport, { body, query: { register } });
  return head.call(importPlaces, { body, query: { register, digest: preview.digest } });
};
const find = async (text: string) => (await member.call(searchRegisters, { body: { text } })).places;

describe('importing', () => {
  test('premises in any order; a rented flat goes by its door; the same file again changes nothing', async () => {
    const body = csv(
      premises,
      ['商铺', '和安便利店', '3', '101', '王秀英', phone, '85.5平方米', '南'],
      ['出租', '', '三号楼', '502室', '李建国', '', '', ''],
    );
    expect(await bring('premises', body)).toEqual({ created: 2, updated: 0, unchanged: 0 });
    expect(await bring('premises', body)).toEqual({ created: 0, updated: 0, unchanged: 2 });
    const { places, total } = await member.call(listPlaces, { query: { register: 'premises' } });
    expect(total).toBe(2);
    expect(places[1]).toMatchObject({ kind: 'rented', name: '', building: '3', room: '502' });
    const rented = await member.call(listPlaces, { query: { register: 'premises', kind: 'rented' } });
    expect(rented.total).toBe(1);
  });

  test('an organisation is the same by its credit code, wherever it moved', async () => {
    const row = ['和安小学', '学校', creditCode, '和安路3号楼201室', '赵敏', '', '45'];
    expect(await bring('organisation', csv(organisations, row))).toMatchObject({ created: 1 });
    const moved = row.with(0, '和安第一小学').with(3, '和安路9号楼101室');
    expect(await bring('organisation', csv(organisations, moved))).toMatchObject({ created: 0, updated: 1 });
    expect((await find(creditCode)).map(({ name }) => name)).toEqual(['和安第一小学']);
  });

  test('each wrong cell is named and nothing is written', async () => {
    const body = csv(
      organisations,
      [
        '甲公司',
        '公司',
        `${creditCode.slice(0, 17)}${creditCode[17] === '0' ? '1' : '0'}`,
        '',
        '',
        '12',
        '很多',
      ],
      ['', '火箭', '', '', '', '', ''],
      ['乙公司', '企业', '', '某路1号', '', '', ''],
      ['乙公司', '企业', '', '某路1号', '', '', ''],
    );
    const preview = await head.call(previewPlaceImport, { body, query: { register: 'organisation' } });
    expect(preview.remarks.map(({ cell }) => cell)).toEqual(['C2', 'F2', 'G2', 'B3', 'A3', 'A5']);
    const refused = await refusal(
      head.call(importPlaces, { body, query: { register: 'organisation', digest: preview.digest } }),
    );
    expect(refused.code).toBe('registers.cellsWrong');
    expect(await find('乙公司')).toEqual([]);
  });

  test('a file without the column that is needed is refused in words', async () => {
    const body = csv(['楼号', '室号'], ['3', '101']);
    const error = await refusal(head.call(previewPlaceImport, { body, query: { register: 'premises' } }));
    expect(error.code).toBe('registers.columnsMissing');
    for (const register of ['premises', 'organisation'] as const)
      expect((await head.file(placeImportTemplate, { query: { register } })).size).toBeGreaterThan(2000);
  });
});

describe('finding and opening', () => {
  test.each(['便利店', '和安便利', 'bianli', 'habld', 'bld', '3-101', '6789', 'wxy', '王秀英'])(
    '%s finds the shop',
    async (text) => {
      const found = await find(text);
      expect(found.map(({ name }) => name)).toContain('和安便利店');
      expect(JSON.stringify(found)).not.toContain('王秀英');
    },
  );

  test('whom to speak to is masked until opened with a reason', async () => {
    const [{ id } = { id: '' }] = await find('便利店');
    const place = await member.call(getPlace, { params: { id } });
    expect(JSON.stringify(place)).not.toMatch(new RegExp(`${phone}|王秀英`));
    expect(place).toMatchObject({ contact: '王*英', phone: '*6789' });
    const opened = await member.call(openPlace, { params: { id }, body: { reason: 'visit' } });
    expect(opened.facts.map(({ value }) => value)).toEqual(expect.arrayContaining(['王秀英', phone, '85.5']));
    expect(await auditOf(office, id)).toEqual([{ action: 'place.opened', facts: { reason: 'visit' } }]);
  });

  test('who lives at its door, and what else is there, stands beside it', async () => {
    await bringResidents(head, ['孙小明', '', '1990-01-01', '3', '502', '', '', '']);
    const body = {
      register: 'organisation' as const,
      values: { 'org.name': '孙记工作室', 'org.kind': '个体', 'place.building': '3', 'place.room': '502' },
    };
    await member.call(addPlace, { body });
    const [flat] = (await member.call(listPlaces, { query: { register: 'premises', kind: 'rented' } }))
      .places;
    const place = await member.call(getPlace, { params: { id: flat?.id ?? '' } });
    expect(place.people.map(({ name }) => name)).toEqual(['孙*明']);
    expect(place.sameDoor.map(({ name }) => name)).toEqual(['孙记工作室']);
  });

  test('another committee and another subdistrict find nothing', async () => {
    const [{ id } = { id: '' }] = await find('便利店');
    for (const as of [{ committee: 'c02' }, { other: true }]) {
      const stranger = await office.as('committee_member', as);
      expect((await stranger.call(searchRegisters, { body: { text: '便利店' } })).places).toEqual([]);
      expect((await refusal(stranger.call(getPlace, { params: { id } }))).status).toBe(404);
    }
  });
});

describe('by hand', () => {
  test('what is wrong is refused field by field', async () => {
    const values = { 'org.name': '', 'org.kind': '火箭', 'org.uscc': '123' };
    const error = await refusal(member.call(addPlace, { body: { register: 'organisation', values } }));
    expect(error.code).toBe('registers.fieldsWrong');
    expect(error.errors.map(({ path }) => path).toSorted()).toEqual(['org.kind', 'org.name', 'org.uscc']);
  });

  test('one credit code stands in the register once', async () => {
    const values = { 'org.name': '别家', 'org.kind': '企业', 'org.uscc': creditCode };
    const error = await refusal(member.call(addPlace, { body: { register: 'organisation', values } }));
    expect(error.code).toBe('registers.placeThere');
  });

  test('changed, emptied, and closed: then it is listed no more', async () => {
    const [{ id } = { id: '' }] = await find('便利店');
    const values = { 'place.area': '90', 'place.owner': '' };
    const after = await member.call(changePlace, { params: { id }, body: { revision: 1, values } });
    expect(after).toMatchObject({ contact: null, revision: 2, name: '和安便利店' });
    expect(after.facts.find(({ element }) => element === 'place.area')?.value).toBe('90');
    const stale = member.call(changePlace, { params: { id }, body: { revision: 1, values } });
    expect((await refusal(stale)).code).toBe('registers.changedMeanwhile');
    await member.call(closePlace, { params: { id }, body: { revision: 2 } });
    expect(await find('便利店')).toEqual([]);
    expect((await member.call(getPlace, { params: { id } })).closedOn).not.toBeNull();
  });
});

test('a phone is in no log line and no column in the clear', async () => {
  expect(office.logLines.join('\n')).not.toContain(phone);
  const client = new PgClient({ connectionString: office.ownerUrl });
  await client.connect();
  const { rows } = await client.query(
    'select p::text as text from place p union all select a::text from audit a',
  );
  await client.end();
  expect(rows.length).toBeGreaterThan(5);
  for (const { text } of rows) expect(text).not.toContain(phone);
});
