import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { listRecords } from '#modules/records/contract';
import { type Office, startOffice } from '#test/office.ts';
import { openBrowser, openPage, screenshot } from './browser.ts';

let office: Office;
let phone: Page;
let wang: string;

beforeAll(async () => {
  office = await startOffice({ listening: true });
  const who = { subdistrict: office.ids.subdistrict };
  const { ledgers, registers } = office.app.modules;
  [wang = ''] = await office.platform.db.transaction(who, async (tx) => {
    await ledgers.declare(tx, who);
    return registers.plant(tx, who, office.ids.committees.c01 ?? '', [
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
  });
  phone = await openPage(await openBrowser(), office, { size: 'phone', role: 'committee_member' });
  phone.setDefaultTimeout(15_000);
});

/** Runs in the page: what lies in the phone's own storage, as text. */
const readWaiting = `new Promise((resolve, reject) => {
  const request = indexedDB.open('qz-outbox');
  request.onerror = () => reject(request.error);
  request.onsuccess = () => {
    const all = request.result.transaction('waiting').objectStore('waiting').getAll();
    all.onsuccess = () => resolve(JSON.stringify(all.result));
  };
})`;
const keptOnPhone = () => phone.evaluate<string>(readWaiting);

/** Runs in the page: whether it would open without a network. */
const isPrepared = `caches.open('qz-offline-1')
  .then((cache) => cache.keys())
  .then((keys) => keys.length > 2 && navigator.serviceWorker.controller !== null)`;

test('the page opens without a network, takes an entry and keeps it sealed', async () => {
  await phone.goto('/record');
  await expect.poll(() => phone.evaluate(isPrepared), { timeout: 15_000 }).toBe(true);
  await phone.context().setOffline(true);
  await phone.goto('/record');
  await phone.getByRole('heading', { name: '没有网络，照样记' }).waitFor();
  await phone.getByLabel('关于谁').fill('3号楼502 王秀英');
  await phone.getByLabel('高压').fill('142');
  await phone.getByLabel('低压').fill('88');
  await screenshot(phone, 'offline-entry-390');
  await phone.getByRole('button', { name: '先存在手机上' }).click();
  await phone.getByText('已存在手机上').waitFor();
  const kept = await keptOnPhone();
  expect(JSON.parse(kept)).toHaveLength(1);
  expect(kept).not.toContain('王秀英');
});

test('with a network it is sent; who it was is asked, and it is stored once', async () => {
  // The page leaves by itself for the real one when the network is back.
  await phone.context().setOffline(false);
  await phone.getByText(/当时写的是“3号楼502 王秀英”/).waitFor();
  await screenshot(phone, 'offline-whom-390');
  await phone.getByRole('searchbox').first().fill('wxy');
  await phone
    .getByRole('button', { name: /王\*英/ })
    .first()
    .click();
  await expect.poll(async () => JSON.parse(await keptOnPhone())).toEqual([]);
  const li = await office.as('committee_member');
  const { records } = await li.call(listRecords, { query: { resident: wang } });
  expect(records.map(({ summary }) => summary)).toEqual(['142/88 mmHg']);
});
