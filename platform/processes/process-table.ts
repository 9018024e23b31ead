import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * What the system knows of other programs, so that nothing is ever ended on the strength of a
 * number alone: process ids are reused. Linux reads /proc (readable for every user, also in a
 * container without ptrace); macOS asks ps; on Windows only the image name is known.
 */
export interface ProcessEntry {
  readonly pid: number;
  /** The command line as one string, or the title the program gave itself. */
  readonly command: string;
}

/** Whether a process with this number exists, whoever owns it. A zombie counts as gone. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return process.platform !== 'linux' || linuxState(pid)?.state !== 'Z';
};

/** The command line of a process, `undefined` when it is gone. */
export const commandOf = (pid: number): string | undefined => {
  if (process.platform === 'linux') return linuxCommand(pid);
  if (process.platform === 'win32') return windowsImage(pid);
  return psTable(['-p', String(pid)])[0]?.command;
};

/** Every process that can be seen. Empty on Windows, where nothing needs it. */
export const listProcesses = (): ProcessEntry[] => {
  if (process.platform === 'win32') return [];
  if (process.platform !== 'linux') return psTable(['-ax']);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), command: linuxCommand(Number(name)) ?? '' }));
};

/** When a process began, in whatever unit the system counts: with the pid it names one process for good. */
export const startMark = (pid: number): string => {
  if (process.platform === 'linux') return linuxState(pid)?.started ?? '';
  if (process.platform === 'win32') return '';
  return run('ps', ['-o', 'lstart=', '-p', String(pid)]).trim();
};

/** Fields 3 and 22 of /proc/<pid>/stat; the name in field 2 may hold spaces and brackets. */
const linuxState = (pid: number): { state: string; started: string } | undefined => {
  const stat = readOrNothing(`/proc/${pid}/stat`);
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields && { state: fields[0] ?? '', started: fields[19] ?? '' };
};

const linuxCommand = (pid: number): string | undefined =>
  readOrNothing(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trimEnd();

const windowsImage = (pid: number): string | undefined =>
  /^"([^"]+)"/m.exec(run('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']))?.[1];

const psTable = (which: string[]): ProcessEntry[] =>
  run('ps', [...which, '-o', 'pid=,command='])
    .split('\n')
    .map((line) => /^\s*(\d+) (.*)$/.exec(line))
    .flatMap((hit) => (hit?.[1] ? [{ pid: Number(hit[1]), command: hit[2] ?? '' }] : []));

const run = (command: string, args: string[]): string => {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
};

const readOrNothing = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};
