import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ProcessLog } from '../process-log.ts';
import { commandOf, isAlive, listProcesses } from '../process-table.ts';
import { waitUntil } from '../wait.ts';
import type { Cluster } from './cluster.ts';
import { explainFailure } from './explain-failure.ts';
import { readPidFile } from './pid-file.ts';
import { SOCKET_PREFIX } from './socket-folder.ts';

/** How long a left-over server may take to close by itself before it is cut off (its log is replayed then). */
const GENTLE_MS = 10_000;

/**
 * Ends what an earlier life of this cluster left running, so that a new server can have it.
 *
 * A postmaster outlives its killed parent. It is ended, not adopted: its log leads nowhere, it may be of an
 * older version with older settings, and ending it costs a third of a second. A killed postmaster, in turn,
 * leaves backends that hold the shared memory until their query ends. Both are known by the cluster's name
 * in the process table; a process that only has the right number is never touched.
 *
 * @throws StartRefusal `data_folder_in_use` when something of this cluster cannot be ended
 */
export const endLeftovers = async (cluster: Cluster, log: ProcessLog): Promise<void> => {
  const file = readPidFile(cluster.folder);
  if (file && isAlive(file.pid) && isPostmasterOf(cluster, commandOf(file.pid))) {
    log.info(`ending the database server an earlier run left behind (process ${file.pid})`);
    await endServer(cluster, file.pid);
  }
  await endOrphans(cluster);
  if (file) removeTraces(cluster, file.socketFolder);
};

/** Whether a command line is that of this cluster's postmaster. On Windows only the program's name is known. */
export const isPostmasterOf = ({ name }: Pick<Cluster, 'name'>, command: string | undefined): boolean =>
  process.platform === 'win32'
    ? command?.toLowerCase() === 'postgres.exe'
    : (command?.includes(`cluster_name=${name}`) ?? false);

/** Backends name themselves `postgres: <cluster name>: …`. */
export const isBackendOf = ({ name }: Pick<Cluster, 'name'>, command: string): boolean =>
  command.startsWith(`postgres: ${name}: `);

const endServer = async (cluster: Cluster, pid: number): Promise<void> => {
  const gone = () => !isAlive(pid);
  send(pid, 'SIGINT');
  if (await waitUntil(gone, GENTLE_MS)) return;
  send(pid, 'SIGQUIT');
  if (await waitUntil(gone, GENTLE_MS)) return;
  throw explainFailure(cluster.folder, 'lock file postmaster.pid already exists');
};

/** SIGQUIT makes a backend leave at once; one deep in a computation does not hear it, and is cut off. */
const endOrphans = async (cluster: Cluster): Promise<void> => {
  const left = () => listProcesses().filter(({ command }) => isBackendOf(cluster, command));
  for (const { pid } of left()) send(pid, 'SIGQUIT');
  if (await waitUntil(() => left().length === 0, 500)) return;
  for (const { pid } of left()) send(pid, 'SIGKILL');
  await waitUntil(() => left().length === 0, 2_000);
};

const send = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone in the meantime.
  }
};

/** The pid file would name a stranger if its number was used again, and PostgreSQL would then refuse to start. */
const removeTraces = ({ folder }: Cluster, socketFolder: string): void => {
  rmSync(join(folder, 'postmaster.pid'), { force: true });
  if (basename(socketFolder).startsWith(SOCKET_PREFIX))
    rmSync(socketFolder, { recursive: true, force: true });
};
