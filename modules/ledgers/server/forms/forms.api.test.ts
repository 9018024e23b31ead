import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { writeXlsx } from 'hucre';
import { beforeAll, expect, test } from 'vitest';
import { readFormFile, refusalWords, type SheetRefusalCode, writeCsv } from '#engines/sheets';
import {
  correctRecord,
  enterRecord,
  getEntryForm,
  getRecord,
  listElements,
  listRecords,
} from '#modules/records/contract';
import { addDays, officeDay, officeMonth } from '#platform/calendar/calendar.ts';
import type { BodyIn } from '#platform/contract/route.ts';
import { type CallError, type Client, type Office, startOffice } from '#test/office.ts';
import {
  compareLedgerForm,
  decideLedgerFormRows,
  declareLedgerForm,
  draftLedgerForm,
  exportLedger,
  getLedgerForm,
  getLedgerPage,
  type LedgerForm,
  listLedgerFormRows,
  listLedgerForms,
  undoLedgerForm,
  uploadLedgerForm,
  writeLedgerForm,
} from '../../contract.ts';
import { fileProblem } from '../../problems.ts';

let office: Office;
let clerk: Client;
let member: Client;
let ids: string[];
const today = officeDay();
const month = officeMonth();
const day = today.endsWith('-01') ? today : addDays(today, -1);

const refusal = (promise: Promise<unknown>): Promise<CallError> =>
  promise.then(
    () => Promise.reject(new Error('not refused')),
    (error: CallError) => error,
  );
const csv = (...rows: (string | number)[][]): Blob => {
  const [header = [], ...rest] = rows.map((row) => row.map(String));
  return new Blob([writeCsv(header, rest)]);
};
const upload = (file: Blob, who = clerk): Promise<LedgerForm> =>
  who.call(uploadLedgerForm, { body: file as never });

const bodyOf = (form: LedgerForm, more: Partial<LedgerForm['about']> = {}) =>
  ({
    columns: form.columns.map(({ choice }) => choice),
    about: { ...form.about, ...more },
  }) as unknown as BodyIn<typeof draftLedgerForm>;
const declare = (
  form: LedgerForm,
  more: object = {},
  about: Partial<LedgerForm['about']> = {},
): Promise<LedgerForm> =>
  clerk.call(declareLedgerForm, {
    params: { id: form.id },
    body: { ...bodyOf(form, about), ...more } as never,
  });
const rowsOf = (form: LedgerForm, query = {}) =>
  clerk.call(listLedgerFormRows, { params: { id: form.id }, query });
const decide = (form: LedgerForm, body: BodyIn<typeof decideLedgerFormRows>) =>
  clerk.call(decideLedgerFormRows, { params: { id: form.id }, body });
const settledAs = async (form: LedgerForm, state: string): Promise<LedgerForm> => {
  const look = () => clerk.call(getLedgerForm, { params: { id: form.id } });
  await expect.poll(async () => (await look()).state, { timeout: 20_000, interval: 150 }).toBe(state);
  return look();
};
const write = async (form: LedgerForm): Promise<LedgerForm> => {
  await clerk.call(writeLedgerForm, { params: { id: form.id } });
  return settledAs(form, 'written');
};
const pageOf = async (form: LedgerForm) => {
  const query = { committee: office.ids.committees.c01 ?? '' };
  const page = await clerk.call(getLedgerPage, { params: { id: form.ledger?.id ?? '' }, query });
  return page.rows.map(({ cells }) => cells.map(({ text }) => text).join('|'));
};

const header = [
  '序号',
  '姓名',
  '出生日期',
  '家庭住址',
  '走访日期',
  '收缩压',
  '舒张压',
  '阳台花草',
  '老人签名',
];
const wang = (more: (string | number)[] = []) =>
  [1, '王秀英', '1942-03-05', '3号楼502室', day, 138, 82, '月季三盆', ''].map((cell, at) => more[at] ?? cell);

beforeAll(async () => {
  office = await startOffice();
  const tenant = { subdistrict: office.ids.subdistrict };
  const { ledgers, registers } = office.app.modules;
  const person = (name: string, birth: string, building: string, room: string) => ({
    name,
    birth,
    sex: '2',
    building,
    room,
    attributes: {},
    sealed: {},
  });
  ids = await office.platform.db.transaction(tenant, async (tx) => {
    await ledgers.declare(tx, tenant);
    return registers.plant(tx, tenant, office.ids.committees.c01 ?? '', [
      person('王秀英', '1942-03-05', '3', '502'),
      person('李桂芳', '1950-01-01', '1', '101'),
      person('李桂芳', '1950-01-01', '1', '101'),
      person('陈吉祥', '1939-05-06', '2', '201'),
    ]);
  });
  clerk = await office.as('department_clerk', { department: 'civil' });
  member = await office.as('committee_member');
});

test('a form becomes a ledger with its rows, which records then fill, also its own column', async () => {
  const file = csv(['走访登记表'], header, wang(), ['', '填表人：李燕']);
  const form = await upload(file);
  expect(form).toMatchObject({
    form: 'list',
    title: '走访登记表',
    rows: 1,
    state: 'read',
    notUnderstoodTotal: 0,
  });
  expect(form.columns.map(({ choice }) => choice)).toEqual([
    { as: 'serial' },
    { as: 'register', field: 'name' },
    { as: 'register', field: 'birth' },
    { as: 'register', field: 'address' },
    { as: 'act', field: 'date' },
    { as: 'element', code: 'bp.sys' },
    { as: 'element', code: 'bp.dia' },
    { as: 'text' },
    { as: 'blank' },
  ]);
  expect(JSON.stringify(form)).not.toContain('王秀英');
  expect((await upload(file)).id).toBe(form.id);
  const draft = await clerk.call(draftLedgerForm, { params: { id: form.id }, body: bodyOf(form) });
  expect(draft.definition).toMatchObject({
    grain: 'event',
    activities: ['home_visit'],
    layout: { title: '走访登记表', footer: ['填表人：{keeper}'] },
  });
  const ledger = await declare(form);
  expect(ledger).toMatchObject({ state: 'declared', version: 1, ledger: { name: '走访登记表' } });
  expect(await rowsOf(form)).toMatchObject({
    open: 0,
    counts: { new: 1 },
    rows: [{ name: '王*英', place: '第3行' }],
  });
  expect(await write(form)).toMatchObject({ created: 1, corrected: 0 });
  expect(await pageOf(ledger)).toEqual([
    expect.stringMatching(/^1\|王\*英\|1942-03-05\|3号楼502\|.*\|138\|82\|月季三盆\|$/),
  ]);

  const asked = await member.call(getEntryForm, {
    params: { activity: 'home_visit' },
    query: { resident: ids[3] ?? '' },
  });
  const field = asked.fields.find(({ element }) => element.zh === '阳台花草');
  expect(field?.askedBy).toEqual(['走访登记表']);
  const values = { 'bp.sys': 126, 'bp.dia': 78, [field?.element.code ?? '']: '吊兰一盆' };
  const entry = { activity: 'home_visit', subject: ids[3] ?? '', occurredOn: today, values };
  const { record } = await member.call(enterRecord, { body: { ...entry, clientId: crypto.randomUUID() } });
  expect(record.fields.map(({ zh }) => zh)).toContain('阳台花草');
  expect(await pageOf(ledger)).toEqual([
    expect.anything(),
    expect.stringMatching(/陈\*祥.*126\|78\|吊兰一盆/),
  ]);
  const corrected = { revision: 1, occurredOn: today, reason: '记错', values: { ...values, 'bp.sys': 127 } };
  await member.call(correctRecord, { params: { id: record.id }, body: corrected });
});

test('a later file: what is there is left alone, what differs is shown and corrected, all of it taken back', async () => {
  const [first] = await clerk.call(listLedgerForms);
  const later = await upload(
    csv(
      ['走访登记表（续）'],
      header,
      wang(),
      wang(['2', '王秀英', '1942-03-05', '3号楼502', today, 141, 85, '无']),
      wang([3, '陈吉祥', '1939-05-06', '2号楼201', today, 127, 79, '吊兰两盆']),
    ),
  );
  const declared = await declare(later, { ledger: first?.ledger?.id, keep: true });
  expect(declared).toMatchObject({ ledger: first?.ledger, version: 1 });
  // The own column of a kept ledger is told by its name to be the same one.
  const { open, counts, rows } = await rowsOf(later);
  expect([open, counts]).toEqual([1, expect.objectContaining({ same: 1, new: 1, changed: 1 })]);
  expect(rows[2]?.changes).toEqual([
    { label: '舒张压', from: '78', to: '79' },
    { label: '阳台花草', from: '吊兰一盆', to: '吊兰两盆' },
  ]);
  expect((await refusal(clerk.call(writeLedgerForm, { params: { id: later.id } }))).code).toBe(
    'ledgers.formOpen',
  );
  expect(
    await decide(later, { all: [{ state: 'changed', decision: { changed: 'correct' } }] }),
  ).toMatchObject({ open: 0 });
  expect(await write(later)).toMatchObject({ created: 1, corrected: 1 });
  expect(await pageOf(declared)).toHaveLength(3);
  const { records } = await member.call(listRecords, { query: { resident: ids[3] ?? '' } });
  const record = await member.call(getRecord, { params: { id: records[0]?.id ?? '' } });
  expect(record.revisions[0]).toMatchObject({ reason: '按部门的表更正', values: { 'bp.dia': 78 } });

  await clerk.call(undoLedgerForm, { params: { id: later.id }, body: { reason: '传错了文件' } });
  await settledAs(later, 'undone');
  expect(await pageOf(declared)).toEqual([
    expect.stringMatching(/王\*英.*138\|82/),
    expect.stringMatching(/陈\*祥.*127\|78\|吊兰一盆/),
  ]);
});

test('who is unclear is asked, who is unknown is added or left out, what cannot be is named by cell', async () => {
  const form = await upload(
    csv(
      ['随访登记表'],
      ['姓名', '身份证号', '出生日期', '住址', '随访日期', '高压', '低压'],
      ['李桂芳', '', '1950-01-01', '1号楼101', day, 130, 80],
      ['赵新来', '', '1955-02-03', '6号楼601', day, 128, 79],
      ['赵新来', '', '1955-02-03', '6号楼601', today, 129, 79],
      ['孙搬走', '', '1955-02-03', '6号楼602', day, 128, 79],
      ['王秀英', '', '1942-03-05', '3号楼502', day, 1380, 82],
      ['王秀英', '310106194203050020', '1942-03-05', '3号楼502', day, 138, 82],
      ['陈吉祥', '', '1939-05-06', '2号楼201', '2099-01-01', 131, 84],
      ['陈吉祥', '', '1939-05-06', '2号楼201', day, 215, 110],
    ),
  );
  await declare(form, {}, { committee: office.ids.committees.c01 ?? null });
  const asked = await rowsOf(form, { open: 'true' });
  expect(
    asked.rows.map(({ state, place, remarks }) => [state, place, ...remarks.map(({ cell }) => cell)]),
  ).toEqual([
    ['who', '第3行'],
    ['unknown', '第4行'],
    ['unknown', '第5行'],
    ['unknown', '第6行'],
    ['wrong', '第7行', 'F7'],
    ['wrong', '第8行', 'B8'],
    ['wrong', '第9行', 'E9'],
    ['unusual', '第10行', 'F10'],
  ]);
  expect(asked.rows[0]?.people.map(({ name, door }) => [name, door])).toEqual([
    ['李*芳', '1号楼101'],
    ['李*芳', '1号楼101'],
  ]);
  const stranger = await refusal(
    decide(form, { rows: [{ row: 0, decision: { person: crypto.randomUUID() } }] }),
  );
  expect(stranger.code).toBe('ledgers.noSuchPerson');
  const { open } = await decide(form, {
    rows: [
      { row: 0, decision: { person: ids[1] ?? '', out: '分不清是哪一位' } },
      { row: 3, decision: { out: '已迁出' } },
      { row: 4, decision: { without: true } },
      { row: 5, decision: { out: '身份证号有误' } },
      { row: 6, decision: { without: true } },
    ],
    all: [
      { state: 'unknown', decision: { person: 'add' } },
      { state: 'unusual', decision: { confirm: '复测仍高' } },
      { state: 'changed', decision: { changed: 'another' } },
    ],
  });
  expect(open).toBe(0);
  expect(await write(form)).toMatchObject({ created: 4 });
  const rows = await pageOf(await clerk.call(getLedgerForm, { params: { id: form.id } }));
  expect(rows.filter((row) => row.includes('赵*来'))).toHaveLength(2);
  expect(rows.some((row) => row.includes('孙*走'))).toBe(false);
  expect(office.logLines.join('\n')).not.toMatch(/赵新来|310106194203050020/);
  // The same people are known now, and the same rows are there already, in whatever file they come.
  const again = await upload(
    csv(
      ['随访'],
      ['姓名', '出生日期', '住址', '日期', '高压', '低压'],
      ['赵新来', '1955-02-03', '6号楼601', today, 129, 79],
    ),
  );
  await declare(again, {
    ledger: (await clerk.call(getLedgerForm, { params: { id: form.id } })).ledger?.id,
    keep: true,
  });
  expect((await rowsOf(again)).counts).toMatchObject({ same: 1 });
});

test('cards of one person each are rows of one ledger, whatever sheet each lies on; another sheet is said to be left', async () => {
  const earlier = addDays(today, -90);
  const card = (name: string, birth: string, sys: number) => ({
    name: `卡${sys}`,
    rows: [
      ['走访情况卡', '', '', ''],
      ['姓名', name, '出生日期', birth],
      ['住址', name === '王秀英' ? '3号楼502' : '2号楼201', '走访日期', earlier],
      ['收缩压', sys, '舒张压', 80],
      ['走访情况', '一切都好', '', ''],
    ],
    merges: [
      { startRow: 0, startCol: 0, endRow: 0, endCol: 3 },
      { startRow: 4, startCol: 1, endRow: 4, endCol: 3 },
    ],
  });
  const bytes = await writeXlsx({
    sheets: [
      card('王秀英', '1942-03-05', 151),
      card('陈吉祥', '1939-05-06', 152),
      { name: '说明', rows: [['填表说明'], ['请如实填写']] },
    ],
  });
  const form = await upload(new Blob([new Uint8Array(bytes)]));
  expect(form).toMatchObject({ form: 'card', rows: 2, title: '走访情况卡' });
  expect(form.sheets.map(({ taken }) => taken)).toEqual([true, true, false]);
  await declare(form);
  const { rows } = await rowsOf(form);
  expect(rows.map(({ place, name, state }) => [place, name, state])).toEqual([
    ['卡151', '王*英', 'new'],
    ['卡152', '陈*祥', 'new'],
  ]);
  expect(await write(form)).toMatchObject({ created: 2 });
  const query = { committee: office.ids.committees.c01 ?? '', month: earlier.slice(0, 7) };
  const { ledger } = await clerk.call(getLedgerForm, { params: { id: form.id } });
  const page = await clerk.call(getLedgerPage, { params: { id: ledger?.id ?? '' }, query });
  expect(page.rows.map(({ cells }) => cells.map(({ text }) => text).join('|'))).toEqual(
    expect.arrayContaining([expect.stringMatching(/王\*英.*151\|80\|一切都好/)]),
  );
});

test('the web reads a form as `qz sheet` does', async () => {
  const bytes = await readFile(new URL('../../../../engines/sheets/fixtures/forms.xls', import.meta.url));
  const printed = (await readFormFile(bytes)).form;
  const form = await upload(new Blob([new Uint8Array(bytes)]));
  expect(form.columns.map(({ path, cell, type, unit }) => ({ path, cell, type, unit }))).toEqual(
    printed?.columns,
  );
  expect(form).toMatchObject({ form: printed?.form, title: printed?.title, headerRows: printed?.headerRows });
  expect(form.rows).toBe(printed?.rows.length);
  expect(form.notUnderstood.map(({ cell }) => cell)).toEqual(printed?.notUnderstood.map(({ cell }) => cell));
  expect(form.lines.map(({ cell, kind }) => ({ cell, kind }))).toEqual(
    printed?.lines.map(({ cell, kind }) => ({ cell, kind })),
  );
});

test('whatever bytes come, the door answers with a form or a refusal of its own', async () => {
  const [good] = await Promise.all([
    writeXlsx({
      sheets: [
        {
          name: '表',
          rows: [
            ['姓名', '日期'],
            ['王秀英', day],
          ],
        },
      ],
    }),
  ]);
  const spoil = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .string({ unit: fc.constantFrom('姓', '名', ',', '\n', '1', '"', '=', '\u0000', ' '), maxLength: 120 })
      .map((text) => Buffer.from(text)),
    fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 })).map(([at, value]) => {
      const bytes = Buffer.from(good);
      bytes.writeUInt8(value, at);
      return bytes;
    }),
  );
  await fc.assert(
    fc.asyncProperty(spoil, async (bytes) => {
      const answer = await clerk.raw('POST', '/api/ledger-forms', {
        body: new Uint8Array(bytes),
        headers: { 'content-type': 'application/octet-stream' },
      });
      const { code = 'read' } = (await answer.json()) as { code?: string };
      expect([answer.status < 500, code]).toEqual([
        true,
        expect.stringMatching(/^(read|ledgers\.(file|formNothing)|request\.)/),
      ]);
    }),
    { numRuns: 25 },
  );
});

test('a summary’s numbers stand beside what the records give', async () => {
  const form = await upload(
    csv(
      [`${month.slice(0, 4)}年${Number(month.slice(5))}月走访汇总表`],
      ['序号', '居委会', '走访人次', '走访人数'],
      [1, '和安一居', 9, 4],
      [2, '和安二居', 0, 0],
      [3, '桃花源居', 5, 5],
      ['', '合计', 14, 9],
    ),
  );
  expect(form.form).toBe('summary');
  await declare(form, {}, { activity: 'home_visit' });
  const compared = await clerk.call(compareLedgerForm, { params: { id: form.id } });
  expect(compared.rows.map(({ committee }) => committee)).toEqual(['和安一居', '和安二居']);
  expect(compared.rows[0]?.numbers.map(({ label, form: said }) => [label, said])).toEqual([
    ['走访人次', 9],
    ['走访人数', 4],
  ]);
  expect(compared).toMatchObject({ same: expect.any(Number), unmatched: ['B5'] });
  expect(compared.rows[0]?.numbers[0]?.records).toBeGreaterThan(5);
});

test('what is exported comes in again unchanged: every row is there already', async () => {
  const forms = await clerk.call(listLedgerForms);
  const source = forms.find(({ title }) => title === '走访登记表');
  for (const as of ['csv', 'xlsx'] as const) {
    const committee = office.ids.committees.c01 ?? '';
    const file = await clerk.file(exportLedger, {
      params: { id: source?.ledger?.id ?? '' },
      body: { as, purpose: 'filing', committee },
    });
    const form = await upload(file);
    await declare(form, { ledger: source?.ledger?.id, keep: true }, { committee });
    const { counts, open } = await rowsOf(form);
    expect([as, open, counts]).toEqual([
      as,
      0,
      expect.objectContaining({ same: form.rows, new: 0, changed: 0 }),
    ]);
    expect(form.rows).toBeGreaterThan(0);
  }
});

test('another department, another subdistrict: such a form is not there', async () => {
  const [form] = await clerk.call(listLedgerForms);
  for (const who of [
    await office.as('department_clerk', { department: 'health' }),
    await office.as('department_clerk', { department: 'civil', other: true }),
  ]) {
    expect((await refusal(who.call(getLedgerForm, { params: { id: form?.id ?? '' } }))).code).toBe(
      'ledgers.noForm',
    );
    expect(await who.call(listLedgerForms)).toEqual([]);
  }
  const elements = await clerk.call(listElements);
  expect(elements.some(({ zh }) => zh === '阳台花草')).toBe(false);
});

test('a file that is not read says why and what to do, in both languages', async () => {
  for (const [code, { zh, en }] of Object.entries(refusalWords) as [
    SheetRefusalCode,
    { zh: string; en: string },
  ][])
    expect(fileProblem(code)).toMatchObject({ title: zh, en });
  expect((await refusal(upload(new Blob(['PK\u0003\u0004broken'])))).code).toBe('ledgers.fileDamaged');
  expect((await refusal(upload(new Blob(['%PDF-1.7'])))).code).toBe('ledgers.fileNotAWorkbook');
  expect((await refusal(upload(new Blob(['只有一句话'])))).code).toBe('ledgers.formNothing');
});
