import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { closePaper } from '#engines/paper';
import { readTable } from '#engines/sheets';
import {
  correctRecord,
  enterRecord,
  getEntryForm,
  getRecord,
  listRecords,
  voidRecord,
} from '#modules/records/contract';
import { addDays, officeDay, officeMonth } from '#platform/calendar/calendar.ts';
import { newId } from '#platform/database/id.ts';
import { type CallError, type Client, type Office, startOffice } from '#test/office.ts';
import {
  exportLedger,
  filterLedger,
  getLedgerPage,
  getLedgerRow,
  listLedgers,
  openSummaryCell,
  previewLedgerPaper,
} from '../contract.ts';

const today = officeDay();
const month = officeMonth();
let office: Office;
let li: Client;
let civil: Client;
let health: Client;
let self: Client;
let ids: ReadonlyMap<string, string>;
let wang: string;
let record: string;

const idOf = (code: string) => ids.get(code) ?? '';
const refusal = (promise: Promise<unknown>): Promise<CallError> =>
  promise.then(
    () => Promise.reject(new Error('not refused')),
    (error: CallError) => error,
  );
const enter = async (subject: string, values: Record<string, string | number>, who = li) => {
  const draft = { clientId: newId(), activity: 'home_visit', subject, occurredOn: today, values };
  return (await who.call(enterRecord, { body: draft })).record;
};
const acts = async (subject: string) =>
  (await li.call(listRecords, { query: { resident: subject } })).records.filter(({ voided }) => !voided);
const person = (name: string, birth: string, building: string, room: string, living: string) => ({
  name,
  sex: '2',
  birth,
  phone: '10012345678',
  building,
  room,
  attributes: { 'person.living': living, 'person.chronic': ['hypertension'] },
  sealed: {},
});
/** Text of a PDF as it stands on the page. */
const textOf = async (pdf: Blob): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'qz-ledger-'));
  try {
    writeFileSync(join(folder, 'form.pdf'), new Uint8Array(await pdf.arrayBuffer()));
    return execFileSync('pdftotext', ['-layout', join(folder, 'form.pdf'), '-'], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
};
const exported = (who: Client, code: string, as: 'pdf' | 'xlsx' | 'csv', committee?: string) =>
  who.file(exportLedger, {
    params: { id: idOf(code) },
    body: { as, purpose: 'filing', ...(committee ? { committee } : {}) },
  });
const page = (who: Client, code: string, query = {}) =>
  who.call(getLedgerPage, { params: { id: idOf(code) }, query });
const texts = (rows: { cells: { text: string }[] }[]) =>
  rows.map(({ cells }) => cells.map(({ text }) => text));

beforeAll(async () => {
  office = await startOffice();
  const tenant = { subdistrict: office.ids.subdistrict };
  const { ledgers, registers } = office.app.modules;
  ids = await office.platform.db.transaction(tenant, (tx) => ledgers.declare(tx, tenant));
  li = await office.as('committee_member');
  civil = await office.as('department_clerk', { department: 'civil' });
  health = await office.as('department_clerk', { department: 'health' });
  self = await office.as('department_head', { department: 'self' });
  const c01 = office.ids.committees.c01 ?? '';
  const c02 = office.ids.committees.c02 ?? '';
  [wang = ''] = await office.platform.db.transaction(tenant, async (tx) => [
    ...(await registers.plant(tx, tenant, c01, [
      person('王秀英', '1942-03-05', '3', '502', 'alone'),
      person('陈吉祥', '1950-01-01', '5', '101', 'family'),
    ])),
    ...(await registers.plant(tx, tenant, c02, [person('马根生', '1940-07-01', '6', '105', 'alone')])),
  ]);
  record = (await enter(wang, { 'bp.sys': 165, 'bp.dia': 92, 'act.mode': 'home', 'health.mood': 'good' })).id;
});

describe('one visit with a blood pressure, entered once', () => {
  test('the form says beforehand which ledgers will have it', async () => {
    const form = await li.call(getEntryForm, {
      params: { activity: 'home_visit' },
      query: { resident: wang },
    });
    expect(form.ledgers.map(({ name }) => name).toSorted()).toEqual(
      ['独居老人探访记录', '老年人血压测量汇总', '高血压患者随访登记'].toSorted(),
    );
  });

  test('stands in three ledgers of three departments, each seen by its own', async () => {
    expect((await civil.call(listLedgers)).map(({ name, rows }) => [name, rows])).toEqual([
      ['独居老人探访记录', 1],
    ]);
    expect((await health.call(listLedgers)).map(({ name, rows }) => [name, rows])).toEqual([
      ['高血压患者随访登记', 3],
    ]);
    expect((await self.call(listLedgers)).map(({ name, rows }) => [name, rows])).toEqual([
      ['老年人血压测量汇总', 3],
    ]);
    const visits = await page(civil, 'alone-visits');
    expect(texts(visits.rows)).toEqual([
      [
        '1',
        '和安一居',
        '王*英',
        '女',
        '84',
        '3号楼502',
        '*5678',
        today.slice(5),
        '上门',
        '',
        '良好',
        '165',
        '92',
        '',
        '',
        '李社',
        '',
      ],
    ]);
    expect(visits.rows[0]?.cells[11]?.flag).toBe('偏高');
    const roster = await page(health, 'hypertension-roster', { committee: office.ids.committees.c01 });
    expect(texts(roster.rows).map((row) => row.slice(1, 9))).toEqual([
      ['王*英', '女', '1942-03-05', '3号楼502', today, '165', '92', ''],
      ['陈*祥', '女', '1950-01-01', '5号楼101', '', '', '', ''],
    ]);
    const summary = await page(self, 'pressure-summary');
    expect(texts(summary.rows)[0]?.slice(1)).toEqual([
      '和安一居',
      `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
      '1',
      '1',
      '1',
      '1',
      '100.0%',
    ]);
    expect(texts(summary.rows)[2]?.slice(3)).toEqual(['0', '0', '0', '0', '—']);
    expect(summary.totals?.slice(3)).toEqual(['1', '1', '1', '1', '100.0%']);
  });

  test('prints on three fixed forms with the whole name and the page of pages', async () => {
    const visits = await textOf(await exported(civil, 'alone-visits', 'pdf'));
    expect(visits).toMatch(/独\s*居\s*老\s*人\s*探\s*访\s*记\s*录\s*表/);
    expect(visits).toMatch(/王秀英.*3号楼502.*10012345678.*165\s+92/);
    expect(visits).toMatch(/第\s*1\s*页\s+共\s*1\s*页\s+科员/);
    const roster = await textOf(
      await exported(health, 'hypertension-roster', 'pdf', office.ids.committees.c01),
    );
    expect(roster).toMatch(/王秀英\s+女\s+1942\.03\.05\s+3号楼502.*165\s+92/);
    expect(await textOf(await exported(self, 'pressure-summary', 'pdf'))).toMatch(
      /和安一居.*1\s+1\s+1\s+1\s+100\.0%/,
    );
  });

  test('goes out as a workbook whose numbers are numbers, and as CSV that Excel opens', async () => {
    const book = new Uint8Array(await (await exported(civil, 'alone-visits', 'xlsx')).arrayBuffer());
    const { sheets } = await readTable(book);
    const cells = JSON.stringify(sheets);
    expect(cells).toContain('王秀英');
    expect(cells).toContain('血压(mmHg)');
    const csv = await (await exported(civil, 'alone-visits', 'csv')).text();
    expect(csv.split('\r\n')[0]).toContain('探访情况/血压(mmHg)/收缩压');
    expect(csv.split('\r\n')[1]).toMatch(/^1,和安一居,王秀英,女,84,3号楼502,10012345678,/);
  });

  test('the row says where else it stands and what was spared', async () => {
    const story = await civil.call(getLedgerRow, { params: { id: idOf('alone-visits'), record } });
    expect(story.alsoIn.map(({ department }) => department).toSorted()).toEqual(
      ['卫健办', '自治办'].toSorted(),
    );
    // 11 filled cells of visits, 8 of the roster, 4 of the summary; typed were 4 values and the person.
    expect(story.savedCells).toBe(18);
    expect(story.corrections).toEqual([]);
  });
});

describe('who sees what', () => {
  test('a committee sees every department’s ledger, with its own rows only', async () => {
    expect(await li.call(listLedgers)).toHaveLength(3);
    const neighbour = await office.as('committee_member', { committee: 'c02' });
    expect((await page(neighbour, 'alone-visits')).total).toBe(0);
    expect((await page(neighbour, 'hypertension-roster')).total).toBe(1);
    expect(
      (await refusal(page(neighbour, 'alone-visits', { committee: office.ids.committees.c01 }))).code,
    ).toBe('ledgers.noLedger');
    const row = neighbour.call(getLedgerRow, { params: { id: idOf('alone-visits'), record } });
    expect((await refusal(row)).code).toBe('ledgers.noRow');
  });

  test('another department’s ledger, another subdistrict’s and none at all look the same', async () => {
    const other = await office.as('department_clerk', { department: 'civil', other: true });
    const otherCommittee = await office.as('committee_member', { other: true });
    for (const who of [health, other, otherCommittee])
      expect((await refusal(page(who, 'alone-visits'))).code).toBe('ledgers.noLedger');
    const nothing = civil.call(getLedgerPage, { params: { id: newId() }, query: {} });
    expect((await refusal(nothing)).code).toBe('ledgers.noLedger');
  });

  test('an office without a department of its own keeps no ledgers', async () => {
    expect(await (await office.as('party_government')).call(listLedgers)).toEqual([]);
  });

  test('paper on screen is masked until somebody says what for, and that is kept', async () => {
    const paper = (query: Record<string, unknown>) =>
      civil.call(previewLedgerPaper, { params: { id: idOf('alone-visits') }, query });
    const masked = await paper({});
    expect(masked).toMatchObject({ page: 1, pages: 1, masked: true });
    expect(masked.svg).toMatch(/^<svg/);
    expect((await paper({ purpose: 'work' })).masked).toBe(false);
    const counts = self.call(previewLedgerPaper, { params: { id: idOf('pressure-summary') }, query: {} });
    expect((await counts).masked).toBe(false);
    expect((await refusal(paper({ page: 2 }))).code).toBe('ledgers.noPage');
    const tenant = { subdistrict: office.ids.subdistrict };
    const signs = await office.platform.db.read(tenant, (tx) =>
      tx
        .selectFrom('ledger_event')
        .select(['kind', 'purpose'])
        .where('ledger_id', '=', idOf('alone-visits'))
        .execute(),
    );
    expect(signs).toContainEqual({ kind: 'revealed', purpose: 'work' });
    expect(signs).toContainEqual({ kind: 'exported', purpose: 'filing' });
    const audit = await office.platform.db.read(tenant, (tx) =>
      tx.selectFrom('audit').select(['action', 'facts']).where('action', 'like', 'ledger.%').execute(),
    );
    expect(audit.map(({ action }) => action)).toContain('ledger.revealed');
    expect(JSON.stringify(audit)).not.toContain('王秀英');
  });
});

describe('pages', () => {
  test('a number of a summary opens to exactly its rows', async () => {
    const params = { id: idOf('pressure-summary'), column: 'high' };
    const cell = await self.call(openSummaryCell, {
      params,
      query: { committee: office.ids.committees.c01, month },
    });
    expect(texts(cell.rows)).toEqual([[today.slice(5), '王*英', '84', '3号楼502', '165', '92', '李社']]);
    expect(cell.rows[0]?.record).toBe(record);
    const total = await self.call(openSummaryCell, { params, query: { month, total: 'true' } });
    expect(total.total).toBe(1);
    const rate = self.call(openSummaryCell, { params: { ...params, column: 'rate' }, query: { month } });
    expect((await refusal(rate)).code).toBe('ledgers.noColumn');
  });

  test('sorts by any column that is not sealed', async () => {
    const sorted = await page(health, 'hypertension-roster', { sort: 'birth', descending: 'true' });
    expect(texts(sorted.rows).map((row) => row[4])).toEqual(['1950-01-01', '1942-03-05', '1940-07-01']);
    expect((await refusal(page(civil, 'alone-visits', { sort: 'phone' }))).code).toBe('ledgers.noColumn');
    expect((await refusal(page(civil, 'alone-visits', { sort: 'x' }))).code).toBe('ledgers.noColumn');
  });
});

describe('over all committees', () => {
  test('every row says whose it is, on screen, on paper and in files', async () => {
    const all = await page(health, 'hypertension-roster');
    expect(all.columns.map(({ path }) => path[0]).slice(0, 3)).toEqual(['序号', '居委会', '基本情况']);
    expect(texts(all.rows).map((row) => row[1])).toEqual(['和安一居', '和安一居', '和安二居']);
    expect(await textOf(await exported(health, 'hypertension-roster', 'pdf'))).toMatch(/和安二居\s+马根生/);
    const own = await page(health, 'hypertension-roster', { committee: office.ids.committees.c01 });
    expect(own.columns.map(({ path }) => path[0])).not.toContain('居委会');
  });

  test('narrows by any column: words of a choice, a number, nothing in it; never by what is sealed', async () => {
    const some = (filters: { column: string; is: string; value: string | null }[]) =>
      health.call(filterLedger, {
        params: { id: idOf('hypertension-roster') },
        body: { filters } as never,
      });
    const names = async (filters: Parameters<typeof some>[0]) =>
      texts((await some(filters)).rows).map((row) => row[2]);
    expect(await names([{ column: 'name', is: 'has', value: '秀' }])).toEqual(['王*英']);
    expect(await names([{ column: 'sys', is: '≥', value: '160' }])).toEqual(['王*英']);
    expect(await names([{ column: 'sys', is: 'empty', value: null }])).toEqual(['陈*祥', '马*生']);
    expect(await names([{ column: 'sex', is: 'has', value: '女' }])).toHaveLength(3);
    expect(await names([{ column: 'address', is: 'has', value: '%' }])).toEqual([]);
    const sealed = civil.call(filterLedger, {
      params: { id: idOf('alone-visits') },
      body: { filters: [{ column: 'phone', is: 'has', value: '1' }] },
    });
    expect((await refusal(sealed)).code).toBe('ledgers.noColumn');
    const noNumber = some([{ column: 'sys', is: '≥', value: '高' }]);
    expect((await refusal(noNumber)).code).toBe('ledgers.noColumn');
  });

  test('covers every month of a period', async () => {
    const before = `${Number(month.slice(0, 4)) - 1}-11`;
    const period = await page(civil, 'alone-visits', { month: before, until: month });
    expect(period.total).toBe(1);
    expect(period.period).toContain('—');
    expect((await page(civil, 'alone-visits', { month: before })).total).toBe(0);
  });
});

describe('afterwards', () => {
  test('a correction shows in every ledger, and the row keeps what stood before', async () => {
    await li.call(correctRecord, {
      params: { id: record },
      body: {
        revision: 1,
        occurredOn: today,
        values: { 'bp.sys': 156, 'bp.dia': 92, 'act.mode': 'home', 'health.mood': 'good' },
        reason: '说错',
      },
    });
    expect(texts((await page(civil, 'alone-visits')).rows)[0]?.[11]).toBe('156');
    expect(texts((await page(health, 'hypertension-roster')).rows)[0]?.[7]).toBe('156');
    const story = await health.call(getLedgerRow, { params: { id: idOf('hypertension-roster'), record } });
    expect(story.corrections).toMatchObject([
      { by: '李社', reason: '说错', changes: [{ label: '收缩压', from: '165', to: '156' }] },
    ]);
  });

  test('a later visit without a value is not shown with the value of an older one', async () => {
    await enter(wang, { 'bp.sys': 150, 'bp.dia': 88, 'health.drug': 'regular' });
    const later = await enter(wang, { 'bp.sys': 151, 'bp.dia': 89 });
    const [row] = texts((await page(health, 'hypertension-roster')).rows);
    expect(row?.slice(7, 10)).toEqual(['151', '89', '']);
    const story = health.call(getLedgerRow, { params: { id: idOf('hypertension-roster'), record } });
    expect((await refusal(story)).code).toBe('ledgers.noRow');
    for (const one of [later, ...(await acts(wang)).filter(({ summary }) => summary.startsWith('150/'))])
      await li.call(voidRecord, { params: { id: one.id }, body: { revision: 1, reason: '重复' } });
  });

  test('paper follows the screen, newest first unless sorted', async () => {
    const first = await enter(wang, { 'bp.sys': 141, 'bp.dia': 81 });
    const second = await enter(wang, { 'bp.sys': 142, 'bp.dia': 82 });
    const screen = texts((await page(civil, 'alone-visits')).rows).map((row) => row[11]);
    expect(screen).toEqual(['142', '141', '156']);
    const printed = await textOf(await exported(civil, 'alone-visits', 'pdf'));
    expect(printed).toMatch(/142\s+82[\s\S]*141\s+81[\s\S]*156\s+92/);
    const sorted = civil.file(exportLedger, {
      params: { id: idOf('alone-visits') },
      body: { as: 'pdf', purpose: 'filing', sort: 'sys' },
    });
    expect(await textOf(await sorted)).toMatch(/141\s+81[\s\S]*142\s+82[\s\S]*156\s+92/);
    for (const { id } of [first, second])
      await li.call(voidRecord, { params: { id }, body: { revision: 1, reason: '重复' } });
  });

  test('a voided visit leaves every ledger', async () => {
    const { id, revision } = await enter(wang, { 'bp.sys': 120, 'bp.dia': 80 });
    expect((await page(civil, 'alone-visits')).total).toBe(2);
    await li.call(voidRecord, { params: { id }, body: { revision, reason: '重复' } });
    expect((await page(civil, 'alone-visits')).total).toBe(1);
    expect(texts((await page(health, 'hypertension-roster')).rows)[0]?.[7]).toBe('156');
    await closePaper();
  });
});

test('what a form says it fills is what the ledgers then say of it, on the newest day and on an older one', async () => {
  const yesterday = addDays(today, -1);
  for (const occurredOn of [today, yesterday]) {
    const values = { 'bp.sys': 128, 'bp.dia': 79, 'health.mood': 'good' };
    const body = { clientId: newId(), activity: 'home_visit', subject: wang, occurredOn, values };
    const { record: entered } = await li.call(enterRecord, { body });
    const { ledgers: standing } = await li.call(getRecord, { params: { id: entered.id } });
    expect(entered.ledgers).toEqual(standing);
    expect(entered.ledgers.length).toBeGreaterThan(1);
  }
});
