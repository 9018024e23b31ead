import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createAudit } from '#platform/audit/audit.ts';
import type { Config } from '#platform/config/config.ts';
import { type Database, openDatabase } from '#platform/database/database.ts';
import { appUrl } from '#platform/database/migrate.ts';
import type { Files } from '#platform/files/files.ts';
import { folderFiles } from '#platform/files/folder-files.ts';
import { s3Files } from '#platform/files/s3-files.ts';
import { createJobs } from '#platform/jobs/jobs.ts';
import { startLive } from '#platform/live/live.ts';
import type { Log } from '#platform/log/log.ts';
import { createMetrics } from '#platform/metrics/metrics.ts';
import { fileRefusal } from '#platform/processes/start-refusal.ts';
import { createSecrets, readOrMakeMasterKey } from '#platform/secrets/secrets.ts';
import type { Platform } from '#platform/server/dependencies.ts';

/** The file store a configuration names: a folder (default `<data>/files`) or an S3 bucket. */
export const filesOf = (config: Config): Files => {
  const place = config.QZ_FILES;
  if (!place?.startsWith('s3://')) return folderFiles(resolve(place ?? join(config.QZ_DATA, 'files')));
  return s3Files({
    endpoint: (config.QZ_FILES_ENDPOINT ?? '').replace(/\/$/, ''),
    bucket: new URL(place).host,
    region: config.QZ_FILES_REGION,
    accessKeyId: config.QZ_FILES_KEY ?? '',
    secretAccessKey: config.QZ_FILES_SECRET ?? '',
  });
};

/** The key everything secret is derived from: set for several servers, else made once in the data folder. */
export const masterKeyOf = async (config: Config): Promise<Buffer> => {
  if (config.QZ_SECRET) return Buffer.from(config.QZ_SECRET, 'base64');
  const file = join(resolve(config.QZ_DATA), 'secrets', 'master.key');
  try {
    await mkdir(join(resolve(config.QZ_DATA), 'secrets'), { recursive: true, mode: 0o700 });
    return await readOrMakeMasterKey(file);
  } catch (error) {
    throw fileRefusal(file, error);
  }
};

export interface PlatformOptions {
  /** Address as the owner of the tables; the platform itself connects as the app role. */
  readonly ownerUrl: string;
  readonly masterKey: Uint8Array;
  readonly files: Files;
  readonly log: Log;
}

/** Opens everything a module may use. Nothing here starts work of its own but the live connection. */
export const openPlatform = ({ ownerUrl, masterKey, files, log }: PlatformOptions): Platform => {
  const url = appUrl(ownerUrl);
  const secrets = createSecrets(masterKey);
  const db: Database = openDatabase({ url, onIdleError: () => log.warn('database-connection-lost') });
  return {
    db,
    audit: createAudit(secrets.keyFor('audit')),
    live: startLive(url, log),
    jobs: createJobs(url, log),
    files,
    secrets,
    log,
    metrics: createMetrics(),
  };
};

export const closePlatform = async (platform: Platform): Promise<void> => {
  await platform.jobs.stop().catch(() => undefined);
  await platform.live.stop().catch(() => undefined);
  await platform.db.close().catch(() => undefined);
};
