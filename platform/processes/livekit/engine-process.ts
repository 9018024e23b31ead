import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { isPortFree } from '../free-port.ts';
import type { Run } from '../keep-running.ts';
import { commandOf, isAlive } from '../process-table.ts';
import { portTaken, StartRefusal } from '../start-refusal.ts';
import { waitUntil } from '../wait.ts';

/** Where one engine keeps its files: `<data folder>/livekit`. */
export interface EngineFiles {
  readonly config: string;
  readonly pid: string;
  readonly output: string;
}

export const engineFiles = (folder: string): EngineFiles => ({
  config: join(folder, 'livekit.yaml'),
  pid: join(folder, 'livekit.pid'),
  output: join(folder, 'livekit.log'),
});

/** One life of the engine, started by us or found running. */
export interface EngineRun extends Run {
  stop(): Promise<void>;
  leave(): void;
}

const READY_MS = 15_000;
const MB = 1024 * 1024;

/** Keeps Go's heap in bounds on a shared PC; a meeting of 34 venues stays far below. */
const memoryLimit = (): string => `${Math.round(Math.min(Math.max(totalmem() / 8 / MB, 256), 2048))}MiB`;

/**
 * Starts the engine and waits until it answers. Its output goes to a file, not to a pipe: a Go program dies
 * at its next word when the reader of its pipe is gone, and a meeting must survive a crash of our server.
 */
export const startEngine = async (
  binary: string,
  files: EngineFiles,
  signalPort: number,
): Promise<EngineRun> => {
  // Somebody else's answer on this port must not be taken for ours.
  if (!(await isPortFree(signalPort))) throw portTaken(signalPort);
  const output = openSync(files.output, 'w', 0o600);
  const child = spawn(binary, ['--config', files.config], {
    env: { PATH: process.env.PATH, GOMEMLIMIT: memoryLimit(), ...windowsNeeds() },
    stdio: ['ignore', output, output],
    // A group of its own: Ctrl-C must reach us first.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  closeSync(output);
  let ended = '';
  const exited = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    child.once('error', (error) => resolve(error.message));
  });
  void exited.then((reason) => {
    ended = reason;
  });
  if (child.pid) writeFileSync(files.pid, `${child.pid}\n`, { mode: 0o600 });
  const answered = await waitUntil(async () => ended !== '' || (await answers(signalPort)), READY_MS);
  const run = engineRun(child.pid ?? 0, exited);
  if (answered && ended === '') return run;
  if (ended === '') await run.stop();
  throw notStarted(files.output);
};

/** The engine an earlier run left behind, if its number still belongs to an engine with this configuration. */
export const findLeftover = (files: EngineFiles): EngineRun | undefined => {
  const pid = Number(readOrEmpty(files.pid));
  if (!(pid > 1) || !isAlive(pid) || !isEngineOf(files, commandOf(pid))) return undefined;
  return engineRun(pid, watchExit(pid));
};

/** On Windows only the program's name is known. */
export const isEngineOf = ({ config }: Pick<EngineFiles, 'config'>, command: string | undefined): boolean =>
  process.platform === 'win32'
    ? command?.toLowerCase() === 'livekit-server.exe'
    : (command?.endsWith(`--config ${config}`) ?? false);

/** Whether the engine answers on its signalling port. A kept-alive connection would hold up its end by 5 s. */
export const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const asked = get({ host: '127.0.0.1', port, path: '/', agent: false, timeout: 1_000 }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => resolve(false));
  });

/** Forgets the number of an engine that has been stopped. */
export const forgetEngine = (files: EngineFiles): void => rmSync(files.pid, { force: true });

const engineRun = (pid: number, exited: Promise<string>): EngineRun => {
  const leave = () => {
    // The first signal waits for everybody to leave the room, a second one does not. Two alike could melt into one.
    send(pid, 'SIGTERM');
    send(pid, 'SIGINT');
  };
  return {
    pid,
    exited,
    leave,
    stop: async () => {
      leave();
      // It has nothing to save, and would wait 5 s for screens that are still connected.
      if (!(await waitUntil(() => !isAlive(pid), 1_000))) send(pid, 'SIGKILL');
      await exited;
    },
  };
};

/** An engine that is not our child tells nobody when it ends: look for it. */
const watchExit = async (pid: number): Promise<string> => {
  await waitUntil(() => !isAlive(pid), Number.POSITIVE_INFINITY, 250);
  return 'gone';
};

const send = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone in the meantime.
  }
};

const readOrEmpty = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
};

const windowsNeeds = (): NodeJS.ProcessEnv =>
  process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot, TEMP: process.env.TEMP } : {};

const notStarted = (output: string): StartRefusal =>
  new StartRefusal(
    'did_not_start',
    `会议视频引擎未能启动，除视频会议外其余功能照常可用。The media engine did not start, all but the video works: ${readOrEmpty(output).split('\n').at(-1) || 'it said nothing'}`,
  );
