import { statfs } from 'node:fs/promises';

/** Watches the free space under the data folder, so that writing stops before the database is in trouble. */
export interface DiskGuard {
  readonly mayWrite: () => boolean;
  readonly stop: () => void;
}

/** Room PostgreSQL needs to go on reading, checkpointing and starting again when the disk is full for all else. */
export const reserveBytes = 96 * 1024 * 1024;

/** Under steady entries a subdistrict writes a few MB in this time, far less than the reserve. */
const everyMs = 1_000;

/** A disk that cannot be asked is not taken for full: the database itself will say so. */
const isShort = async (folder: string): Promise<boolean> => {
  const found = await statfs(folder).catch(() => null);
  return found !== null && found.bavail * found.bsize < reserveBytes;
};

export const watchDisk = (folder: string, onChange: (full: boolean) => void): DiskGuard => {
  let full = false;
  const look = async (): Promise<void> => {
    const now = await isShort(folder);
    if (now !== full) onChange(now);
    full = now;
  };
  void look();
  const timer = setInterval(() => void look(), everyMs);
  timer.unref();
  return { mayWrite: () => !full, stop: () => clearInterval(timer) };
};
