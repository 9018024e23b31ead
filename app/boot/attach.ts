import { join, resolve } from 'node:path';
import { type Config, readConfig } from '#platform/config/config.ts';
import { createLog } from '#platform/log/log.ts';
import { readPidFile } from '#platform/processes/postgres/pid-file.ts';
import { StartRefusal } from '#platform/processes/start-refusal.ts';
import { createSecrets, type Secrets } from '#platform/secrets/secrets.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import { CommandRefusal } from '../cli/command.ts';
import { type ComposeOptions, compose, type Modules } from '../compose.ts';
import { migrateAll } from '../migrate-all.ts';
import { closePlatform, filesOf, masterKeyOf, openPlatform } from '../resources.ts';
import { databaseName, type OwnedDatabase, openOwnedDatabase, ownerName, ownerPassword } from './database.ts';
import { processLogOf } from './serve.ts';

/** The embedded database of a server that runs on the same data folder. */
const attachToRunning = async (config: Config, masterKey: Uint8Array): Promise<OwnedDatabase> => {
  const pidFile = readPidFile(join(resolve(config.QZ_DATA), 'postgres', '18'));
  if (!pidFile)
    throw new StartRefusal('data_folder_in_use', '数据文件夹正在使用中 · The data folder is in use');
  const password = ownerPassword(createSecrets(masterKey));
  const host = encodeURIComponent(pidFile.socketFolder ?? '127.0.0.1');
  return {
    ownerUrl: `postgres://${ownerName}:${password}@${host}:${pidFile.port}/${databaseName}`,
    embedded: true,
    stop: async () => undefined,
  };
};

const openOrAttach = async (config: Config, masterKey: Uint8Array): Promise<OwnedDatabase> => {
  try {
    return await openOwnedDatabase(config, masterKey, processLogOf(createLog('error')));
  } catch (error) {
    if (error instanceof StartRefusal && error.code === 'data_folder_in_use')
      return attachToRunning(config, masterKey);
    throw error;
  }
};

/** Never takes the data folder for itself: between two runs of the server it must stay free for the next. */
export const openRunning = async (config: Config, masterKey: Uint8Array): Promise<OwnedDatabase> => {
  if (config.DATABASE_URL) return openOwnedDatabase(config, masterKey, processLogOf(createLog('error')));
  if (!readPidFile(join(resolve(config.QZ_DATA), 'postgres', '18')))
    throw new CommandRefusal('请先启动服务 · Start the server first');
  return attachToRunning(config, masterKey);
};

/** What a command works with: the modules, without HTTP, jobs or video. */
export interface Workbench {
  readonly config: Config;
  readonly platform: Platform;
  readonly ownerUrl: string;
  readonly modules: Modules;
}

const quiet: ComposeOptions = {
  publicUrl: null,
  secure: false,
  demo: false,
  media: null,
  mediaThroughOrigin: true,
  recorderPage: null,
  recordingDays: 30,
  trustProxy: false,
  mayWrite: () => true,
  metricsFor: 'loopback',
  fontDirs: [],
};

/** Opens the data for one command, whether the server runs or not, and lets go afterwards. */
export const withWorkbench = async <T>(
  environment: Readonly<Record<string, string | undefined>>,
  work: (bench: Workbench) => Promise<T>,
  /** What this command needs besides the data. */
  more: (config: Config, secrets: Secrets) => Partial<ComposeOptions> = () => ({}),
  openDatabase = openOrAttach,
): Promise<T> => {
  const config = readConfig(environment);
  const masterKey = await masterKeyOf(config);
  const database = await openDatabase(config, masterKey);
  try {
    await migrateAll(database.ownerUrl);
    const log = createLog('error');
    const platform = openPlatform({ ownerUrl: database.ownerUrl, masterKey, files: filesOf(config), log });
    const modules = compose(platform, {
      ...quiet,
      publicUrl: config.QZ_PUBLIC_URL ?? null,
      ...more(config, platform.secrets),
    });
    try {
      return await work({ config, platform, ownerUrl: database.ownerUrl, modules });
    } finally {
      await closePlatform(platform);
    }
  } finally {
    await database.stop();
  }
};

/** The web address the office uses, for links a command prints. */
export const addressFor = (config: Config): string =>
  config.QZ_PUBLIC_URL ?? `http://localhost:${config.PORT}`;
