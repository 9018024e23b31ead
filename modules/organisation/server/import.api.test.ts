import exceljs from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { CallError, type Client, type Office, startOffice } from '#test/office.ts';
import * as contract from '../contract.ts';

let office: Office;
let admin: Client;

beforeAll(async () => {
  office = await startOffice();
  admin = await office.as('administrator');
});

type Rows = readonly (readonly (string | number)[])[];

const workbook = async (sheets: Record<string, Rows>): Promise<Uint8Array> => {
  const book = new exceljs.Workbook();
  for (const [name, rows] of Object.entries(sheets))
    book.addWorksheet(name).addRows(rows.map((row) => [...row]));
  return new Uint8Array(await book.xlsx.writeBuffer());
};

const preview = (body: Uint8Array, who = admin) => who.call(contract.previewOrganisationImport, { body });
const apply = (id: string, who = admin) => who.call(contract.applyOrganisationImport, { params: { id } });
const refusal = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof CallError ? error.code : String(error)),
  );

const committeeTitles = ['名称', '编号', '地址', '路程（分钟）', '简称'];
const cadreTitles = ['所属居委会', '姓名', '职务', '条线', '手机'];
const newCommittee = ['平安居委会', 'c10', '平安路8号', 25, '平安居'];

test('a preview names each problem by its cell and writes nothing', async () => {
  const file = await workbook({
    居委会: [committeeTitles, newCommittee, ['和美居委会', 'c11', '和美路1号', '半小时', '']],
    干部: [cadreTitles, ['平安居', '钱社', '厨师', '', ''], ['不存在居', '孙社', '社工', '', '']],
  });
  const shown = await preview(file);
  expect(shown.problems).toEqual([
    { sheet: '居委会', cell: 'D3', message: '路程应为分钟数（0–240）' },
    { sheet: '干部', cell: 'C2', message: expect.stringContaining('不认识的职务：厨师') },
    { sheet: '干部', cell: 'A3', message: '没有叫“不存在居”的居委会或部门' },
  ]);
  expect(await refusal(apply(shown.id))).toBe('organisation.importProblems');
  expect((await admin.call(contract.listCommittees)).some(({ code }) => code === 'c10')).toBe(false);
});

test('a whole file goes in at once, and only once', async () => {
  const file = await workbook({
    部门: [
      ['编号', '名称', '类别'],
      ['safety', '平安办', '业务科室'],
    ],
    居委会: [committeeTitles, newCommittee],
    干部: [
      cadreTitles,
      ['平安居', '钱社', '社工、副主任', '民政 卫生', '13800001234'],
      ['平安办', '冯科', '科员', '', ''],
    ],
  });
  const shown = await preview(file);
  expect(shown).toMatchObject({
    problemCount: 0,
    departments: { added: 1, leftOut: 4 },
    committees: { added: 1, leftOut: 3 },
    cadres: { added: 2, changed: 0, unchanged: 0, leftOut: 19 },
  });
  const answers = await Promise.all([refusal(apply(shown.id)), refusal(apply(shown.id))]);
  expect(answers.sort()).toEqual(['done', 'organisation.importDone']);
  const committee = (await admin.call(contract.listCommittees)).find(({ code }) => code === 'c10');
  expect(committee).toMatchObject({ name: '平安居委会', travelMinutes: 25 });
  const [cadre] = await admin.call(contract.listCadres, { query: { committee: committee?.id } });
  expect(cadre).toMatchObject({
    name: '钱社',
    posts: ['social_worker', 'deputy_director'],
    phone: '138****1234',
  });
});

test('a second import updates what it names and leaves the rest', async () => {
  const file = await workbook({
    居委会: [
      ['编号', '名称', '路程'],
      ['c01', '和安一居委会', 18],
    ],
    干部: [
      ['姓名', '所属', '职务'],
      ['周书甲', 'c01', '书记、主任'],
    ],
  });
  const shown = await preview(file);
  expect(shown).toMatchObject({ problemCount: 0, committees: { changed: 1 }, cadres: { changed: 1 } });
  expect((await apply(shown.id)).applied).toBe(true);
  const committees = await admin.call(contract.listCommittees);
  expect(committees.find(({ code }) => code === 'c01')).toMatchObject({
    travelMinutes: 18,
    address: '和安路1号',
    shortName: '和安一居',
  });
  expect((await preview(file)).committees).toMatchObject({ changed: 0, unchanged: 1 });
});

test('a change of the organisation after the preview stops the import', async () => {
  const file = await workbook({
    居委会: [
      ['编号', '名称', '路程'],
      ['c02', '和安二居委会', 99],
    ],
  });
  const shown = await preview(file);
  const params = { id: office.ids.committees.c03 ?? '' };
  const body = { name: '新芳居委会', shortName: '新芳居', address: '新芳路33号', travelMinutes: 20 };
  await admin.call(contract.updateCommittee, { params, body });
  expect(await refusal(apply(shown.id))).toBe('organisation.importStale');
  const committees = await admin.call(contract.listCommittees);
  expect(committees.find(({ code }) => code === 'c02')?.travelMinutes).toBe(15);
});

test('of two imports previewed side by side, the second to be applied is refused', async () => {
  const with_ = async (minutes: number) =>
    (
      await preview(
        await workbook({
          居委会: [
            ['编号', '名称', '路程'],
            ['c02', '和安二居委会', minutes],
          ],
        }),
      )
    ).id;
  const ids = [await with_(31), await with_(32)];
  const answers = await Promise.all(ids.map((id) => refusal(apply(id))));
  expect(answers.sort()).toEqual(['done', 'organisation.importStale']);
});

test('a CSV file is recognised by its titles', async () => {
  const text = '姓名,职务,所属\n赵社,社工,c02\n';
  const shown = await preview(new TextEncoder().encode(text));
  expect(shown).toMatchObject({
    problemCount: 0,
    cadres: { added: 1 },
    committees: { added: 0, leftOut: 0 },
  });
});

describe('what is no organisation', () => {
  test('another kind of file is refused in words', async () => {
    expect(await refusal(preview(new TextEncoder().encode('%PDF-1.7 something')))).toMatch(/^organisation\./);
    expect(await refusal(preview(new Uint8Array()))).toBe('organisation.unreadable');
  });

  test('a workbook of something else says which sheets it wants', async () => {
    const shown = await preview(
      await workbook({
        销售: [
          ['产品', '数量'],
          ['茶', 3],
        ],
      }),
    );
    expect(shown.problems.map(({ message }) => message).join()).toMatch('部门');
  });
});

test('the import of one subdistrict is not there for another', async () => {
  const shown = await preview(
    await workbook({
      居委会: [
        ['编号', '名称', '路程'],
        ['c77', '远居委会', 5],
      ],
    }),
  );
  expect(await refusal(apply(shown.id, await office.as('administrator', { other: true })))).toBe(
    'request.notFound',
  );
});

test('an upload nobody confirmed is forgotten after a week, file and all', async () => {
  const file = await workbook({
    居委会: [
      ['编号', '名称', '路程'],
      ['c66', '旧居委会', 5],
    ],
  });
  const { id } = await preview(file);
  const key = `${office.ids.subdistrict}/${id}`;
  expect(await office.platform.files.get(key)).not.toBeNull();
  await office.platform.db.transaction(office.ids, (tx) =>
    tx
      .updateTable('organisation_import')
      .set({ created_at: '2026-01-01T00:00:00Z' })
      .where('id', '=', id)
      .execute(),
  );
  await preview(file);
  expect(await office.platform.files.get(key)).toBeNull();
  expect(await refusal(apply(id))).toBe('request.notFound');
});

test('the template, filled in, is read back', async () => {
  const book = new exceljs.Workbook();
  await book.xlsx.load(await (await admin.file(contract.downloadOrganisationTemplate)).arrayBuffer());
  book.getWorksheet('居委会')?.addRow(['c20', '长安居委会', '长安居', '长安路2号', '7']);
  book.getWorksheet('干部')?.addRow(['何社', '长安居', '社工', '', '', '是']);
  const shown = await preview(new Uint8Array(await book.xlsx.writeBuffer()));
  expect(shown).toMatchObject({ problemCount: 0, committees: { added: 1 }, cadres: { added: 1 } });
});

test('a phone is sealed in the database, and reading it in full leaves a trace', async () => {
  const cadres = await admin.call(contract.listCadres, { query: {} });
  const cadre = cadres.find(({ phone }) => phone !== null);
  const params = { id: cadre?.id ?? '' };
  const head = await office.as('committee_head');
  expect(await head.call(contract.openCadrePhone, { params })).toEqual({ phone: '13800001234' });
  const seen = await office.platform.db.read(office.ids, async (tx) => ({
    audit: await tx
      .selectFrom('audit')
      .select('subject')
      .where('action', '=', 'cadre.phone-opened')
      .execute(),
    stored: await tx.selectFrom('cadre').select('phone').where('id', '=', params.id).executeTakeFirst(),
  }));
  expect(seen.audit).toEqual([{ subject: params.id }]);
  expect(seen.stored?.phone?.toString('latin1')).not.toContain('1234');
});
