import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { type Workbench, withWorkbench } from '#app/boot/attach.ts';
import { demoPassword } from '#app/demo/accounts.ts';
import { root } from '#app/root.ts';
import {
  countLedgerRows,
  exportLedger,
  filterLedger,
  getLedgerPage,
  type LedgerBrief,
  listLedgers,
} from '#modules/ledgers/contract';
import { enterRecord } from '#modules/records/contract';
import { searchResidents } from '#modules/registers/contract';
import { officeDay } from '#platform/calendar/calendar.ts';
import { plantResidents, plantVisits, settle } from './ledgers/plant.ts';
import { type Caller, type Product, startProduct } from './ledgers/product.ts';
import { print } from './print.ts';

/** `BENCH_SCALE=0.01` for a look on shared cores; the published figures are of 1. */
const scale = Number(process.env.BENCH_SCALE ?? '1');
const sized = (count: number, least = 200): number => Math.max(least, Math.round(count * scale));

const round = (value: number, digits = 1): number => Number(value.toFixed(digits));
const say = (metric: string, value: number, unit: string, n: number, more = {}): void =>
  print({ bench: 'ledgers', metric, value: round(value, 2), unit, n, ...more });

/** The value that `part` of all are not above. */
const at = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0;

const timed = async <T>(work: () => Promise<T>): Promise<[number, T]> => {
  const began = performance.now();
  const result = await work();
  return [performance.now() - began, result];
};

const clients = 8;
const readings = 300;

interface Field {
  readonly product: Product;
  readonly bench: Workbench;
  readonly who: { subdistrict: string };
  readonly visits: LedgerBrief;
  readonly clerk: Caller;
}

/** Somebody of the cadre's own committee. */
const personOf = async (cadre: Caller): Promise<string> => {
  for (const text of '王李张刘陈杨赵黄周吴徐孙') {
    const [found] = await cadre.call(searchResidents, { body: { text, limit: 1 } });
    if (found) return found.id;
  }
  throw new Error('a committee without residents');
};

const visit = (subject: string, systolic: number) => ({
  clientId: newId(),
  activity: 'home_visit',
  subject,
  occurredOn: officeDay(),
  values: { 'bp.sys': systolic, 'bp.dia': 80, 'act.mode': 'home' },
});

/** Cadres of eight committees at once, everything on: sign-in, checks, row-level security, audit. */
const entries = async ({ product }: Field): Promise<void> => {
  const cadres = await Promise.all(
    Array.from({ length: clients }, (_, index) => product.signIn(`shegong0${index + 1}`)),
  );
  const people = await Promise.all(cadres.map(personOf));
  const each = Math.round(sized(12_000) / clients);
  const run = async (cadre: Caller, index: number, turns: number): Promise<void> => {
    for (let turn = 0; turn < turns; turn += 1)
      await cadre.post('/api/records', visit(people[index] ?? '', 110 + (turn % 40)));
  };
  const all = (turns: number) => Promise.all(cadres.map((cadre, index) => run(cadre, index, turns)));
  // The first entries are the runtime's own learning.
  await all(Math.min(each, 250));
  const used = product.processorTime();
  const [ms] = await timed(() => all(each));
  const server = product.processorTime() - used;
  const n = each * clients;
  say('entries_per_second', n / (ms / 1000), '1/s', n, {
    against: 'Directus 115, NocoDB 124, bare Node 3254',
    ratio: round(n / (ms / 1000) / 115, 2),
  });
  say('entry_processor_time', server / n, 'ms', n);
};

/** From pressing until the reading stands in all its ledgers: entered, then seen on the pages of two departments. */
const visible = async ({ product, clerk, visits }: Field): Promise<void> => {
  const cadre = await product.signIn('shegong01');
  const subject = await personOf(cadre);
  const own = (await cadre.call(listLedgers)).filter(({ id }) => id !== visits.id).slice(0, 2);
  const times: number[] = [];
  for (let turn = 0; turn < 50; turn += 1) {
    const [ms] = await timed(async () => {
      await cadre.call(enterRecord, { body: visit(subject, 120 + turn) });
      await clerk.call(getLedgerPage, { params: { id: visits.id }, query: {} });
      for (const { id } of own) await cadre.call(getLedgerPage, { params: { id }, query: {} });
    });
    times.push(ms);
  }
  say('entry_visible_p95', at(times, 0.95), 'ms', times.length);
};

/** A page of 50: filtered and sorted by a value, a month, now of one committee and now of all. */
const pages = async (metric: string, { clerk, visits }: Field, month: string, more = {}): Promise<void> => {
  const times: number[] = [];
  for (let turn = 0; turn < readings; turn += 1) {
    const body = {
      month,
      sort: turn % 2 === 0 ? 'sys' : 'date',
      descending: turn % 3 === 0,
      page: 1 + (turn % 5),
      filters: [{ column: 'sys', is: '≥' as const, value: 130 + (turn % 20) }],
    };
    const [ms] = await timed(() => clerk.call(filterLedger, { params: { id: visits.id }, body }));
    times.push(ms);
  }
  say(metric.replace('p95', 'p50'), at(times, 0.5), 'ms', times.length);
  say(metric, at(times, 0.95), 'ms', times.length, more);
};

const newest = async (metric: string, { clerk, visits }: Field, month: string): Promise<void> => {
  const times: number[] = [];
  for (let turn = 0; turn < readings; turn += 1) {
    const query = { month, page: 1 + (turn % 20) };
    times.push((await timed(() => clerk.call(getLedgerPage, { params: { id: visits.id }, query })))[0]);
  }
  say(metric, at(times, 0.95), 'ms', times.length);
};

const files = async ({ product, clerk, visits }: Field, month: string, rows: number): Promise<void> => {
  const take = (as: 'csv' | 'xlsx' | 'pdf', of = month) =>
    product.peakDuring(() =>
      timed(() =>
        clerk.file(exportLedger, { params: { id: visits.id }, body: { as, month: of, purpose: 'filing' } }),
      ),
    );
  const csv = await take('csv');
  say('csv_100k', csv.result[0] / 1000, 's', rows, {
    against: 'Directus 4 s, NocoDB 55 s',
    ratio: round(csv.result[0] / 4000, 2),
  });
  const before = product.memory();
  const xlsx = await take('xlsx');
  say('xlsx_100k', xlsx.result[0] / 1000, 's', rows, { against: 'bare Node 2.4 s' });
  say('xlsx_memory', xlsx.peak, 'MB', rows, { against: `${before} MB before` });
};

const paper = async ({ product, clerk, visits }: Field, month: string, rows: number): Promise<void> => {
  const { result, peak } = await product.peakDuring(() =>
    timed(() =>
      clerk.file(exportLedger, { params: { id: visits.id }, body: { as: 'pdf', month, purpose: 'filing' } }),
    ),
  );
  const count = Math.ceil(rows / 12);
  say('pdf_pages_per_second', count / (result[0] / 1000), '1/s', count);
  say('pdf_memory', peak, 'MB', count);
};

/** How long the number of rows takes, where a page leaves it out because they are very many. */
const counting = async (metric: string, { clerk, visits }: Field, month: string): Promise<void> => {
  const times: number[] = [];
  for (let turn = 0; turn < 20; turn += 1)
    times.push(
      (await timed(() => clerk.call(countLedgerRows, { params: { id: visits.id }, body: { month } })))[0],
    );
  say(metric, at(times, 0.95), 'ms', times.length);
};

/** A part that fails is said, and the next goes on. */
const part = async (name: string, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
};

const search = async ({ product }: Field): Promise<void> => {
  const cadre = await product.signIn('shegong01');
  const words = ['王秀英', 'wxy', '王', '3-502', 'oywj', '吴桂', '12-101', '沈宝根'];
  const times: number[] = [];
  for (let turn = 0; turn < readings; turn += 1) {
    const text = words[turn % words.length] ?? '';
    times.push((await timed(() => cadre.call(searchResidents, { body: { text, limit: 12 } })))[0]);
  }
  say('search_p95_150k', at(times, 0.95), 'ms', times.length);
};

const measure = async (field: Field): Promise<void> => {
  const { bench, who, product } = field;
  say('server_memory_at_start', product.memory(), 'MB', 1);
  await part('entries', () => entries(field));
  await part('visible', () => visible(field));
  say('server_memory', product.memory(), 'MB', 1);
  await plantVisits(bench, who, sized(20_000), '2026-04-01', 30);
  await plantVisits(bench, who, sized(100_000), '2026-06-01', 30);
  await settle(bench);
  await part('pages of 100,000', () =>
    pages('page_p95_100k', field, '2026-06', { against: 'Directus 15 ms, NocoDB 20 ms' }),
  );
  await part('count of 100,000', () => counting('count_p95_100k', field, '2026-06'));
  const count = async (month: string) =>
    (await field.clerk.call(countLedgerRows, { params: { id: field.visits.id }, body: { month } })).total;
  await part('files', async () => files(field, '2026-06', await count('2026-06')));
  await part('paper', async () => paper(field, '2026-04', await count('2026-04')));
  await plantVisits(bench, who, sized(2_000_000), '2024-01-01', 700);
  await settle(bench);
  await part('newest of 2,000,000', () => newest('page_p95_2m', field, '2025-03'));
  await part('pages of 2,000,000', () => pages('page_filtered_p95_2m', field, '2025-03'));
  await part('count of 2,000,000', () => counting('count_p95_2m', field, '2025-03'));
  await plantResidents(bench, who, sized(150_000));
  await settle(bench);
  await part('search', () => search(field));
  say('server_memory_after_all', product.memory(), 'MB', 1);
};

/** Entries, pages, files and search of an office's ledgers, on a server and a database of their own. */
export const bench = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'qz-bench-'));
  try {
    const environment = { ...process.env, QZ_DATA: folder };
    execFileSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(root, 'app/cli/main.ts'), 'demo'],
      {
        env: environment,
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    const product = await startProduct(folder, demoPassword);
    try {
      await withWorkbench(environment, async (workbench) => {
        const [subdistrict = ''] = await workbench.modules.identity.subdistricts();
        const clerk = await product.signIn('minzheng');
        const visits = (await clerk.call(listLedgers)).find(({ code }) => code === 'alone-visits');
        if (!visits) throw new Error('the demonstration has no ledger of visits');
        await measure({ product, bench: workbench, who: { subdistrict }, visits, clerk });
      });
    } finally {
      await product.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
