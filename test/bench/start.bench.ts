import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '#app/root.ts';
import { pickPort } from '#platform/processes/free-port.ts';
import { type Measure, measurePages } from './pages.ts';
import { print } from './print.ts';

interface Started {
  readonly url: string;
  readonly seconds: number;
  readonly stop: () => Promise<void>;
}

/** `npm start` in a clone until its line `ready …`, as a person would wait for it. */
const start = async (clone: string): Promise<Started> => {
  const began = performance.now();
  const port = await pickPort(8180, { host: '127.0.0.1' });
  const child = spawn('npm', ['start', '--silent'], {
    cwd: clone,
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      const found = /^ready (\S+)$/m.exec(data.toString())?.[1];
      if (found) resolve(found);
    });
    void ended.then(() => reject(new Error('npm start ended before it was ready')));
  });
  return {
    url,
    seconds: (performance.now() - began) / 1000,
    stop: async () => {
      if (child.pid) process.kill(-child.pid, 'SIGINT');
      await ended;
    },
  };
};

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

const say = (metric: string, value: number, unit: string, n = 1, more = {}): void =>
  print({ bench: 'start', metric, value: round(value, 2), unit, n, ...more });

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const pages = (measure: Measure): void => {
  say('sign_in_bytes', measure.signInBytes / 1000, 'kB', 1, {
    against: 'Directus 8600 kB',
    ratio: round(measure.signInBytes / 8_600_000, 4),
  });
  say('today_bytes', measure.todayBytes / 1000, 'kB');
  say('today_usable_throttled', median(measure.todayUsable), 's', measure.todayUsable.length);
};

/** A fresh clone's first and second start with warm caches, and what the first pages weigh and take. */
export const bench = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'qz-bench-'));
  const clone = join(folder, 'qingzhuang');
  try {
    execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, clone]);
    const first = await start(clone);
    say('first_start', first.seconds, 's');
    await first.stop();
    const seconds: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const again = await start(clone);
      seconds.push(again.seconds);
      if (turn === 2) pages(await measurePages(again.url));
      await again.stop();
    }
    say('second_start', median(seconds), 's', seconds.length);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
