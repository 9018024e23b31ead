import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { afterEach, expect, test } from 'vitest';
import { silentLog } from '../process-log.ts';
import { isAlive } from '../process-table.ts';
import { canReach, isRoot, unprivilegedUser } from '../unprivileged-user.ts';
import { startHolder } from './holder.fixture.ts';
import { type PostgresOptions, startPostgres } from './supervisor.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

/** A folder with a space and Chinese in its name, below one that only its owner may enter. */
const newFolder = (): string => {
  const parent = mkdtempSync(join(tmpdir(), 'qz-test-'));
  cleanUp.push(() => rmSync(parent, { recursive: true, force: true }));
  return join(parent, '数据 夹');
};

const start = async (options: Partial<PostgresOptions> & { dataDir: string }) => {
  const postgres = await startPostgres({ log: silentLog, ...options });
  cleanUp.push(() => postgres.stop('immediate'));
  return postgres;
};

const ask = async (url: string, sql: string): Promise<unknown[][]> => {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
};

const write = (url: string) =>
  ask(url, 'create table if not exists kept (n int); insert into kept values (1)').catch(() => undefined);
const count = (url: string) => ask(url, 'select count(*)::int from kept');

test('a new database knows Chinese, keeps fsync on and its password to itself', async () => {
  const dataDir = newFolder();
  const postgres = await start({ dataDir });
  await ask(postgres.adminUrl, 'create extension pg_trgm');
  const [row] = await ask(
    postgres.adminUrl,
    "select similarity('张江镇居委会', '张江镇'), current_setting('fsync')",
  );
  expect(row?.[0]).toBeGreaterThan(0.3);
  expect(row?.[1]).toBe('on');
  expect(statSync(join(dataDir, 'secrets', 'postgres')).mode & 0o777).toBe(0o600);
  await expect(ask(postgres.adminUrl.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow('password');
});

test('what was written is there after a stop and a start', async () => {
  const dataDir = newFolder();
  const first = await startPostgres({ dataDir, log: silentLog });
  await write(first.adminUrl);
  await first.stop();
  await first.exited;
  expect(isAlive(first.pid)).toBe(false);
  expect(await count((await start({ dataDir })).adminUrl)).toEqual([[1]]);
});

test('a killed postmaster is back at the same address, though a backend was deep in a computation', async () => {
  const back = Promise.withResolvers<number>();
  const postgres = await start({ dataDir: newFolder(), onRestart: back.resolve });
  await write(postgres.adminUrl);
  const busy = ask(postgres.adminUrl, 'select count(*) from generate_series(1, 1000000000)').catch(
    () => 'cut',
  );
  const killed = postgres.pid;
  process.kill(killed, 'SIGKILL');
  expect(await back.promise).toBe(1);
  expect(postgres.pid).not.toBe(killed);
  expect(await count(postgres.adminUrl)).toEqual([[1]]);
  expect(await busy).toBe('cut');
});

test('a database whose program was killed is ended, and its data served anew', async () => {
  const dataDir = newFolder();
  const holder = await startHolder(dataDir);
  await write(holder.answer.adminUrl);
  await holder.end('SIGKILL');
  expect(isAlive(holder.answer.pid)).toBe(true);
  const postgres = await start({ dataDir });
  expect(isAlive(holder.answer.pid)).toBe(false);
  expect(await count(postgres.adminUrl)).toEqual([[1]]);
});

test('a second program is refused while the first one lives', async () => {
  const dataDir = newFolder();
  const postgres = await start({ dataDir });
  const second = await startHolder(dataDir);
  expect(second.answer.refusal).toBe('data_folder_in_use');
  expect(second.answer.message).toContain(dataDir);
  expect(await ask(postgres.adminUrl, 'select 1')).toEqual([[1]]);
});

test('a left-over pid file that names a stranger is set aside, and the stranger lives', async () => {
  const dataDir = newFolder();
  const first = await startPostgres({ dataDir, log: silentLog });
  await first.stop();
  // Our own parent: surely alive, surely no database.
  writeFileSync(join(dataDir, 'postgres', '18', 'postmaster.pid'), `${process.ppid}\n${dataDir}\n`);
  writeFileSync(
    join(dataDir, 'supervisor.lock'),
    JSON.stringify({ pid: process.ppid, started: 'another time' }),
  );
  const postgres = await start({ dataDir });
  expect(isAlive(process.ppid)).toBe(true);
  expect(await ask(postgres.adminUrl, 'select 1')).toEqual([[1]]);
});

test('a lost password file gets a new password for the same data', async () => {
  const dataDir = newFolder();
  const first = await startPostgres({ dataDir, log: silentLog });
  await write(first.adminUrl);
  await first.stop();
  const file = join(dataDir, 'secrets', 'postgres');
  const old = readFileSync(file, 'utf8');
  rmSync(file);
  expect(await count((await start({ dataDir })).adminUrl)).toEqual([[1]]);
  expect(readFileSync(file, 'utf8')).not.toBe(old);
});

test('data of a newer PostgreSQL or a newer layout is refused and left as it was', async () => {
  const dataDir = newFolder();
  const version = join(dataDir, 'postgres', '19', 'PG_VERSION');
  mkdirSync(dirname(version), { recursive: true });
  writeFileSync(version, '19\n');
  const options = { dataDir, log: silentLog };
  await expect(startPostgres(options)).rejects.toMatchObject({ code: 'data_folder_newer' });
  rmSync(dirname(version), { recursive: true });
  writeFileSync(join(dataDir, 'format.json'), '{"format":99}');
  await expect(startPostgres(options)).rejects.toMatchObject({ code: 'data_folder_newer' });
});

test('a port that somebody else has is refused by its number', async () => {
  const other = createServer();
  cleanUp.push(() => other.close());
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port));
  });
  const refused = startPostgres({ dataDir: newFolder(), port, log: silentLog });
  await expect(refused).rejects.toMatchObject({
    code: 'port_taken',
    message: expect.stringContaining(String(port)),
  });
});

/** The plain user of the tests that need one: `nobody` or the like under root, who must be able to read the code. */
const plain = isRoot() ? unprivilegedUser('/nowhere') : undefined;
const codeIsReadable =
  plain !== undefined && canReach(import.meta.dirname, plain) && canReach(dirname(process.execPath), plain);

const folderOf = (user: { uid: number; gid: number }): string => {
  const dataDir = newFolder();
  chmodSync(dirname(dataDir), 0o755);
  mkdirSync(dataDir);
  chownSync(dataDir, user.uid, user.gid);
  return dataDir;
};

test.skipIf(!codeIsReadable)(
  'a plain user runs it as itself, and root goes on with the same data',
  async () => {
    if (!plain) return;
    const dataDir = folderOf(plain);
    const holder = await startHolder(dataDir, plain);
    await write(holder.answer.adminUrl);
    await holder.end('SIGTERM');
    expect(await count((await start({ dataDir })).adminUrl)).toEqual([[1]]);
    expect(statSync(join(dataDir, 'postgres', '18')).uid).toBe(plain.uid);
  },
);

test.skipIf(isRoot() && !codeIsReadable)(
  'a folder that cannot be written is refused by its name',
  async () => {
    const dataDir = newFolder();
    mkdirSync(dataDir, { mode: 0o555 });
    chmodSync(dirname(dataDir), 0o755);
    const { answer } = await startHolder(dataDir, plain);
    expect(answer).toMatchObject({
      refusal: 'data_folder_read_only',
      message: expect.stringContaining(dataDir),
    });
  },
);
