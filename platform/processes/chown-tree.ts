import { lchownSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessUser } from './unprivileged-user.ts';

/** Gives a folder and all in it to a user, never through a link. Only root can. */
export const chownTree = (path: string, user: ProcessUser): void => {
  lchownSync(path, user.uid, user.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) chownTree(join(path, name), user);
};
