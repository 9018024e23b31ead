import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withWorkbench } from '#app/boot/attach.ts';
import { plantDemonstration } from '#app/demo/plant.ts';
import type { App } from '#app/server.ts';
import { writeCsv } from '#engines/sheets';
import { listCommittees } from '#modules/organisation/contract';
import {
  formHouseholds,
  importResidents,
  listDuplicates,
  previewResidentImport,
  searchRegisters,
  searchResidents,
} from '#modules/registers/contract';
import { call } from '#platform/contract/call.ts';
import { print } from './print.ts';
import { openApp, signInTo } from './registers/in-process.ts';
import { inventedRows, plantPeople, type Sought } from './registers/residents.ts';
import { at, measureSearch, type SearchTimes } from './registers/search.ts';

const residents = 150_000;
const people = 60;
const importRows = 4_500;

const round = (value: number): number => Number(value.toFixed(2));

const say = (metric: string, value: number, unit: string, n: number): void =>
  print({ bench: 'registers', metric, value: round(value), unit, n });

const sayTimes = (name: string, { all, byWay }: SearchTimes): void => {
  for (const [share, word] of [
    [0.5, 'p50'],
    [0.95, 'p95'],
    [1, 'max'],
  ] as const)
    say(`${name}_${word}_150k`, at(all, share), 'ms', all.length);
  for (const [way, times] of Object.entries(byWay))
    say(`${name}_${way}_p95_150k`, at(times, 0.95), 'ms', times.length);
};

/** Seconds of one piece of work. */
const timed = async (metric: string, n: number, work: () => Promise<unknown>): Promise<void> => {
  const began = performance.now();
  await work();
  say(metric, (performance.now() - began) / 1000, 's', n);
};

const searching = async (cadre: typeof fetch, sought: readonly Sought[]): Promise<void> => {
  const one = (text: string) => call(searchResidents, { body: { text, limit: 12 }, fetch: cadre });
  const all = (text: string) => call(searchRegisters, { body: { text, limit: 12 }, fetch: cadre });
  await measureSearch(one, sought.slice(0, 5));
  sayTimes('search', await measureSearch(one, sought));
  sayTimes('search_all', await measureSearch(all, sought));
};

/** A committee's whole list brought in, households formed, duplicates looked for. */
const keeping = async (head: typeof fetch): Promise<void> => {
  const { header, rows } = inventedRows(importRows);
  const body = new TextEncoder().encode(writeCsv(header, rows));
  let digest = '';
  await timed('import_preview_4500', importRows, async () => {
    ({ digest } = await call(previewResidentImport, { body, fetch: head }));
  });
  await timed('import_write_4500', importRows, () =>
    call(importResidents, { body, query: { digest }, fetch: head }),
  );
  await timed('households_formed', importRows, () => call(formHouseholds, { fetch: head }));
  await timed('duplicates', importRows, () => call(listDuplicates, { fetch: head }));
};

const measure = async (app: App): Promise<void> => {
  const planted = await plantDemonstration(app, { seed: 1, say: () => undefined });
  const [subdistrict = ''] = await app.modules.identity.subdistricts();
  const cadre = await signInTo(app, 'shegong01', planted?.password ?? '');
  const committees = (await call(listCommittees, { fetch: cadre })).map(({ id }) => id);
  const began = performance.now();
  const { db } = app.platform;
  const sought = await plantPeople(
    { db, registers: app.modules.registers },
    { subdistrict },
    committees,
    residents,
  );
  say('plant_per_second', residents / ((performance.now() - began) / 1000), '/s', residents);
  await searching(cadre, (sought.get(committees[0] ?? '') ?? []).slice(0, people));
  await keeping(await signInTo(app, 'zhuren01', planted?.password ?? ''));
};

/**
 * The registers with 150,000 residents of 33 committees, asked by a signed-in cadre: the whole request in one
 * process with sign-in, validation, row-level security and audit, without the network.
 */
export const bench = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'qz-bench-'));
  try {
    await withWorkbench({ QZ_DATA: folder }, async ({ platform }) => {
      const app = openApp(platform);
      await measure(app);
      await app.stop();
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
