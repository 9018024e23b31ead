import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { get } from 'node:https';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, expect, test } from 'vitest';
import { root } from '#app/root.ts';
import { startPostgres } from '#platform/processes/postgres/supervisor.ts';
import { silentLog } from '#platform/processes/process-log.ts';
import { withPostgres15 } from '../postgres-15.ts';
import { dataFolder, endProducts, startProduct } from './product.ts';

const folder = dataFolder();
afterAll(async () => {
  await endProducts();
  folder.remove();
});

interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly words: string;
}

/** Calls `qz` as a person does. */
const qz = (words: readonly string[], settings: Record<string, string> = {}): Promise<Result> =>
  new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(root, 'app/cli/main.ts'), ...words],
      {
        cwd: root,
        env: { PATH: process.env.PATH, HOME: process.env.HOME, QZ_DATA: folder.path, ...settings },
      },
    );
    let out = '';
    let said = '';
    child.stdout.on('data', (data: Buffer) => {
      out += data.toString();
    });
    child.stderr.on('data', (data: Buffer) => {
      said += data.toString();
    });
    child.once('close', (code) => resolve({ code, out, words: said }));
  });

test('a command that does not exist is wrong usage and lists what there is', async () => {
  const { code, out, words } = await qz(['dance']);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(words).toContain('audit verify');
});

test('openapi prints every operation without a database', async () => {
  const { code, out } = await qz(['openapi']);
  expect(code).toBe(0);
  expect(Object.keys(JSON.parse(out).paths).length).toBeGreaterThan(50);
});

test('the demonstration fills an empty folder once, and the server then takes it as it is', async () => {
  const first = await qz(['demo', '--seed', '7']);
  expect(first.code).toBe(0);
  expect(JSON.parse(first.out).counts).toMatchObject({ committees: 33, departments: 15 });
  expect((await qz(['demo'])).code).toBe(1);
  expect((await qz(['demo', '--seed', 'x'])).code).toBe(2);
}, 120_000);

test('doctor tells each part as JSON and as a table, beside a running server', async () => {
  const product = startProduct({ QZ_DATA: folder.path });
  await product.ready;
  const { code, out, words } = await qz(['doctor']);
  const parts = JSON.parse(out) as { part: string; state: string }[];
  expect(parts.map(({ part }) => part)).toEqual(
    expect.arrayContaining([
      'runtime',
      'database',
      'files',
      'media',
      'speech',
      'fonts',
      'mail',
      'clock',
      'disk',
      'certificate',
    ]),
  );
  expect(parts.filter(({ state }) => state === 'broken')).toEqual([]);
  expect(code).toBe(0);
  expect(words).toContain('fsync on');
  await endProducts();
}, 300_000);

test('audit verify is content with a whole chain and names the break of another', async () => {
  expect(JSON.parse((await qz(['audit', 'verify'])).out).breaks).toBe(0);
  await qz(['user', 'disable', 'shegong33']);
  const postgres = await startPostgres({ dataDir: folder.path, log: silentLog });
  const intruder = new Client({ connectionString: postgres.urlFor('qingzhuang') });
  await intruder.connect();
  const { rowCount } = await intruder.query(`update audit set action = 'nothing.happened' where seq = 1`);
  await intruder.end();
  await postgres.stop();
  expect(rowCount).toBeGreaterThan(0);
  const { code, words } = await qz(['audit', 'verify']);
  expect(code).toBe(1);
  expect(words).toMatch(/breaks at entry 1: changed/);
}, 120_000);

test('a certificate made for a pilot is one that browsers which trust its authority accept', async () => {
  const { code, out } = await qz(['certificate', 'localhost', '127.0.0.1']);
  expect(code).toBe(0);
  const made = JSON.parse(out) as { ca: string; QZ_TLS_CERT: string; QZ_TLS_KEY: string };
  const product = startProduct({
    QZ_DATA: folder.path,
    QZ_TLS_CERT: made.QZ_TLS_CERT,
    QZ_TLS_KEY: made.QZ_TLS_KEY,
  });
  const url = await product.ready;
  expect(url).toMatch(/^https:/);
  const status = await new Promise((resolve, reject) => {
    get(`${url}/healthz`, { ca: readFileSync(made.ca) }, (response) => resolve(response.statusCode)).once(
      'error',
      reject,
    );
  });
  expect(status).toBe(200);
  await endProducts();
}, 60_000);

test('the product runs on an external PostgreSQL 15', async () => {
  const other = dataFolder();
  await withPostgres15(
    () => undefined,
    async (server) => {
      const owner = new Client({ connectionString: server });
      await owner.connect();
      await owner.query(`create role office login createrole password 'word'`);
      await owner.query('create database office owner office');
      await owner.end();
      const { port } = new URL(server);
      const product = startProduct({
        QZ_DATA: other.path,
        QZ_DEMO: '1',
        DATABASE_URL: `postgres://office:word@127.0.0.1:${port}/office`,
      });
      const url = await product.ready;
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      const answer = await fetch(`${url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'shegong01', password: 'qingzhuang' }),
      });
      expect(answer.status).toBe(200);
      await endProducts();
    },
  );
  other.remove();
}, 120_000);
