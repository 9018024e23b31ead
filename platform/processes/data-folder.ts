import { existsSync, mkdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lockFolder } from './folder-lock.ts';
import { diskFull, fileRefusal, StartRefusal } from './start-refusal.ts';

/** The layout of the data folder this program writes and reads. Raised when an older program could do harm. */
export const DATA_FORMAT = 1;

/** Below this a database cannot even be started safely. */
const LEAST_FREE_BYTES = 64 * 1024 * 1024;

/** The data folder, held by us alone until `release`. */
export interface DataFolder {
  readonly path: string;
  /** Files of mode 0600 in a folder of mode 0700: passwords and keys the program made for itself. */
  readonly secrets: string;
  release(): void;
}

/**
 * Makes the data folder if it is missing and takes hold of it.
 *
 * @throws StartRefusal read-only, disk full, in use by another process, or written by a newer version
 */
export const openDataFolder = (dataDir: string): DataFolder => {
  const path = resolve(dataDir);
  const secrets = join(path, 'secrets');
  refuseNewer(path);
  try {
    mkdirSync(path, { recursive: true });
    const { bavail, bsize } = statfsSync(path);
    if (bavail * bsize < LEAST_FREE_BYTES) throw diskFull(path);
    const release = lockFolder(path);
    mkdirSync(secrets, { recursive: true, mode: 0o700 });
    markFormat(path);
    return { path, secrets, release };
  } catch (error) {
    throw fileRefusal(path, error);
  }
};

const formatFile = (path: string): string => join(path, 'format.json');

const markFormat = (path: string): void => {
  if (!existsSync(formatFile(path)))
    writeFileSync(formatFile(path), `${JSON.stringify({ format: DATA_FORMAT })}\n`);
};

const refuseNewer = (path: string): void => {
  if (!existsSync(formatFile(path))) return;
  const { format } = JSON.parse(readFileSync(formatFile(path), 'utf8'));
  if (format <= DATA_FORMAT) return;
  throw new StartRefusal(
    'data_folder_newer',
    `数据文件夹由更新的版本写入（格式 ${format}，本程序为 ${DATA_FORMAT}）：${path}。请升级轻装，数据未被改动。A newer version wrote this data folder (format ${format}, this is ${DATA_FORMAT}): update Qingzhuang; nothing was changed.`,
  );
};
