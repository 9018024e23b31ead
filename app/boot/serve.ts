import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { type Config, readConfig } from '#platform/config/config.ts';
import { watchDisk } from '#platform/files/disk-guard.ts';
import { listen } from '#platform/http/listen.ts';
import { relayBesideHttps } from '#platform/http/relay-beside-https.ts';
import { proxyUpgrades } from '#platform/http/upgrade-proxy.ts';
import { createLog, type Log } from '#platform/log/log.ts';
import type { ProcessLog } from '#platform/processes/process-log.ts';
import { fileRefusal, portTaken } from '#platform/processes/start-refusal.ts';
import { createSecrets } from '#platform/secrets/secrets.ts';
import { CommandRefusal } from '../cli/command.ts';
import { plantDemonstration } from '../demo/plant.ts';
import { migrateAll } from '../migrate-all.ts';
import { closePlatform, filesOf, masterKeyOf, openPlatform } from '../resources.ts';
import { type App, createApp } from '../server.ts';
import { openOwnedDatabase } from './database.ts';
import { openMedia } from './media.ts';
import { recorderPageOf } from './recorder.ts';

export interface Served {
  readonly url: string;
  readonly app: App;
  readonly stop: () => Promise<void>;
}

type Say = (text: string) => void;

/** Undoes what was started, last first, also when a later step refuses. */
const createUndo = () => {
  const steps: (() => Promise<void>)[] = [];
  return {
    add: (step: () => Promise<void>) => void steps.push(step),
    run: async () => {
      for (const step of steps.splice(0).reverse()) await step().catch(() => undefined);
    },
  };
};

export const processLogOf = (log: Log): ProcessLog => ({
  info: (reason) => log.info('process', { reason }),
  warn: (reason) => log.warn('process', { reason }),
  error: (reason) => log.error('process', { reason }),
});

const readTls = async (config: Config) => {
  const { QZ_TLS_CERT: certFile, QZ_TLS_KEY: keyFile } = config;
  if (!certFile || !keyFile) return null;
  const read = (name: string, file: string) =>
    readFile(file, 'utf8').catch(() => {
      throw new CommandRefusal(`${name}: 读不到文件 ${file} · cannot read this file`);
    });
  return { cert: await read('QZ_TLS_CERT', certFile), key: await read('QZ_TLS_KEY', keyFile) };
};

const addressOf = (config: Config, tls: boolean, port: number): string => {
  if (config.QZ_PUBLIC_URL) return config.QZ_PUBLIC_URL.replace(/\/$/, '');
  const host = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(config.HOST) ? 'localhost' : config.HOST;
  return `${tls ? 'https' : 'http'}://${host}:${port}`;
};

const listenOrRefuse = async (config: Config, app: App, tls: Awaited<ReturnType<typeof readTls>>) => {
  try {
    return await listen({ fetch: app.http.fetch as never, port: config.PORT, host: config.HOST, tls });
  } catch (error) {
    if ((error as { code?: string }).code === 'EADDRINUSE') throw portTaken(config.PORT, error);
    throw fileRefusal(`${config.HOST}:${config.PORT}`, error);
  }
};

/** A port that is taken is said before the database and all else are started. */
const refuseTakenPort = async (config: Config): Promise<void> => {
  if (config.PORT === 0) return;
  const probe = await listenOrRefuse(
    config,
    { http: { fetch: () => new Response() } } as unknown as App,
    null,
  );
  await probe.close();
};

const relayOn = (server: Server, port: number): (() => Promise<void>) => {
  const end = relayBesideHttps(server, () => port);
  return async () => end();
};

/**
 * Starts the whole product on a configuration: database, migrations, media engine, jobs, HTTP.
 * @throws ConfigRefusal, StartRefusal, MigrationRefusal or CommandRefusal, after undoing what was started
 */
export const serve = async (
  environment: Readonly<Record<string, string | undefined>>,
  say: Say,
): Promise<Served> => {
  const config = readConfig(environment);
  const log = createLog(config.QZ_LOG);
  const processLog = processLogOf(log);
  const undo = createUndo();
  try {
    await refuseTakenPort(config);
    const tls = await readTls(config);
    const masterKey = await masterKeyOf(config);
    const database = await openOwnedDatabase(config, masterKey, processLog);
    undo.add(database.stop);
    const applied = await migrateAll(database.ownerUrl);
    if (applied.length > 0) log.info('migrated', { count: applied.length });
    const media = await openMedia(config, createSecrets(masterKey), processLog, say);
    undo.add(media.stop);
    if (media.missing) say(media.missing);
    const platform = openPlatform({ ownerUrl: database.ownerUrl, masterKey, files: filesOf(config), log });
    undo.add(() => closePlatform(platform));
    const disk = watchDisk(config.QZ_DATA, (full) => log.warn(full ? 'disk-full' : 'disk-has-room'));
    undo.add(async () => disk.stop());
    const secure = tls !== null || (config.QZ_PUBLIC_URL?.startsWith('https:') ?? false);
    let port: number | null = null;
    const app = createApp(platform, {
      publicUrl: config.QZ_PUBLIC_URL ?? null,
      secure,
      demo: config.QZ_DEMO ?? false,
      media: media.engine,
      mediaThroughOrigin: media.throughOrigin,
      recorderPage: recorderPageOf(config, { port: () => port, host: config.HOST, cert: tls?.cert ?? null }),
      recordingDays: config.QZ_RECORDING_DAYS,
      metricsFor: config.QZ_METRICS,
      trustProxy: config.QZ_TRUST_PROXY,
      mayWrite: disk.mayWrite,
      fontDirs: config.QZ_FONTS ? [config.QZ_FONTS] : [],
    });
    undo.add(app.stop);
    await platform.jobs.start();
    const listening = await listenOrRefuse(config, app, tls);
    port = listening.port;
    undo.add(listening.close);
    if (tls && media.relayPort !== null) undo.add(relayOn(listening.server, media.relayPort));
    proxyUpgrades(listening.server, () => (media.throughOrigin ? (media.engine?.url ?? null) : null));
    const url = addressOf(config, tls !== null, listening.port);
    await welcome(config, app, url, say);
    return { url, app, stop: undo.run };
  } catch (error) {
    await undo.run();
    throw error;
  }
};

/** On first start: the demonstration and how to sign in, or the link for the first administrator. */
const welcome = async (config: Config, app: App, url: string, say: Say): Promise<void> => {
  if (config.QZ_DEMO) {
    const planted = await plantDemonstration(app, { seed: 1, say });
    if (!planted) return;
    say(`演示账号，密码都是 ${planted.password} · demonstration accounts, password ${planted.password}:`);
    for (const { username, post } of planted.accounts) say(`  ${username.padEnd(12)} ${post}`);
    return;
  }
  const link: string | null = await app.modules.identity.firstAdministratorLink();
  if (link) say(`首位管理员请打开 · First administrator, open: ${new URL(link, url).href}`);
};
