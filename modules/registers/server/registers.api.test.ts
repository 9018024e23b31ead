import excel from 'exceljs';
import { Client as PgClient } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { readTable, writeCsv } from '#engines/sheets';
import { type CallError, type Client, type Office, startOffice } from '#test/office.ts';
import {
  getResident,
  importResidents,
  listResidents,
  openResident,
  previewResidentImport,
  residentImportTemplate,
  searchResidents,
} from '../contract.ts';
import { checkCharacterOf } from '../domain/gb11643.ts';

const idNoOf = (birth: string, order: string): string => {
  const body = `990000${birth.replaceAll('-', '')}${order}`;
  return body + checkCharacterOf(body);
};
const wangIdNo = idNoOf('1942-03-05', '002');
const liIdNo = idNoOf('1950-07-01', '117');
const phone = '10000136789';

/** Any order, a title above, an extra column: what a committee really has. */
const header = ['室号', '姓名', '房屋朝向', '身份证号码', '手机', '楼号', '居住情况', '慢性病'];
const wang = ['502室', '王秀英', '南', wangIdNo, phone, '三号楼', '独居', '高血压'];
const li = ['101', '李建国', '北', liIdNo, '', '12', '与家人同住', ''];

const workbook = async (...rows: string[][]): Promise<Uint8Array<ArrayBuffer>> => {
  const book = new excel.Workbook();
  const sheet = book.addWorksheet('居民');
  for (const row of [['和安一居居民底册'], header, ...rows]) sheet.addRow(row);
  return new Uint8Array(await book.xlsx.writeBuffer());
};
const csv = (...rows: string[][]) => new TextEncoder().encode(writeCsv(header, rows));

let office: Office;
let head: Client;
let member: Client;
const bring = async (client: Client, body: Uint8Array<ArrayBuffer>) => {
  const { digest } = await client.call(previewResidentImport, { body });
  return client.call(importResidents, { body, query: { digest } });
};
const refusal = (promise: Promise<unknown>): Promise<CallError> =>
  promise.then(
    () => Promise.reject(new Error('not refused')),
    (error: CallError) => error,
  );

beforeAll(async () => {
  office = await startOffice();
  head = await office.as('committee_head');
  member = await office.as('committee_member');
  await bring(head, await workbook(wang, li));
});

describe('importing', () => {
  test('a preview names each wrong cell and writes nothing', async () => {
    const body = await workbook(
      ['502', '赵敏', '', `${wangIdNo.slice(0, 17)}0`, '12', '3', '独居', ''],
      ['503', '', '', '', '', '3', '很好', ''],
    );
    const preview = await head.call(previewResidentImport, { body });
    expect(preview.remarks.map(({ cell }) => cell)).toEqual(['D3', 'E3', 'G4', 'B4']);
    expect(preview).toMatchObject({ rows: 2, created: 0, errors: 4 });
    expect(preview.columns.find(({ heading }) => heading === '房屋朝向')?.element).toBeNull();
    const refused = await refusal(head.call(importResidents, { body, query: { digest: preview.digest } }));
    expect(refused).toMatchObject({ status: 422, code: 'registers.cellsWrong' });
    expect(refused.errors[0]?.path).toBe('D3');
    expect(await member.call(searchResidents, { body: { text: '赵敏' } })).toEqual([]);
  });

  test('one wrong cell among good rows: nothing is written', async () => {
    const body = csv(['601', '孙好', '', '', '', '3', '', ''], ['602', '孙坏', '', '123', '', '3', '', '']);
    expect((await refusal(bring(head, body))).code).toBe('registers.cellsWrong');
    expect(await member.call(searchResidents, { body: { text: '孙好' } })).toEqual([]);
  });

  test('the same file again changes nothing; a changed row updates, by ID number', async () => {
    expect(await bring(head, await workbook(wang, li))).toEqual({ created: 0, updated: 0, unchanged: 2 });
    expect(await bring(head, csv(['102', ...li.slice(1)]))).toEqual({ created: 0, updated: 1, unchanged: 0 });
    expect((await member.call(searchResidents, { body: { text: '12-102' } }))[0]?.name).toBe('李*国');
  });

  test('a file other than the previewed one, or a register changed since, is refused', async () => {
    const body = csv(['701', '钱一', '', '', '', '7', '', '']);
    const { digest } = await head.call(previewResidentImport, { body });
    const other = csv(['701', '钱二', '', '', '', '7', '', '']);
    expect((await refusal(head.call(importResidents, { body: other, query: { digest } }))).code).toBe(
      'registers.fileChanged',
    );
    const [one, two] = await Promise.allSettled(
      [1, 2].map(() => head.call(importResidents, { body, query: { digest } })),
    );
    const outcomes = [one, two].map((outcome) => outcome?.status);
    expect(outcomes.toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await member.call(searchResidents, { body: { text: '钱一' } })).toHaveLength(1);
  });

  test('somebody of another committee is refused and not shown', async () => {
    const other = await office.as('committee_head', { committee: 'c02' });
    const { remarks } = await other.call(previewResidentImport, { body: csv(wang) });
    expect(remarks).toMatchObject([{ cell: 'D2', level: 'error' }]);
  });

  test('what is no table is refused in words', async () => {
    const body = new TextEncoder().encode('%PDF-1.7 …');
    expect((await refusal(head.call(previewResidentImport, { body }))).status).toBe(422);
    const noName = new TextEncoder().encode(writeCsv(['楼号', '室号'], [['3', '502']]));
    expect((await refusal(head.call(previewResidentImport, { body: noName }))).code).toBe(
      'registers.columnsMissing',
    );
  });

  test('the blank form comes back in without a problem once filled', async () => {
    const form = await head.file(residentImportTemplate);
    const { sheets } = await readTable(new Uint8Array(await form.arrayBuffer()));
    expect(sheets[0]?.rows[0]?.map(({ text }) => text)).toContain('姓名*');
  });

  test('members may not import', async () => {
    expect((await refusal(member.call(previewResidentImport, { body: csv(wang) }))).status).toBe(403);
  });
});

describe('finding and opening', () => {
  test.each(['王秀英', 'wxy', 'wangxiu', '3-502', '三号楼502', '6789', wangIdNo, phone])(
    '%s finds one, masked',
    async (text) => {
      const found = await member.call(searchResidents, { body: { text } });
      expect(found).toMatchObject([
        { name: '王*英', building: '3', room: '502', phone: '*6789', tags: ['over80', 'alone', 'unvisited'] },
      ]);
      expect(JSON.stringify(found)).not.toMatch(/秀|990000/);
    },
  );

  test('a page of a person holds nothing in full before it is opened', async () => {
    const [found] = await member.call(searchResidents, { body: { text: 'wxy' } });
    const id = found?.id ?? '';
    const masked = await member.call(getResident, { params: { id } });
    expect(masked.facts.find(({ element }) => element === 'person.id_no')?.value).toBe('***');
    expect(masked.facts.find(({ element }) => element === 'person.chronic')?.value).toBe('***');
    expect(JSON.stringify(masked)).not.toContain(phone);
    const opened = await member.call(openResident, { params: { id }, body: { reason: 'visit' } });
    expect(opened.name).toBe('王秀英');
    expect(opened.facts.map(({ value }) => value)).toEqual(
      expect.arrayContaining([wangIdNo, phone, '高血压']),
    );
    const audited = await office.platform.db.read({ subdistrict: office.ids.subdistrict }, (tx) =>
      tx.selectFrom('audit').select(['action', 'facts']).where('subject', '=', id).execute(),
    );
    expect(audited).toEqual([{ action: 'resident.opened', facts: { reason: 'visit' } }]);
  });

  test('another committee and another subdistrict find nobody', async () => {
    const [found] = await member.call(searchResidents, { body: { text: 'wxy' } });
    for (const as of [{ committee: 'c02' }, { other: true }]) {
      const stranger = await office.as('committee_member', as);
      expect(await stranger.call(searchResidents, { body: { text: wangIdNo } })).toEqual([]);
      expect((await stranger.call(listResidents, { query: {} })).total).toBe(0);
      const params = { id: found?.id ?? '' };
      expect((await refusal(stranger.call(getResident, { params }))).status).toBe(404);
      expect((await refusal(stranger.call(openResident, { params, body: { reason: 'visit' } }))).status).toBe(
        404,
      );
    }
  });

  test('the list is by door and can be narrowed', async () => {
    const { residents, total } = await member.call(listResidents, { query: {} });
    expect([residents.length, residents[0]?.building]).toEqual([total, '3']);
    const alone = await member.call(listResidents, { query: { tag: 'alone' } });
    expect(alone.residents.map(({ name }) => name)).toEqual(['王*英']);
  });
});

test('ID numbers and phones are in no log line, no refusal and no column in the clear', async () => {
  const bad = csv(['502', '王秀英', '', `${wangIdNo.slice(0, 17)}0`, `${phone}99`, '3', '', '']);
  const preview = await head.call(previewResidentImport, { body: bad });
  expect(JSON.stringify(preview)).not.toMatch(/19420305|10000136789/);
  const refused = await refusal(head.call(importResidents, { body: bad, query: { digest: preview.digest } }));
  expect(JSON.stringify({ ...refused, message: refused.message })).not.toMatch(/19420305|10000136789/);
  expect(office.logLines.join('\n')).not.toMatch(/19420305|10000136789/);
  const client = new PgClient({ connectionString: office.ownerUrl });
  await client.connect();
  const { rows } = await client.query(
    'select r::text as text from resident r union all select a::text from audit a',
  );
  await client.end();
  expect(rows.length).toBeGreaterThan(2);
  for (const { text } of rows) expect(text).not.toMatch(new RegExp(`${wangIdNo}|${phone}`));
});
