import { createHash, createHmac } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Client } from 'pg';

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

/** The role the product works as: it owns nothing and row-level security binds it. */
export const appRole = 'qz_app';

/** A database that this version must not touch. */
export class MigrationRefusal extends Error {
  readonly code: 'newer' | 'edited';
  readonly migration: string;
  constructor(code: 'newer' | 'edited', migration: string) {
    super(
      code === 'newer'
        ? `数据库由更新的版本写成（${migration}），请用同一或更新的版本打开 · The database was written by a newer version (${migration}): start that version or a later one.`
        : `已发布的迁移被改动：${migration} · A released migration was edited: ${migration}.`,
    );
    this.code = code;
    this.migration = migration;
  }
}

const sqlFiles = async (folder: string): Promise<string[]> => {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith('.sql')).map((name) => join(folder, name));
};

/**
 * Reads every migration of the product: `platform/database/migrations` and each
 * `modules/<name>/migrations`, in the order of their dated file names.
 */
export const readMigrations = async (root: string): Promise<Migration[]> => {
  const modules = await readdir(join(root, 'modules')).catch(() => []);
  const folders = [
    join(root, 'platform/database/migrations'),
    ...modules.map((module) => join(root, 'modules', module, 'migrations')),
  ];
  const files = (await Promise.all(folders.map(sqlFiles))).flat();
  const byName = files.toSorted((a, b) => (basename(a) < basename(b) ? -1 : 1));
  return Promise.all(
    byName.map(async (file) => {
      const sql = await readFile(file, 'utf8');
      return { name: basename(file, '.sql'), sql, hash: createHash('sha256').update(sql).digest('hex') };
    }),
  );
};

/**
 * The app role's password follows from the owner's, so that any number of processes know it and none
 * has to keep it. An owner without a password (peer, trust) gives an app role without one.
 */
export const appUrl = (ownerUrl: string): string => {
  const url = new URL(ownerUrl);
  const owner = decodeURIComponent(url.password);
  url.username = appRole;
  url.password = owner === '' ? '' : createHmac('sha256', owner).update(appRole).digest('base64url');
  return url.href;
};

const ensureAppRole = async (client: Client, ownerUrl: string): Promise<void> => {
  const { password } = new URL(appUrl(ownerUrl));
  await client.query(
    `do $$ begin create role ${appRole} login; exception when duplicate_object or unique_violation then null; end $$`,
  );
  if (password) await client.query(`alter role ${appRole} login password '${password}'`);
};

const applyOne = async (client: Client, migration: Migration): Promise<void> => {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query('insert into qz_migration (name, hash) values ($1, $2)', [
      migration.name,
      migration.hash,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
};

const pending = (migrations: readonly Migration[], done: ReadonlyMap<string, string>): Migration[] => {
  const known = new Map(migrations.map(({ name, hash }) => [name, hash]));
  for (const [name, hash] of done) {
    if (!known.has(name)) throw new MigrationRefusal('newer', name);
    if (known.get(name) !== hash) throw new MigrationRefusal('edited', name);
  }
  return migrations.filter(({ name }) => !done.has(name));
};

/**
 * Brings a database up to this version as its owner; two processes starting at once wait for each other.
 * @returns the names that were applied
 * @throws {MigrationRefusal} when a newer version has been here, or a released migration was edited
 */
export const migrate = async (ownerUrl: string, migrations: readonly Migration[]): Promise<string[]> => {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('qz-migrate'))");
    await ensureAppRole(client, ownerUrl);
    await client.query(
      'create table if not exists qz_migration (name text primary key, hash text not null, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string; hash: string }>(
      'select name, hash from qz_migration',
    );
    const todo = pending(migrations, new Map(rows.map(({ name, hash }) => [name, hash])));
    for (const migration of todo) await applyOne(client, migration);
    return todo.map(({ name }) => name);
  } finally {
    await client.end();
  }
};
