import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, startMark } from './process-table.ts';
import { fileRefusal, StartRefusal } from './start-refusal.ts';

/**
 * One supervisor to a data folder. The lock file names the holder by pid and start mark, so that a lock
 * left by a killed program is recognised, also when its number now belongs to another one.
 *
 * @returns a function that gives the folder back
 * @throws StartRefusal `data_folder_in_use`, `data_folder_read_only`
 */
export const lockFolder = (folder: string): (() => void) => {
  const file = join(folder, 'supervisor.lock');
  const mine = JSON.stringify({ pid: process.pid, started: startMark(process.pid) });
  for (let tries = 0; tries < 3; tries++) {
    if (tryWrite(file, mine)) return () => releaseLock(file, mine);
    const holder = readHolder(file);
    if (holder && isHolding(holder)) throw inUse(folder, holder.pid);
    rmSync(file, { force: true });
  }
  throw inUse(folder, 0);
};

interface Holder {
  pid: number;
  started: string;
}

const tryWrite = (file: string, text: string): boolean => {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw fileRefusal(file, error);
  }
};

const readHolder = (file: string): Holder | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

const isHolding = ({ pid, started }: Holder): boolean => isAlive(pid) && startMark(pid) === started;

const releaseLock = (file: string, mine: string): void => {
  if (JSON.stringify(readHolder(file)) === mine) rmSync(file, { force: true });
};

const inUse = (folder: string, pid: number): StartRefusal =>
  new StartRefusal(
    'data_folder_in_use',
    `数据文件夹正被另一个轻装进程使用（进程号 ${pid}）：${folder}。请先停止它，或用 QZ_DATA 另指一个文件夹。Another running copy uses this data folder (process ${pid}): stop it first, or set QZ_DATA to another folder.`,
  );
