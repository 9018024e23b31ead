import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { provisionMediaEngine } from '#platform/processes/livekit/provision.ts';
import { silentLog } from '#platform/processes/process-log.ts';
import { isAlive } from '#platform/processes/process-table.ts';
import { atStop } from '#test/at-stop.ts';
import { sleep, until } from './screens.ts';

export interface BenchEngine {
  /** The engine's process under the product that serves `dataDir`. */
  readonly pid: (dataDir: string) => number;
  /** Kills it as a power cut would and waits until it is back. @returns when it was, by Date.now() */
  readonly kill: (dataDir: string, awayMs?: number) => Promise<number>;
}

/** The real engine under a name of our own on PATH, so that its coming back can be put off. */
export const prepareEngine = async (): Promise<BenchEngine> => {
  const found = await provisionMediaEngine({ log: silentLog });
  if (found.kind === 'none') throw new Error(found.reason);
  const folder = await mkdtemp(join(tmpdir(), 'qz-bench-engine-'));
  atStop(() => rm(folder, { recursive: true, force: true }));
  const name = join(folder, 'livekit-server');
  symlinkSync(found.path, name);
  process.env.PATH = `${folder}${delimiter}${process.env.PATH}`;
  const file = (dataDir: string) => join(dataDir, 'livekit', 'livekit.pid');
  const pid = (dataDir: string) => Number(readFileSync(file(dataDir), 'utf8'));
  return {
    pid,
    kill: async (dataDir, awayMs = 0) => {
      const before = pid(dataDir);
      if (awayMs > 0) rmSync(name);
      process.kill(before, 'SIGKILL');
      if (awayMs > 0) {
        await sleep(awayMs);
        symlinkSync(found.path, name);
      }
      return until('the engine is back', 20, async () => {
        if (!existsSync(file(dataDir)) || pid(dataDir) === before || !isAlive(pid(dataDir))) return null;
        const { port } = JSON.parse(readFileSync(join(dataDir, 'livekit', 'livekit.yaml'), 'utf8')) as {
          port: number;
        };
        return (await fetch(`http://127.0.0.1:${port}/`)).ok ? Date.now() : null;
      });
    },
  };
};
