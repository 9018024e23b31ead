import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { closePaper } from '#engines/paper';
import { officeDay, officeMonth } from '#platform/calendar/calendar.ts';
import { type CallError, type Client, type Office, startOffice } from '#test/office.ts';
import {
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
