import { lstatSync, mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRoot } from './unprivileged-user.ts';

/**
 * Folders for programs we bring, best first: root's, the user's own, and one in /tmp for a user without a
 * home that can be written.
 */
export const cacheCandidates = (): string[] => [
  ...(isRoot() ? ['/var/cache/qingzhuang'] : []),
  join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'qingzhuang'),
  join(tmpdir(), `qingzhuang-${process.getuid?.() ?? 'cache'}`),
];

/** Whether `folder` is (or could be made) ours alone to write: programs we run must not be exchangeable by others. */
export const isOurs = (folder: string): boolean => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    if (process.platform === 'win32') return true;
    const stat = lstatSync(folder);
    return stat.isDirectory() && stat.uid === process.getuid?.() && (stat.mode & 0o022) === 0;
  } catch {
    return false;
  }
};

/** Where downloaded and built programs go unless told otherwise: `~/.cache/qingzhuang`, if it can be had. */
export const privateCacheFolder = (): string => {
  const [home, ...others] = cacheCandidates().filter((folder) => !folder.startsWith('/var/'));
  return [home, ...others].find((folder) => folder !== undefined && isOurs(folder)) ?? tmpdir();
};
