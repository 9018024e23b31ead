import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type DataFolder, openDataFolder } from '../data-folder.ts';
import { isPortFree, pickPort } from '../free-port.ts';
import { type Kept, keepRunning } from '../keep-running.ts';
import type { ProcessLog } from '../process-log.ts';
import { fileRefusal, portTaken } from '../start-refusal.ts';
import { isRoot, unprivilegedUser } from '../unprivileged-user.ts';
import { findBinaries } from './binaries.ts';
import { type Cluster, clusterName, ensureCluster, ensurePassword, MAJOR } from './cluster.ts';
import { endLeftovers } from './leftovers.ts';
import { type Listening, type ServerRun, type StopMode, startServer } from './server-process.ts';
import type { Settings } from './settings.ts';
import { ensureSocketFolder, makeSocketFolder } from './socket-folder.ts';

export { StartRefusal, type StartRefusalCode } from '../start-refusal.ts';

export interface PostgresOptions {
  /** The product's data folder; made when missing. The cluster lies in `postgres/18` in it. */
  readonly dataDir: string;
  /** Also listen on 127.0.0.1 at this port. Without it, on a Unix socket only (Windows: any free port). */
  readonly port?: number;
  readonly log: ProcessLog;
  /** Server settings over our defaults. */
  readonly settings?: Settings;
  /** The server died unasked; connections are lost until `onRestart`. */
  readonly onDown?: (reason: string) => void;
  /** It is up again, at the same address, for the n-th time. */
  readonly onRestart?: (restarts: number) => void;
}

export interface RunningPostgres {
  /** As superuser, to the database `postgres`. */
  readonly adminUrl: string;
  /** To `database` as `user`, the superuser unless told. Understood by node-postgres and libpq. */
  urlFor(database: string, user?: { name: string; password: string }): string;
  /** Ends it for good and gives the data folder back. `fast` ends transactions in hand and writes everything. */
  stop(mode?: StopMode): Promise<void>;
  /** The postmaster's process number now; changes with a restart. */
  readonly pid: number;
  readonly restarts: number;
  /** Resolves when it was stopped; a crash does not resolve it, since the server is started again. */
  readonly exited: Promise<void>;
}

/** The name of the socket's file needs a number; the folder is private, so it never collides. */
const SOCKET_PORT = 5432;

/**
 * Starts the embedded PostgreSQL on a data folder and keeps it running until `stop()`.
 *
 * @throws StartRefusal with a code and one line for a person
 */
export const startPostgres = async (options: PostgresOptions): Promise<RunningPostgres> => {
  const folder = openDataFolder(options.dataDir);
  let listening: Listening | undefined;
  try {
    const cluster = prepare(folder);
    await endLeftovers(cluster, options.log);
    await ensureCluster(cluster, options.log);
    const password = await ensurePassword(cluster, join(folder.secrets, 'postgres'));
    listening = await chooseListening(options.port, cluster);
    const kept = await keep(cluster, listening, options);
    return running(kept, listening, password, folder);
  } catch (error) {
    removeSocketFolder(listening);
    folder.release();
    throw error;
  }
};

const prepare = ({ path }: DataFolder): Cluster => {
  const parent = join(path, 'postgres');
  try {
    mkdirSync(parent, { recursive: true });
  } catch (error) {
    throw fileRefusal(parent, error);
  }
  const folder = join(realpathSync(parent), String(MAJOR));
  const user = isRoot() ? unprivilegedUser(folder) : undefined;
  return { folder, user, binaries: findBinaries(user), name: clusterName(folder) };
};

const chooseListening = async (port: number | undefined, { user }: Cluster): Promise<Listening> => {
  if (port !== undefined && !(await isPortFree(port, 'tcp', '127.0.0.1'))) throw portTaken(port);
  const windows = process.platform === 'win32';
  return {
    socketFolder: windows ? undefined : makeSocketFolder(user),
    port: port ?? (windows ? await pickPort(5433, { host: '127.0.0.1' }) : SOCKET_PORT),
    loopback: windows || port !== undefined,
  };
};

const keep = (cluster: Cluster, listening: Listening, options: PostgresOptions): Promise<Kept<ServerRun>> =>
  keepRunning({
    name: 'database',
    log: options.log,
    onDown: options.onDown,
    onRestart: options.onRestart,
    start: async () => {
      await endLeftovers(cluster, options.log);
      if (listening.socketFolder) ensureSocketFolder(listening.socketFolder, cluster.user);
      return startServer(cluster, listening, options.settings ?? {}, options.log);
    },
  });

const running = (
  kept: Kept<ServerRun>,
  listening: Listening,
  password: string,
  folder: DataFolder,
): RunningPostgres => {
  // Whatever ends this process in the ordinary way takes the server along.
  const leave = () => kept.current().leave();
  process.once('exit', leave);
  const superuser = { name: 'postgres', password };
  const urlFor = (database: string, user = superuser) => addressOf(listening, database, user);
  return {
    adminUrl: urlFor('postgres'),
    urlFor,
    exited: kept.exited,
    get pid() {
      return kept.current().pid;
    },
    get restarts() {
      return kept.restarts();
    },
    stop: async (mode = 'fast') => {
      await kept.stop((run) => run.stop(mode));
      process.off('exit', leave);
      removeSocketFolder(listening);
      folder.release();
    },
  };
};

const addressOf = (at: Listening, database: string, user: { name: string; password: string }): string => {
  const host = at.socketFolder ? encodeURIComponent(at.socketFolder) : '127.0.0.1';
  const who = `${encodeURIComponent(user.name)}:${encodeURIComponent(user.password)}`;
  return `postgres://${who}@${host}:${at.port}/${encodeURIComponent(database)}`;
};

const removeSocketFolder = (listening: Listening | undefined): void => {
  if (listening?.socketFolder) rmSync(listening.socketFolder, { recursive: true, force: true });
};
