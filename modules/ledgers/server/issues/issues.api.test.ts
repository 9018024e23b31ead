import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { closePaper } from '#engines/paper';
import { correctRecord, enterRecord } from '#modules/records/contract';
import { officeDay, officeMonth } from '#platform/calendar/calendar.ts';
import { newId } from '#platform/database/id.ts';
import { type CallError, type Client, type Office, startOffice } from '#test/office.ts';
import {
  compareLedgerIssue,
  issueLedger,
  type LedgerIssue,
  listLedgerIssues,
  takeIssueFile,
} from '../../contract.ts';

const month = officeMonth();
const today = officeDay();
let office: Office;
let head: Client;
let li: Client;
let civil: Client;
let visits: string;
let wang: string;
let record: string;
let signed: LedgerIssue;

const refusal = (promise: Promise<unknown>): Promise<CallError> =>
  promise.then(
    () => Promise.reject(new Error('not refused')),
    (error: CallError) => error,
  );
const enter = async (values: Record<string, string | number>) => {
  const body = { clientId: newId(), activity: 'home_visit', subject: wang, occurredOn: today, values };
  return (await li.call(enterRecord, { body })).record.id;
};
const sign = () => head.call(issueLedger, { params: { id: visits }, body: { month } });
const take = async (kind: 'pdf' | 'xlsx', who = civil) => {
  const blob = await who.file(takeIssueFile, {
    params: { id: signed.id },
    body: { kind, purpose: 'inspection' },
  });
  return new Uint8Array(await blob.arrayBuffer());
};
const hash = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

beforeAll(async () => {
  office = await startOffice();
  const tenant = { subdistrict: office.ids.subdistrict };
  const { ledgers, registers } = office.app.modules;
  const ids = await office.platform.db.transaction(tenant, (tx) => ledgers.declare(tx, tenant));
  visits = ids.get('alone-visits') ?? '';
  head = await office.as('committee_head');
  li = await office.as('committee_member');
  civil = await office.as('department_clerk', { department: 'civil' });
  const person = {
    name: '王秀英',
    sex: '2',
    birth: '1942-03-05',
    phone: '10012345678',
    building: '3',
    room: '502',
    attributes: { 'person.living': 'alone' },
    sealed: {},
  };
  [wang = ''] = await office.platform.db.transaction(tenant, (tx) =>
    registers.plant(tx, tenant, office.ids.committees.c01 ?? '', [person]),
  );
  record = await enter({ 'bp.sys': 165, 'bp.dia': 92 });
  signed = await sign();
});

test('a signed month has its rows, its files and their hashes', async () => {
  expect(signed).toMatchObject({ number: 1, month, rows: 1, issuedBy: '吴任' });
  expect(signed.rowsHash).toMatch(/^[0-9a-f]{64}$/);
  const pdf = signed.files.find(({ kind }) => kind === 'pdf');
  expect(hash(await take('pdf'))).toBe(pdf?.sha256);
  expect(hash(await take('xlsx'))).toBe(signed.files.find(({ kind }) => kind === 'xlsx')?.sha256);
  expect(await civil.call(compareLedgerIssue, { params: { id: signed.id } })).toEqual([]);
});

test('the same again is not signed twice, also by two at once; a month to come not at all', async () => {
  const again = await Promise.all([refusal(sign()), refusal(sign())]);
  expect(again.map(({ code }) => code)).toEqual(['ledgers.issuedAlready', 'ledgers.issuedAlready']);
  const ahead = head.call(issueLedger, { params: { id: visits }, body: { month: '2099-01' } });
  expect((await refusal(ahead)).code).toBe('ledgers.monthAhead');
});

test('a correction and a later visit show against it, and the copy stays what it was', async () => {
  const before = await take('pdf');
  const values = { 'bp.sys': 156, 'bp.dia': 92 };
  await li.call(correctRecord, {
    params: { id: record },
    body: { revision: 1, occurredOn: today, values, reason: '说错' },
  });
  await enter({ 'bp.sys': 130, 'bp.dia': 80 });
  const differences = await civil.call(compareLedgerIssue, { params: { id: signed.id } });
  expect(differences).toMatchObject([
    {
      number: 1,
      kind: 'changed',
      who: '王*英',
      cells: [{ label: '血压(mmHg) 收缩压', from: '165', to: '156' }],
    },
    { number: null, kind: 'added', who: '王*英' },
  ]);
  expect(await take('pdf')).toEqual(before);
  const second = await sign();
  expect(second).toMatchObject({ number: 2, rows: 2 });
  const all = await li.call(listLedgerIssues, { params: { id: visits }, query: {} });
  expect(all.map(({ number }) => number)).toEqual([2, 1]);
});

test('another committee neither sees nor takes it; a member does not sign', async () => {
  const neighbour = await office.as('committee_head', { committee: 'c02' });
  expect(await neighbour.call(listLedgerIssues, { params: { id: visits }, query: {} })).toEqual([]);
  const compare = neighbour.call(compareLedgerIssue, { params: { id: signed.id } });
  expect((await refusal(compare)).code).toBe('ledgers.noIssue');
  expect((await refusal(take('pdf', neighbour))).code).toBe('ledgers.noIssue');
  const member = li.call(issueLedger, { params: { id: visits }, body: { month } });
  expect((await refusal(member)).status).toBe(403);
});

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });

test('what is kept can be changed by nobody, and names and phones lie sealed', async () => {
  const tenant = { subdistrict: office.ids.subdistrict };
  const change = office.platform.db.transaction(tenant, (tx) =>
    tx.updateTable('ledger_issue').set({ rows_hash: 'x' }).execute(),
  );
  await expect(change).rejects.toThrow(/permission denied/);
  const rows = await office.platform.db.read(tenant, (tx) =>
    tx.selectFrom('ledger_issue_row').select('cells').execute(),
  );
  for (const { cells } of rows) expect(Buffer.from(cells).includes('王秀英')).toBe(false);
  const kept = filesIn(office.filesFolder).map((path) => readFileSync(path));
  expect(kept.length).toBeGreaterThan(0);
  for (const content of kept) expect(content.includes('%PDF')).toBe(false);
  await closePaper();
});
