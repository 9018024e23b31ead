import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Holder {
  readonly child: ChildProcess;
  readonly answer: { adminUrl: string; pid: number; refusal?: string; message?: string };
  end(signal: NodeJS.Signals): Promise<void>;
}

/** Starts another program that starts a database on `dataDir`, as another user if told, and waits for its word. */
export const startHolder = async (dataDir: string, user?: { uid: number; gid: number }): Promise<Holder> => {
  const script = fileURLToPath(new URL('start.fixture.ts', import.meta.url));
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...user,
  });
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`it ended with ${code}`)));
  const [line] = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended]);
  ended.catch(() => undefined);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return { child, answer: JSON.parse(String(line)), end };
};
