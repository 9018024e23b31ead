import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '#app/root.ts';

export interface Ended {
  readonly code: number | null;
  readonly stderr: string;
}

/** The product as a process of its own, as `qz serve` starts it. */
export interface Product {
  readonly child: ChildProcess;
  /** Resolves with its address at the line `ready …`; rejects when it ends before. */
  readonly ready: Promise<string>;
  readonly ended: Promise<Ended>;
}

const started = new Set<ChildProcess>();

/** Starts the product; settings over a small default: no video, no demonstration, any free port. */
export const startProduct = (settings: Readonly<Record<string, string>>): Product => {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'app/cli/main.ts'), 'serve'],
    {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        PORT: '0',
        QZ_MEDIA: '0',
        QZ_LOG: 'error',
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  started.add(child);
  let stderr = '';
  child.stderr.on('data', (data: Buffer) => {
    stderr += data.toString();
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => {
      started.delete(child);
      resolve({ code, stderr });
    });
  });
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      const url = /^ready (\S+)$/m.exec(data.toString())?.[1];
      if (url) resolve(url);
    });
    void ended.then(({ code, stderr: words }) =>
      reject(new Error(`ended with ${code} before it was ready: ${words}`)),
    );
  });
  ready.catch(() => undefined);
  return { child, ready, ended };
};

/** Ends every product this file started, whatever became of its tests. */
export const endProducts = async (): Promise<void> => {
  for (const child of started) {
    const gone = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGINT');
    await gone;
  }
};

/** A data folder of its own. */
export const dataFolder = (): { path: string; remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), 'qz-fault-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

/** The process number of the database that runs on a data folder, or null. */
export const databasePid = (folder: string): number | null => {
  try {
    return Number(readFileSync(join(folder, 'postgres/18/postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return null;
  }
};
