import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, expect, test } from 'vitest';
import { closePaper } from '#engines/paper';
import { readTable } from '#engines/sheets';
import { officeDay, officeMonth } from '#platform/calendar/calendar.ts';
import { type CallError, type Client, type Office, startOffice } from '#test/office.ts';
import {
  addLedgerTemplate,
  cancelLedgerExport,
  confirmLedgerTemplate,
  exportLedger,
  issueLedger,
  type LedgerExportJob,
  listLedgerExports,
  startLedgerExport,
  takeLedgerExport,
} from '../../contract.ts';

const month = officeMonth();
let office: Office;
let civil: Client;
let health: Client;
let ids: ReadonlyMap<string, string>;
const idOf = (code: string) => ids.get(code) ?? '';

const refusal = (promise: Promise<unknown>): Promise<CallError> =>
  promise.then(
    () => Promise.reject(new Error('not refused')),
    (error: CallError) => error,
  );

/** What is in an archive, by the system's own unpacker: names, and the text of what is asked for. */
const unpack = async (archive: Blob, read: (folder: string, names: string[]) => void): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'qz-pack-'));
  try {
    const path = join(folder, 'pack.zip');
    writeFileSync(path, new Uint8Array(await archive.arrayBuffer()));
    const listing = execFileSync(
      'python3',
      [
        '-c',
        'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2]); print("\\n".join(z.namelist()))',
        path,
        folder,
      ],
      { encoding: 'utf8' },
    );
    read(folder, listing.trim().split('\n'));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const finished = async (who: Client, { id }: LedgerExportJob): Promise<LedgerExportJob> => {
  const find = async () => (await who.call(listLedgerExports)).find((one) => one.id === id);
  await expect.poll(async () => (await find())?.state, { timeout: 25_000, interval: 200 }).toBe('done');
  return (await find()) as LedgerExportJob;
};
const fileOf = (who: Client, { id }: LedgerExportJob): Promise<Blob> =>
  who.file(takeLedgerExport, { params: { id } });

beforeAll(async () => {
  office = await startOffice();
  const tenant = { subdistrict: office.ids.subdistrict };
  const { ledgers, registers, records } = office.app.modules;
  const committee = office.ids.committees.c01 ?? '';
  ids = await office.platform.db.transaction(tenant, async (tx) => {
    const declared = await ledgers.declare(tx, tenant, ledgers.demonstration());
    const [subject = ''] = await registers.plant(tx, tenant, committee, [
      {
        name: '王秀英',
        sex: '2',
        birth: '1942-03-05',
        building: '3',
        room: '502',
        attributes: { 'person.living': 'alone' },
        sealed: {},
      },
    ]);
    await records.plant(
      tx,
      tenant,
      Array.from({ length: 30 }, (_, index) => ({
        committee,
        activity: 'home_visit',
        subject,
        occurredOn: officeDay(),
        values: { 'bp.sys': 120 + index, 'bp.dia': 80 },
        author: tenant.subdistrict,
        authorName: '李燕',
      })),
    );
    return declared;
  });
  civil = await office.as('department_clerk', { department: 'civil' });
  health = await office.as('department_clerk', { department: 'health' });
});

test('a ledger is made in the background and fetched by whoever asked, nobody else', async () => {
  const asked = await civil.call(startLedgerExport, {
    body: { kind: 'ledger', ledger: idOf('alone-visits'), as: 'pdf', month, purpose: 'filing' },
  });
  expect(asked).toMatchObject({ state: 'waiting', name: '独居老人探访记录', committee: null });
  const done = await finished(civil, asked);
  expect(done).toMatchObject({ progress: 100, rows: 30 });
  expect(new TextDecoder().decode((await (await fileOf(civil, done)).arrayBuffer()).slice(0, 5))).toBe(
    '%PDF-',
  );
  expect((await refusal(fileOf(health, done))).code).toBe('ledgers.noExport');
  expect(await health.call(listLedgerExports)).toEqual([]);
  const theirs = health.call(startLedgerExport, {
    body: { kind: 'ledger', ledger: idOf('alone-visits'), as: 'pdf', month, purpose: 'filing' },
  });
  expect((await refusal(theirs)).code).toBe('ledgers.noLedger');
});

test('a file for each committee comes as one archive', async () => {
  const asked = await civil.call(startLedgerExport, {
    body: { kind: 'ledger', ledger: idOf('alone-visits'), as: 'csv', split: true, month, purpose: 'filing' },
  });
  await unpack(await fileOf(civil, await finished(civil, asked)), (_, names) => {
    expect(names).toEqual([
      `c01-独居老人探访记录-和安一居-${month}.csv`,
      `c02-独居老人探访记录-和安二居-${month}.csv`,
      `c03-独居老人探访记录-新芳居-${month}.csv`,
    ]);
  });
});

const template = async (): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('探访');
  sheet.addRow(['独居老人探访情况表']);
  sheet.mergeCells('A1:F1');
  sheet.addRow(['填报单位：', '', '', '', '', '']);
  sheet.addRow(['序号', '姓名', '家庭住址', '探访日期', '高压', '备注']);
  for (let row = 4; row <= 6; row += 1)
    for (let column = 1; column <= 6; column += 1)
      sheet.getCell(row, column).border = { bottom: { style: 'thin' }, top: { style: 'thin' } };
  sheet.getCell('A7').value = '填表人：';
  sheet.pageSetup.orientation = 'landscape';
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};

test('a department’s own file is read, confirmed by a person, and filled with everything in it kept', async () => {
  const params = { id: idOf('alone-visits') };
  const query = { name: '探访.xlsx' };
  const added = await civil.call(addLedgerTemplate, { params, query, body: await template() });
  expect(added).toMatchObject({ kind: 'xlsx', sheet: '探访', inUse: false });
  expect(added.columns.map(({ path, key, sure }) => [path, key, sure])).toEqual([
    ['序号', 'no', true],
    ['姓名', 'name', true],
    ['家庭住址', 'address', true],
    ['探访日期', 'date', true],
    ['高压', 'sys', true],
    ['备注', null, false],
  ]);
  const body = { as: 'xlsx', own: true, month, purpose: 'filing' } as const;
  expect((await refusal(civil.file(exportLedger, { params, body }))).code).toBe('ledgers.noTemplate');
  const columns = added.columns.flatMap(({ path, key }) => (key ? [{ path, key }] : []));
  const lines = added.lines.map(({ place, text }) => ({ place, text }));
  const of = { params: { id: added.id }, body: { columns, lines } };
  expect((await refusal(health.call(confirmLedgerTemplate, of))).code).toBe('ledgers.noTemplate');
  expect(await civil.call(confirmLedgerTemplate, of)).toMatchObject({ inUse: true });
  const file = new Uint8Array(await (await civil.file(exportLedger, { params, body })).arrayBuffer());
  const [sheet] = (await readTable(file)).sheets;
  const texts = sheet?.rows.map((row) => row.map(({ text }) => text)) ?? [];
  expect(texts[1]?.[0]).toContain('全部居委会');
  expect(texts[3]?.slice(0, 3)).toEqual(['1', '王秀英', '3号楼502']);
  expect(texts[32]?.[0]).toBe('30');
  const kept = new ExcelJS.Workbook();
  await kept.xlsx.load(file.buffer as ArrayBuffer);
  expect(kept.worksheets[0]?.getCell('B20').border.bottom?.style).toBe('thin');
  expect(kept.worksheets[0]?.pageSetup.orientation).toBe('landscape');
});

test('what is no form is refused with what to do', async () => {
  const params = { id: idOf('alone-visits') };
  const refused = (body: Uint8Array) => refusal(civil.call(addLedgerTemplate, { params, query: {}, body }));
  expect((await refused(new Uint8Array([1, 2, 3]))).code).toMatch(/^ledgers\.file/);
  const empty = new ExcelJS.Workbook();
  empty.addWorksheet('空');
  const blank = new Uint8Array(await empty.xlsx.writeBuffer());
  expect((await refused(blank)).code).toBe('ledgers.templateNoForm');
});

test('a document without an own file has the form, and an export that is not wanted any more is stopped', async () => {
  const params = { id: idOf('alone-visits') };
  const body = { as: 'docx', month, purpose: 'filing' } as const;
  const file = Buffer.from(await (await civil.file(exportLedger, { params, body })).arrayBuffer());
  expect(file.subarray(0, 2).toString()).toBe('PK');
  const asked = await civil.call(startLedgerExport, {
    body: { kind: 'ledger', ledger: params.id, as: 'pdf', split: true, month, purpose: 'filing' },
  });
  expect((await refusal(health.call(cancelLedgerExport, { params: { id: asked.id } }))).code).toBe(
    'ledgers.noExport',
  );
  expect(await civil.call(cancelLedgerExport, { params: { id: asked.id } })).toMatchObject({
    state: 'cancelled',
  });
  expect((await refusal(civil.call(cancelLedgerExport, { params: { id: asked.id } }))).code).toBe(
    'ledgers.exportOver',
  );
  expect((await refusal(fileOf(civil, asked))).code).toBe('ledgers.exportNotReady');
});

test('an inspection pack holds the table of contents, every ledger and what was signed', async () => {
  const head = await office.as('committee_head');
  await head.call(issueLedger, { params: { id: idOf('alone-visits') }, body: { month } });
  const ledgers = ['alone-visits', 'elders-blood-pressure', 'relief-grants'].map(idOf);
  const asked = await civil.call(startLedgerExport, {
    body: { kind: 'pack', ledgers, month, purpose: 'inspection' },
  });
  const done = await finished(civil, asked);
  expect(done).toMatchObject({ kind: 'pack', ledgers: 3 });
  await unpack(await fileOf(civil, done), (folder, names) => {
    expect(names).toEqual([
      '00-目录.pdf',
      `01-独居老人探访记录-全部居委会-${month}.pdf`,
      `02-老年人血压测量登记(老龄)-全部居委会-${month}.pdf`,
      `03-临时救助／帮困发放登记-全部居委会-${month}.pdf`,
      `附件/01-签发-独居老人探访记录-和安一居-${month}-第1份.pdf`,
    ]);
    const contents = execFileSync('pdftotext', ['-layout', join(folder, names[0] ?? ''), '-'], {
      encoding: 'utf8',
    });
    expect(contents).toMatch(/01-独居老人探访记录.*30\s+3\s+[0-9a-f]{16}/);
  });
  await closePaper();
});
