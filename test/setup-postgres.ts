import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { migrateAll } from '#app/migrate-all.ts';
import { startPostgres } from '#platform/processes/postgres/supervisor.ts';
import { silentLog } from '#platform/processes/process-log.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser's address of the run's PostgreSQL. */
    adminUrl: string;
  }
}

/** The database every test file clones: migrated, empty. */
export const templateName = 'qz_template';

const makeTemplate = async (adminUrl: string, templateUrl: string): Promise<void> => {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`drop database if exists ${templateName}`);
  await client.query(`create database ${templateName}`);
  await client.end();
  await migrateAll(templateUrl);
};

/**
 * One PostgreSQL for a whole test run, with one migrated template. `QZ_TEST_DATABASE_URL` names another
 * server instead (a superuser), so that the same tests run on an external PostgreSQL 15.
 */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const external = process.env.QZ_TEST_DATABASE_URL;
  if (external) {
    const template = new URL(external);
    template.pathname = `/${templateName}`;
    await makeTemplate(external, template.href);
    project.provide('adminUrl', external);
    return async () => undefined;
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'qz-test-'));
  const postgres = await startPostgres({
    dataDir,
    log: silentLog,
    // Nothing a test writes has to survive; trust.md's durability is tested with the product's own settings.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  await makeTemplate(postgres.adminUrl, postgres.urlFor(templateName));
  project.provide('adminUrl', postgres.adminUrl);
  return async () => {
    await postgres.stop('immediate');
    await rm(dataDir, { recursive: true, force: true });
  };
};
