import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { chownTree } from '../chown-tree.ts';
import type { ProcessLog } from '../process-log.ts';
import { fileRefusal, StartRefusal } from '../start-refusal.ts';
import { canReach, type ProcessUser } from '../unprivileged-user.ts';
import type { Binaries } from './binaries.ts';
import { explainFailure } from './explain-failure.ts';

/** The major version whose files lie in the cluster's folder. */
export const MAJOR = 18;

/** One database cluster and how to run programs on it. */
export interface Cluster {
  /** `<data folder>/postgres/18`. */
  readonly folder: string;
  readonly binaries: Binaries;
  /** Whom its programs run as; `undefined`: as ourselves. */
  readonly user: ProcessUser | undefined;
  /** Marks every process of this cluster in the system's process table. */
  readonly name: string;
}

/** `qz-` and a hash of the folder: short, stable, and shown in each server process's title. */
export const clusterName = (folder: string): string =>
  `qz-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;

/**
 * The folder as the database's programs are told it. A user who cannot pass the folders above (root's home
 * has mode 0700) still can use the folder it was started in: Linux resolves /proc/self/cwd without
 * walking the path. No permission of anybody's home is changed, nothing is mounted or moved.
 */
export const folderArgument = ({ folder, user }: Pick<Cluster, 'folder' | 'user'>): string =>
  user && process.platform === 'linux' && !canReach(dirname(folder), user) ? '/proc/self/cwd' : folder;

/** How a program of the cluster is spawned. Nothing of our own environment reaches it (no PG… names, no secrets). */
export const spawnOptions = ({ folder, user }: Pick<Cluster, 'folder' | 'user'>) => ({
  cwd: folder,
  env: {
    PATH: process.env.PATH ?? '/usr/bin:/bin',
    TZ: 'UTC',
    ...(process.platform === 'win32' && { SystemRoot: process.env.SystemRoot, TEMP: process.env.TEMP }),
  },
  ...(user && { uid: user.uid, gid: user.gid }),
});

/**
 * The major versions whose clusters lie in the data folder. Each has a folder of its own, `postgres/<major>`, so
 * a newer program's data is seen even where this one's is missing.
 */
const clusterVersions = (folder: string): number[] => {
  const names = readdirSync(dirname(folder)).filter((name) => /^\d+$/.test(name));
  return names.map((name) => join(dirname(folder), name, 'PG_VERSION')).flatMap(readVersion);
};

const readVersion = (file: string): number[] => {
  const version = existsSync(file) ? Number(readFileSync(file, 'utf8')) : Number.NaN;
  return Number.isInteger(version) ? [version] : [];
};

/** Makes the cluster if there is none. Half-made ones never get the final name. */
export const ensureCluster = async (cluster: Cluster, log: ProcessLog): Promise<void> => {
  const { folder, user } = cluster;
  const versions = clusterVersions(folder);
  const newest = Math.max(...versions, 0);
  if (newest > MAJOR || (newest > 0 && !versions.includes(MAJOR))) throw otherMajor(folder, newest);
  if (newest === 0) await createCluster(cluster, log);
  else if (user && statSync(folder).uid !== user.uid) chownTree(folder, user);
};

const createCluster = async (cluster: Cluster, log: ProcessLog): Promise<void> => {
  const half = `${cluster.folder}.new`;
  log.info('creating the database');
  try {
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half, { recursive: true, mode: 0o700 });
    if (cluster.user) chownSync(half, cluster.user.uid, cluster.user.gid);
  } catch (error) {
    throw fileRefusal(half, error);
  }
  await initialise({ ...cluster, folder: half });
  renameSync(half, cluster.folder);
};

/**
 * Sorting and case by PostgreSQL's own C.UTF-8: fast, and the same after any upgrade of the system. LC_CTYPE
 * of the system must know UTF-8 as well: with `C`, pg_trgm takes no Chinese character for a letter and finds
 * nothing. Its name differs between systems.
 */
const CTYPES = ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'UTF-8', 'C'];

const initialise = async (cluster: Cluster): Promise<void> => {
  for (const ctype of CTYPES) {
    const args = ['--encoding=UTF8', '--locale=C', `--lc-ctype=${ctype}`, '--no-instructions'];
    args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8');
    args.push('--username=postgres', '--auth=reject', '-D', folderArgument(cluster));
    const { code, output } = await runProgram(cluster, cluster.binaries.initdb, args);
    if (code === 0) return writeHba(cluster);
    if (!/invalid locale|locale name/.test(output)) throw explainFailure(cluster.folder, output);
  }
};

/** Who may come in: anybody on this computer who knows a password. Nobody over the network. */
const writeHba = ({ folder }: Cluster): void =>
  writeFileSync(
    join(folder, 'pg_hba.conf'),
    [
      ...(process.platform === 'win32' ? [] : ['local all all scram-sha-256']),
      'host all all 127.0.0.1/32 scram-sha-256',
      '',
    ].join('\n'),
  );

/** The superuser's password, from `<data folder>/secrets/postgres`; a missing file gets a new password. */
export const ensurePassword = async (cluster: Cluster, secretFile: string): Promise<string> => {
  if (existsSync(secretFile)) return readFileSync(secretFile, 'utf8').trim();
  const password = randomBytes(24).toString('base64url');
  // Single-user mode needs no password, and the text never stands in a process list.
  const args = ['--single', '-D', folderArgument(cluster), '-c', 'log_min_messages=log', 'postgres'];
  const sql = `ALTER ROLE postgres PASSWORD '${password}'\n`;
  const { code, output } = await runProgram(cluster, cluster.binaries.postgres, args, sql);
  if (code !== 0) throw explainFailure(cluster.folder, output);
  writeFileSync(secretFile, `${password}\n`, { mode: 0o600 });
  return password;
};

const runProgram = (
  cluster: Cluster,
  program: string,
  args: string[],
  input = '',
): Promise<{ code: number | null; output: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...spawnOptions(cluster), stdio: ['pipe', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });

const otherMajor = (folder: string, version: number): StartRefusal =>
  version > MAJOR
    ? new StartRefusal(
        'data_folder_newer',
        `数据文件夹由更新的版本写入（PostgreSQL ${version}，本程序为 ${MAJOR}）：${folder}。请升级轻装，数据未被改动。A newer version wrote this data folder (PostgreSQL ${version}, this is ${MAJOR}): update Qingzhuang; nothing was changed.`,
      )
    : new StartRefusal(
        'data_folder_older',
        `数据文件夹由旧版 PostgreSQL ${version} 写入：${folder}。请用写入它的版本运行 qz backup，再用本版本 qz restore。PostgreSQL ${version} wrote this data folder: run qz backup with the version that wrote it, then qz restore with this one.`,
      );
