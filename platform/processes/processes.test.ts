import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { isPortFree, pickPort } from './free-port.ts';
import { keepRunning, type Run } from './keep-running.ts';
import { silentLog } from './process-log.ts';
import { commandOf, isAlive, listProcesses, startMark } from './process-table.ts';
import { fileRefusal } from './start-refusal.ts';
import { backOff } from './wait.ts';

test('the first restart is at once, the next ones wait longer, none longer than the cap', () => {
  expect([0, 1, 2, 3, 20].map((n) => backOff(n, 5_000))).toEqual([0, 100, 200, 400, 5_000]);
});

test('the process table tells a living process from an ended one', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'qz-marker']);
  const pid = child.pid ?? 0;
  await once(child, 'spawn');
  expect(isAlive(pid)).toBe(true);
  expect(commandOf(pid)).toContain('qz-marker');
  expect(listProcesses().map((entry) => entry.pid)).toContain(pid);
  expect(startMark(pid)).not.toBe('');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(isAlive(pid)).toBe(false);
});

test('a taken port is passed over, and a promised one too', async () => {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const taken = (server.address() as { port: number }).port;
  expect(await isPortFree(taken)).toBe(false);
  const picked = await pickPort(taken);
  expect(picked).not.toBe(taken);
  expect(await pickPort(picked, { not: [picked] })).not.toBe(picked);
  server.close();
});

test('what the file system says becomes a refusal, other errors stay what they are', () => {
  const error = (code: string) => Object.assign(new Error(code), { code });
  expect(fileRefusal('/d', error('EROFS'))).toMatchObject({ code: 'data_folder_read_only' });
  expect(fileRefusal('/d', error('ENOSPC'))).toMatchObject({ code: 'disk_full' });
  const other = error('EIO');
  expect(fileRefusal('/d', other)).toBe(other);
});

describe('a program that is kept running', () => {
  const lives = () => {
    const ends: ((reason: string) => void)[] = [];
    const start = async (): Promise<Run> => {
      const { promise, resolve } = Promise.withResolvers<string>();
      return { pid: ends.push(resolve), exited: promise };
    };
    return { ends, start };
  };

  test('is started again after each death, and not after the stop', async () => {
    const { ends, start } = lives();
    const back = Promise.withResolvers<number>();
    const kept = await keepRunning({ name: 'it', start, log: silentLog, onRestart: back.resolve });
    ends[0]?.('killed');
    expect(await back.promise).toBe(1);
    expect(kept.current().pid).toBe(2);
    await kept.stop(async () => ends[1]?.('asked'));
    expect(ends).toHaveLength(2);
  });

  test('is tried again when a start fails, and can be stopped meanwhile', async () => {
    let tries = 0;
    const { ends, start } = lives();
    const failing = Promise.withResolvers<void>();
    const sometimes = () => {
      if (tries++ === 0) return start();
      failing.resolve();
      return Promise.reject(new Error('disk full'));
    };
    const kept = await keepRunning({ name: 'it', start: sometimes, log: silentLog });
    ends[0]?.('killed');
    await failing.promise;
    await kept.stop(async () => undefined);
    expect(kept.restarts()).toBe(0);
  });
});
