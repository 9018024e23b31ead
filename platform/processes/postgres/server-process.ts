import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { Run } from '../keep-running.ts';
import type { ProcessLog } from '../process-log.ts';
import { waitUntil } from '../wait.ts';
import { type Cluster, folderArgument, spawnOptions } from './cluster.ts';
import { explainFailure } from './explain-failure.ts';
import { readPidFile } from './pid-file.ts';
import { defaultSettings, type Settings, settingArguments } from './settings.ts';

export type StopMode = 'fast' | 'immediate';

/** Where the server listens. On a socket always but on Windows; on loopback only when a port was asked for. */
export interface Listening {
  readonly socketFolder: string | undefined;
  readonly port: number;
  readonly loopback: boolean;
}

/** One life of the postmaster, from spawn to exit. */
export interface ServerRun extends Run {
  stop(mode: StopMode): Promise<void>;
  /** Asks it to end without waiting, for the moment our own process ends. */
  leave(): void;
}

const KEPT_LINES = 20;

/**
 * Starts the postmaster and waits until it takes connections. There is no limit on the wait as long as the
 * process lives: replaying a long log after a power cut takes what it takes.
 *
 * @throws StartRefusal what its last words mean
 */
export const startServer = async (
  cluster: Cluster,
  listening: Listening,
  settings: Settings,
  log: ProcessLog,
): Promise<ServerRun> => {
  const child = spawnServer(cluster, listening, settings);
  const words = listenTo(child, log);
  const exited = exitOf(child);
  let ended = false;
  void exited.then(() => {
    ended = true;
  });
  const isReady = () => {
    const file = readPidFile(cluster.folder);
    return file?.pid === child.pid && file?.status === 'ready';
  };
  await waitUntil(() => ended || isReady(), Number.POSITIVE_INFINITY);
  if (ended) throw explainFailure(cluster.folder, words.join('\n'), listening.port);
  return serverRun(cluster, child, exited);
};

const spawnServer = (cluster: Cluster, listening: Listening, settings: Settings): ChildProcess => {
  const fixed = {
    cluster_name: cluster.name,
    listen_addresses: listening.loopback ? '127.0.0.1' : '',
    port: String(listening.port),
    unix_socket_directories: listening.socketFolder ?? '',
  };
  const args = ['-D', folderArgument(cluster), ...settingArguments(defaultSettings(), settings, fixed)];
  return spawn(cluster.binaries.postgres, args, {
    ...spawnOptions(cluster),
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own: Ctrl-C must reach us first, so that work in hand ends before its database.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
};

const exitOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    child.once('error', (error) => resolve(error.message));
  });

/** Passes on what the server says of its own life, and keeps the last lines. */
const listenTo = (child: ChildProcess, log: ProcessLog): string[] => {
  const words: string[] = [];
  if (!child.stderr) return words;
  createInterface({ input: child.stderr }).on('line', (line) => {
    words.push(line);
    if (words.length > KEPT_LINES) words.shift();
    if (/^(FATAL|PANIC)/.test(line)) log.warn(`database: ${line}`);
  });
  return words;
};

const serverRun = (cluster: Cluster, child: ChildProcess, exited: Promise<string>): ServerRun => ({
  pid: child.pid ?? 0,
  exited,
  leave: () => void child.kill('SIGINT'),
  stop: async (mode) => {
    await signalStop(cluster, child, mode);
    if (await endsWithin(exited, 30_000)) return;
    await signalStop(cluster, child, 'immediate');
    if (!(await endsWithin(exited, 10_000))) child.kill('SIGKILL');
    await exited;
  },
});

/** Windows knows no signals but the one that kills: there pg_ctl talks to the server by its own pipe. */
const signalStop = async (cluster: Cluster, child: ChildProcess, mode: StopMode): Promise<void> => {
  if (process.platform !== 'win32') return void child.kill(mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
  await promisify(execFile)(cluster.binaries.pgCtl, ['stop', '-D', cluster.folder, '-m', mode, '-W']).catch(
    () => child.kill(),
  );
};

const endsWithin = (exited: Promise<unknown>, ms: number): Promise<boolean> => {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), ms);
  return Promise.race([exited.then(() => true), late.promise]).finally(() => clearTimeout(timer));
};
