import { beforeAll, describe, expect, test } from 'vitest';
import type { DayOverrides } from '#platform/calendar/calendar.ts';
import { CallError, type Client, type Office, startOffice } from '#test/office.ts';
import * as contract from '../contract.ts';

let office: Office;
let admin: Client;

beforeAll(async () => {
  office = await startOffice();
  admin = await office.as('administrator');
});

const refusal = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof CallError ? error.code : String(error)),
  );

test('everybody sees the whole organisation of the own subdistrict', async () => {
  const head = await office.as('committee_head');
  expect(await head.call(contract.getOrganisation)).toMatchObject({
    committees: 3,
    departments: 4,
    cadres: 19,
  });
  const committees = await head.call(contract.listCommittees);
  expect(committees.map(({ shortName }) => shortName)).toEqual(['和安一居', '和安二居', '新芳居']);
  expect(committees.some(({ id }) => Object.values(office.otherIds.committees).includes(id))).toBe(false);
});

test('cadres are found by committee and post', async () => {
  const committee = office.ids.committees.c02;
  const found = await admin.call(contract.listCadres, { query: { committee, post: 'secretary' } });
  expect(found.map(({ name }) => name)).toEqual(['周书乙']);
});

test('a committee is corrected; one of another subdistrict is not there', async () => {
  const body = { name: '和安一居委会', shortName: '和安一居', address: '和安路11号', travelMinutes: 12 };
  const params = { id: office.ids.committees.c01 ?? '' };
  expect(await admin.call(contract.updateCommittee, { params, body })).toMatchObject({ travelMinutes: 12 });
  const elsewhere = { id: office.otherIds.committees.c01 ?? '' };
  expect(await refusal(admin.call(contract.updateCommittee, { params: elsewhere, body }))).toBe(
    'request.notFound',
  );
  expect(
    await refusal((await office.as('committee_head')).call(contract.updateCommittee, { params, body })),
  ).toBe('request.forbidden');
});

describe('the office calendar', () => {
  const enter = (year: number, days: { day: string; working: boolean; name: string }[]) =>
    admin.call(contract.enterOfficeYear, { params: { year }, body: { days } });

  test('a published year says what is off, and which weekends are worked', async () => {
    const year = await admin.call(contract.getOfficeYear, { params: { year: 2025 } });
    expect(year.known).toBe(true);
    expect(year.published).toContainEqual({ day: '2025-10-01', working: false, name: '国庆节' });
  });

  test('a year not published yet says so, and the office enters it', async () => {
    expect(await admin.call(contract.getOfficeYear, { params: { year: 2090 } })).toMatchObject({
      known: false,
      published: [],
    });
    const days = [{ day: '2090-10-02', working: false, name: '国庆节' }];
    expect((await enter(2090, days)).entered).toEqual(days);
    const overrides: DayOverrides = await office.platform.db.read(office.ids, (tx) =>
      office.app.modules.organisation.dayOverrides(tx),
    );
    expect(overrides.get('2090-10-02')).toBe(false);
    expect((await enter(2090, [])).entered).toEqual([]);
  });

  test('a day of another year, or twice, is refused', async () => {
    const day = { day: '2091-01-01', working: false, name: '元旦' };
    expect(await refusal(enter(2090, [day]))).toBe('organisation.yearOfDay');
    expect(await refusal(enter(2091, [day, day]))).toBe('organisation.yearOfDay');
  });

  test('the self-governance office may, a department may not', async () => {
    const given = { params: { year: 2092 }, body: { days: [] } };
    expect(await refusal((await office.as('self_governance')).call(contract.enterOfficeYear, given))).toBe(
      'done',
    );
    expect(await refusal((await office.as('department_head')).call(contract.enterOfficeYear, given))).toBe(
      'request.forbidden',
    );
  });
});
