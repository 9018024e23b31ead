import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartRefusal } from './start-refusal.ts';

/** Whom a child process runs as. */
export interface ProcessUser {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
}

/** Whether we are root, whom PostgreSQL refuses to serve. */
export const isRoot = (): boolean => process.getuid?.() === 0;

const accounts = (): ProcessUser[] =>
  readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .flatMap(([name, , uid, gid]) =>
      name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [],
    );

/**
 * The account a database under root runs as: the owner of an existing cluster, so that the plain user who
 * made it can go on using it; else `qingzhuang` if the administrator made one, `postgres` or `nobody`.
 * It must have a name, because initdb looks its own user up.
 */
export const unprivilegedUser = (existingFolder: string): ProcessUser => {
  const known = accounts().filter((account) => account.uid !== 0);
  const owner = statSync(existingFolder, { throwIfNoEntry: false })?.uid;
  const candidates = ['qingzhuang', 'postgres', 'nobody'].map((name) =>
    known.find((one) => one.name === name),
  );
  const chosen = [known.find((one) => one.uid === owner), ...candidates].find((one) => one !== undefined);
  if (chosen) return chosen;
  throw new StartRefusal(
    'no_unprivileged_user',
    '数据库不能以 root 身份运行，而系统中没有可用的普通用户（如 nobody）。请新建用户 qingzhuang。The database cannot run as root and there is no ordinary user such as nobody: add a user named qingzhuang.',
  );
};

/** Whether `user` may pass through `folder` and each folder above it, by mode bits alone (no ACL is counted on). */
export const canReach = (folder: string, user: ProcessUser): boolean => {
  const stat = statSync(folder);
  const bit = stat.uid === user.uid ? 0o100 : stat.gid === user.gid ? 0o010 : 0o001;
  return (stat.mode & bit) !== 0 && (dirname(folder) === folder || canReach(dirname(folder), user));
};
