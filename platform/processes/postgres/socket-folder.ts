import { accessSync, chownSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProcessUser } from '../unprivileged-user.ts';

export const SOCKET_PREFIX = 'qz-pg-';

/**
 * A fresh private folder for the Unix socket. Its path must be short (a socket's name ends at ~100 bytes, so
 * the data folder will not do) and its name new each time, so that nobody on a shared computer can have made
 * it before us.
 */
export const makeSocketFolder = (user: ProcessUser | undefined): string => {
  const folder = mkdtempSync(join(isWritable('/tmp') ? '/tmp' : tmpdir(), SOCKET_PREFIX));
  if (user) chownSync(folder, user.uid, user.gid);
  return folder;
};

/** Makes it again under the same name, should a cleaner of /tmp have taken it: addresses must not change. */
export const ensureSocketFolder = (folder: string, user: ProcessUser | undefined): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user) chownSync(folder, user.uid, user.gid);
};

const isWritable = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
