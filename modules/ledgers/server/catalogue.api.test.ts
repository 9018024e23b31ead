import { beforeAll, expect, test } from 'vitest';
import { enterRecord, getEntryForm } from '#modules/records/contract';
import { officeDay } from '#platform/calendar/calendar.ts';
import { newId } from '#platform/database/id.ts';
import { type Office, startOffice } from '#test/office.ts';
import { getLedgerPage, listLedgers, previewLedgerPaper } from '../contract.ts';

let office: Office;
let ids: ReadonlyMap<string, string>;

beforeAll(async () => {
  office = await startOffice();
  const tenant = { subdistrict: office.ids.subdistrict };
  const { ledgers } = office.app.modules;
  ids = await office.platform.db.transaction(tenant, (tx) =>
    ledgers.declare(tx, tenant, ledgers.demonstration()),
  );
});

test('every form of the catalogue is declared over elements and activities the office has', async () => {
  expect(ids.size).toBe(57);
  const li = await office.as('committee_member');
  const listed = await li.call(listLedgers);
  expect(listed).toHaveLength(57);
});

test('every form opens and fits its paper', async () => {
  const li = await office.as('committee_member');
  const wrong: string[] = [];
  for (const [code, id] of ids) {
    const page = await li.call(getLedgerPage, { params: { id }, query: {} });
    if (!page.columns.some(({ brief }) => brief)) wrong.push(`${code}: nothing in the short list`);
    await li
      .call(previewLedgerPaper, { params: { id }, query: {} })
      .catch((error: Error) => wrong.push(`${code}: ${error.message}`));
  }
  expect(wrong).toEqual([]);
}, 120_000);

test('a patrol is about the committee itself and stands in the ledger that asks for it', async () => {
  const li = await office.as('committee_member');
  const form = await li.call(getEntryForm, { params: { activity: 'safety_patrol' }, query: {} });
  expect(form.subject).toMatchObject({ kind: 'committee', id: office.ids.committees.c01 });
  expect(form.ledgers.map(({ name }) => name)).toEqual(['平安巡逻记录']);
  const { record } = await li.call(enterRecord, {
    body: {
      clientId: newId(),
      activity: 'safety_patrol',
      subject: form.subject.id,
      occurredOn: officeDay(),
      values: { 'act.count': 4, 'place.estate': '和安一村', 'chk.hazard': '无' },
    },
  });
  expect(record.ledgers.map(({ name }) => name)).toEqual(['平安巡逻记录']);
  const page = await li.call(getLedgerPage, { params: { id: ids.get('safety-patrols') ?? '' }, query: {} });
  expect(page.rows[0]?.cells.map(({ text }) => text)).toContain('和安一村');
  const neighbour = await office.as('committee_member', { committee: 'c02' });
  const again = neighbour.call(enterRecord, {
    body: {
      clientId: newId(),
      activity: 'safety_patrol',
      subject: form.subject.id,
      occurredOn: officeDay(),
      values: { 'act.count': 1 },
    },
  });
  await expect(again).rejects.toMatchObject({ code: 'records.noSubject' });
});
