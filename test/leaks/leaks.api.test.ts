import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client as PgClient } from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { contracts } from '#app/contracts.ts';
import { addressOf } from '#platform/contract/call.ts';
import type { Route } from '#platform/contract/route.ts';
import { roles } from '../../modules/identity/domain/permissions.ts';
import { type Office, startOffice } from '../office.ts';
import { canariesOf, numbersIn, tracesIn } from './canaries.ts';
import { type Day, workADay } from './days-work.ts';

const canaries = canariesOf(Number(process.env.QZ_LEAK_SEED ?? 20261124));
const heard: unknown[] = [];

let office: Office;
let day: Day;

beforeAll(async () => {
  office = await startOffice();
  office.platform.live.subscribe((event) => heard.push(event));
  while (!office.platform.live.connected()) await new Promise((resolve) => setTimeout(resolve, 5));
  day = await workADay(office, canaries);
});

/** Every row of every table, jobs and sessions included, as text. */
const dumpDatabase = async (): Promise<string> => {
  const client = new PgClient({ connectionString: office.ownerUrl });
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ text: string }>(`select t::text as text from ${name} t`);
    parts.push(...rows.map(({ text }) => text));
  }
  await client.end();
  return parts.join('\n');
};

const filesBelow = async (folder: string): Promise<string> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const contents = await Promise.all(
    files.map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')),
  );
  return contents.join('\n');
};

test('the day was worked: those who may were shown the numbers, for a reason', () => {
  const shown = day.opened.join('\n');
  for (const { idNo, phone } of canaries.slice(1)) {
    expect(shown).toContain(idNo);
    expect(shown).toContain(phone);
  }
  expect(shown).toContain(canaries[0]?.phone);
  expect(day.refusals.length).toBeGreaterThan(50);
});

test('no refusal repeats a number, not even to who typed it', () => {
  for (const refusal of day.refusals) expect([refusal, numbersIn(canaries, refusal)]).toEqual([refusal, []]);
});

test('no line of the log holds a number or a full name, even when everything is logged', () => {
  expect(office.logLines.length).toBeGreaterThan(100);
  expect(tracesIn(canaries, office.logLines.join('\n'))).toEqual([]);
});

test('no live event and no figure of the metrics holds one', async () => {
  expect(heard.length).toBeGreaterThan(5);
  expect(tracesIn(canaries, JSON.stringify(heard))).toEqual([]);
  const metrics = await (await office.anonymous.raw('GET', '/metrics')).text();
  expect(metrics).toContain('searchResidents');
  expect(tracesIn(canaries, metrics)).toEqual([]);
});

test('the audit says who did what to whom by codes and ids alone', async () => {
  const entries = await office.platform.db.read({ subdistrict: office.ids.subdistrict }, (tx) =>
    tx.selectFrom('audit').select(['action', 'subject', 'facts']).execute(),
  );
  const actions = new Set(entries.map(({ action }) => action));
  expect([...actions]).toEqual(
    expect.arrayContaining(['resident.opened', 'record.entered', 'record.corrected', 'ledger.exported']),
  );
  expect(tracesIn(canaries, JSON.stringify(entries))).toEqual([]);
});

test('no column of any table holds a number in the clear', async () => {
  const dump = await dumpDatabase();
  // Names are not sealed: they show that the people are really there.
  for (const { name } of canaries) expect(dump).toContain(name);
  expect(numbersIn(canaries, dump)).toEqual([]);
});

test('no file the product keeps holds one', async () => {
  const kept = await filesBelow(office.filesFolder);
  expect(kept.length).toBeGreaterThan(100);
  expect(numbersIn(canaries, kept)).toEqual([]);
});

/** Everything that can be read without a word on why, about these people. */
const readable = (): { route: Route; path: string }[] => {
  const values: Record<string, readonly string[]> = {
    id: [...day.residents, day.record, ...day.ledgers.values()],
    record: [day.record],
    column: ['times'],
    activity: ['home_visit'],
    year: ['2026'],
  };
  return contracts
    .filter((route) => route.method === 'get' && route.id !== 'openLive')
    .flatMap((route) => {
      const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
      const ids = names.includes('id') ? (values.id ?? []) : [''];
      return ids.map((id) => {
        const params = Object.fromEntries(
          names.map((name) => [name, name === 'id' ? id : values[name]?.[0]]),
        );
        const query = route.id === 'getEntryForm' ? { resident: day.residents[0] } : {};
        return { route, path: addressOf(route, { params, query } as never) };
      });
    });
};

test.each(roles)(
  'nothing that %s reads without saying why holds a number or a resident in full',
  async (role) => {
    const client = await office.as(role);
    let answered = 0;
    for (const { route, path } of readable()) {
      const response = await client.raw('GET', path);
      const said = `${JSON.stringify([...response.headers])}${await response.text()}`;
      if (response.ok) answered += 1;
      // A cadre's name is no secret of the office; a resident's is.
      expect([route.id, numbersIn(canaries, said), tracesIn(canaries.slice(1), said)]).toEqual([
        route.id,
        [],
        [],
      ]);
    }
    expect(answered).toBeGreaterThan(5);
  },
);

test.each([
  ['committee_head', { committee: 'c02' }],
  ['committee_member', { other: true }],
  ['self_governance', {}],
  ['administrator', {}],
] as const)('%s of %o cannot open, find or export them', async (role, as) => {
  const client = await office.as(role, as);
  const send = async (path: string, body: unknown): Promise<string> => {
    const headers = { 'content-type': 'application/json' };
    const response = await client.raw('POST', path, { body: JSON.stringify(body), headers });
    return response.text();
  };
  const said: string[] = [];
  for (const id of day.residents) said.push(await send(`/api/residents/${id}/open`, { reason: 'visit' }));
  for (const { idNo, phone, name } of canaries)
    for (const text of [idNo, phone, name]) said.push(await send('/api/residents/search', { text }));
  for (const id of day.ledgers.values())
    said.push(await send(`/api/ledgers/${id}/export`, { as: 'csv', purpose: 'filing' }));
  expect(tracesIn(canaries, said.join('\n'))).toEqual([]);
});
