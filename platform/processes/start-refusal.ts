/** Why something could not be started. A code never changes its meaning. */
export type StartRefusalCode =
  | 'data_folder_read_only'
  | 'data_folder_newer'
  | 'data_folder_older'
  | 'data_folder_in_use'
  | 'disk_full'
  | 'port_taken'
  | 'binaries_missing'
  | 'no_unprivileged_user'
  | 'did_not_start';

/**
 * A start that was refused before anything was lost. The message is one line for a person,
 * Chinese first, and says what is wrong, where, and what to do. It never holds personal data.
 */
export class StartRefusal extends Error {
  readonly code: StartRefusalCode;

  constructor(code: StartRefusalCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StartRefusal';
    this.code = code;
  }
}

const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

/** Turns what the file system said about `path` into a refusal; anything else is passed through. */
export const fileRefusal = (path: string, error: unknown): unknown => {
  const code = errorCode(error);
  if (code && ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR'].includes(code))
    return readOnly(path, error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(path, error);
  return error;
};

export const readOnly = (path: string, cause?: unknown): StartRefusal =>
  new StartRefusal(
    'data_folder_read_only',
    `数据文件夹不可写：${path}。请授予写权限，或用 QZ_DATA 另指一个文件夹。The data folder cannot be written: give this user the right to write it, or set QZ_DATA to another folder.`,
    cause,
  );

export const diskFull = (path: string, cause?: unknown): StartRefusal =>
  new StartRefusal(
    'disk_full',
    `磁盘空间已满：${path}。请清理磁盘后重新启动，已保存的数据没有丢失。The disk is full: free some space and start again; nothing saved was lost.`,
    cause,
  );

export const portTaken = (port: number, cause?: unknown): StartRefusal =>
  new StartRefusal(
    'port_taken',
    `端口 ${port} 已被其他程序占用。请停止该程序或改用其他端口。Port ${port} is taken by another program: stop it or choose another port.`,
    cause,
  );
