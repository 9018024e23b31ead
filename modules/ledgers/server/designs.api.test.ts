import { afterAll, beforeAll, expect, test } from 'vitest';
import { closePaper } from '#engines/paper';
import { enterRecord, getEntryForm } from '#modules/records/contract';
import { officeDay, officeMonth } from '#platform/calendar/calendar.ts';
import { newId } from '#platform/database/id.ts';
import { type CallError, type Client, type Office, startOffice } from '#test/office.ts';
import {
  declareLedger,
  getLedgerDesign,
  getLedgerPage,
  previewLedgerDesign,
  saveLedgerDesign,
} from '../contract.ts';

let office: Office;
let civil: Client;
let li: Client;
let visits: string;
let wang: string;

const refusal = (promise: Promise<unknown>): Promise<CallError> =>
  promise.then(
    () => Promise.reject(new Error('not refused')),
    (error: CallError) => error,
  );
const newest = async () => {
  const { versions } = await civil.call(getLedgerDesign, { params: { id: visits } });
  const [first] = versions;
  if (!first) throw new Error('no version');
  return first;
};
type Form = { columns: { key: string; path: string[] }[]; layout: Record<string, unknown> };
const columnOf = (key: string, path: string[], expression: object) => ({
  key,
  path,
  shows: { expression },
  width: { share: 1 },
  brief: true,
});

beforeAll(async () => {
  office = await startOffice();
  const tenant = { subdistrict: office.ids.subdistrict };
  const { ledgers, registers } = office.app.modules;
  const ids = await office.platform.db.transaction(tenant, (tx) => ledgers.declare(tx, tenant));
  visits = ids.get('alone-visits') ?? '';
  civil = await office.as('department_clerk', { department: 'civil' });
  li = await office.as('committee_member');
  [wang = ''] = await office.platform.db.transaction(tenant, (tx) =>
    registers.plant(tx, tenant, office.ids.committees.c01 ?? '', [
      {
        name: '王秀英',
        sex: '2',
        birth: '1942-03-05',
        building: '3',
        room: '502',
        attributes: { 'person.living': 'alone' },
        sealed: {},
      },
    ]),
  );
  const values = { 'bp.sys': 150, 'bp.dia': 90, 'bp.pulse': 72 };
  const body = { clientId: newId(), activity: 'home_visit', subject: wang, occurredOn: officeDay(), values };
  await li.call(enterRecord, { body });
});

afterAll(closePaper);

test('a clerk adds a column; it is on paper before it is saved, and every earlier record is in it after', async () => {
  const { version, definition } = await newest();
  const form = definition as unknown as Form;
  const pulse = columnOf('pulse', ['探访情况', '脉压差'], {
    difference: [{ element: 'bp.sys' }, { element: 'bp.dia' }],
  });
  const changed = { ...definition, columns: [...form.columns, pulse] };
  const preview = await civil.call(previewLedgerDesign, {
    body: { definition: changed, month: officeMonth() },
  });
  expect(preview.svg).toMatch(/^<svg/);
  const saved = await civil.call(saveLedgerDesign, {
    params: { id: visits },
    body: { definition: changed, seen: version },
  });
  expect(saved.versions.map((one) => one.version)).toEqual([2, 1]);
  const page = await li.call(getLedgerPage, { params: { id: visits }, query: {} });
  expect(page.rows[0]?.cells.at(-1)?.text).toBe('60');
});

test('of two who change the same version, one is told', async () => {
  const { version, definition } = await newest();
  const save = () =>
    civil.call(saveLedgerDesign, { params: { id: visits }, body: { definition, seen: version } });
  const answers = await Promise.allSettled([save(), save()]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('what makes no sense is refused at its place; what does not fit the paper too', async () => {
  const { definition, version } = await newest();
  const form = definition as unknown as Form;
  const preview = (changed: object) =>
    refusal(
      civil.call(previewLedgerDesign, {
        body: { definition: { ...definition, ...changed }, month: officeMonth() },
      }),
    );
  const unknown = await preview({ columns: [columnOf('x', ['某列'], { element: 'no.such' })] });
  expect(unknown).toMatchObject({ code: 'ledgers.definitionWrong' });
  expect(unknown.errors[0]?.message).toContain('没有数据元');
  const shape = await preview({ columns: [{ key: 'x' }] });
  expect(shape.errors[0]?.path).toMatch(/^body\.definition\.columns\.0/);
  expect((await preview({ layout: { ...form.layout, rowsPerPage: 100 } })).code).toBe('ledgers.cannotPrint');
  const saving = civil.call(saveLedgerDesign, {
    params: { id: visits },
    body: { definition: { ...definition, layout: { ...form.layout, rowsPerPage: 100 } }, seen: version },
  });
  expect((await refusal(saving)).code).toBe('ledgers.cannotPrint');
});

test('work that the newest version covers no more is asked for by the ledger no more, whatever an older one says', async () => {
  const query = { resident: wang };
  const asking = async () =>
    (await li.call(getEntryForm, { params: { activity: 'home_visit' }, query })).ledgers.map(({ id }) => id);
  expect(await asking()).toContain(visits);
  const { version, definition } = await newest();
  await civil.call(saveLedgerDesign, {
    params: { id: visits },
    body: { definition: { ...definition, activities: ['care_assessment'] }, seen: version },
  });
  expect(await asking()).not.toContain(visits);
});

test('a department sets up a ledger of its own; others neither see its design nor change it', async () => {
  const definition = {
    grain: 'event',
    activities: ['home_visit'],
    condition: { is: '≥', left: { register: 'age' }, right: { value: 80 } },
    columns: [
      { key: 'no', path: ['序号'], shows: { serial: true }, width: { mm: 10 } },
      columnOf('name', ['姓名'], { register: 'name' }),
      columnOf('bp', ['血压'], { joined: [{ element: 'bp.sys' }, { element: 'bp.dia' }], by: '/' }),
    ],
    layout: {
      title: '高龄老人血压登记',
      paper: 'A4',
      orientation: 'portrait',
      rowsPerPage: 20,
      meta: { left: ['居委会：{committee}'], right: ['{period}', '单位：mmHg'] },
      footer: ['填表人：{keeper}'],
    },
  };
  const made = await civil.call(declareLedger, {
    body: { name: '高龄老人血压登记', level: 'subdistrict', frequency: 'month', definition },
  });
  const page = await li.call(getLedgerPage, { params: { id: made.id }, query: {} });
  expect(page.rows[0]?.cells.map(({ text }) => text)).toEqual(['1', '王*英', '150/90']);
  const health = await office.as('department_clerk', { department: 'health' });
  for (const who of [health, li]) {
    const seen = await refusal(who.call(getLedgerDesign, { params: { id: made.id } }));
    expect([403, 404]).toContain(seen.status);
  }
});

test('a ledger that judges by an address reads it as it is said, also while an entry is stored', async () => {
  const { version, definition } = await newest();
  const condition = { is: '=', left: { register: 'address' }, right: { value: '3号楼502' } };
  await civil.call(saveLedgerDesign, {
    params: { id: visits },
    body: { definition: { ...definition, activities: ['home_visit'], condition }, seen: version },
  });
  const values = { 'bp.sys': 128, 'bp.dia': 82 };
  const body = { clientId: newId(), activity: 'home_visit', subject: wang, occurredOn: officeDay(), values };
  const { record } = await li.call(enterRecord, { body });
  const page = await li.call(getLedgerPage, { params: { id: visits }, query: {} });
  expect(page.rows.map((row) => row.record)).toContain(record.id);
  expect(record.ledgers.map(({ id }) => id)).toContain(visits);
});
