import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a running postmaster says of itself in `postmaster.pid` (lines 1, 4, 5 and 8). */
export interface PidFile {
  readonly pid: number;
  readonly port: number;
  /** Empty when it listens on TCP only. */
  readonly socketFolder: string;
  readonly status: string;
}

/** `undefined` when there is no such file or it is not one. */
export const readPidFile = (folder: string): PidFile | undefined => {
  try {
    return parsePidFile(readFileSync(join(folder, 'postmaster.pid'), 'utf8'));
  } catch {
    return undefined;
  }
};

export const parsePidFile = (text: string): PidFile | undefined => {
  const lines = text.split('\n').map((line) => line.trim());
  // A backend's own single-user lock has a negative number.
  const pid = Math.abs(Number(lines[0]));
  return Number.isInteger(pid) && pid > 1
    ? { pid, port: Number(lines[3]), socketFolder: lines[4] ?? '', status: lines[7] ?? '' }
    : undefined;
};
