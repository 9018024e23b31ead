/**
 * Writes `schema.ts`, the types of all tables, from a database with every migration applied:
 * `node platform/database/generate.ts [--check]`. With `--check` it fails when the file is stale.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { startPostgres } from '../processes/postgres/supervisor.ts';
import { silentLog } from '../processes/process-log.ts';
import { migrate, readMigrations } from './migrate.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const target = join(root, 'platform/database/schema.ts');

const printTypes = (url: string, out: string): void => {
  const codegen = dirname(createRequire(import.meta.url).resolve('kysely-codegen/package.json'));
  execFileSync(
    process.execPath,
    [
      join(codegen, 'dist/cli/bin.js'),
      '--dialect=postgres',
      `--url=${url}`,
      `--out-file=${out}`,
      '--date-parser=string',
      // As database.ts makes pg parse them.
      '--type-mapping={"int8":"number","timestamptz":"Instant"}',
      '--custom-imports={"Instant":"./columns.ts"}',
      '--log-level=error',
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
};

const inScratchDatabase = async (work: (url: string) => void): Promise<void> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'qz-schema-'));
  const postgres = await startPostgres({ dataDir, log: silentLog, settings: { fsync: 'off' } });
  try {
    const client = new Client({ connectionString: postgres.adminUrl });
    await client.connect();
    await client.query('create database qz');
    await client.end();
    await migrate(postgres.urlFor('qz'), await readMigrations(root));
    work(postgres.urlFor('qz'));
  } finally {
    await postgres.stop('immediate');
    await rm(dataDir, { recursive: true, force: true });
  }
};

const main = async (): Promise<void> => {
  const check = process.argv.includes('--check');
  const out = check ? join(await mkdtemp(join(tmpdir(), 'qz-types-')), 'schema.ts') : target;
  await inScratchDatabase((url) => printTypes(url, out));
  if (!check || (await readFile(out, 'utf8')) === (await readFile(target, 'utf8'))) return;
  process.stderr.write('platform/database/schema.ts is stale: run node platform/database/generate.ts\n');
  process.exitCode = 1;
};

await main();
