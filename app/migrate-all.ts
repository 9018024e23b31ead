import { appRole, type Migration, migrate, readMigrations } from '#platform/database/migrate.ts';
import { migrateJobs } from '#platform/jobs/jobs.ts';
import { root } from './root.ts';

/**
 * Brings a database up to this version: our tables and the job queue's.
 * @param ownerUrl the role that owns the tables
 * @returns names of the migrations that were applied
 */
export const migrateAll = async (ownerUrl: string): Promise<string[]> => {
  const migrations: readonly Migration[] = await readMigrations(root);
  const applied = await migrate(ownerUrl, migrations);
  await migrateJobs(ownerUrl, appRole);
  return applied;
};
