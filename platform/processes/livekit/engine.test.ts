import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { pickPort } from '../free-port.ts';
import { silentLog } from '../process-log.ts';
import { isAlive } from '../process-table.ts';
import { type MediaEngineOptions, startMediaEngine } from './engine.ts';
import { answers, engineFiles, startEngine } from './engine-process.ts';
import { findMediaEngine } from './provision.ts';

/** These run where an engine is; bringing one takes minutes, and nothing else needs it. */
const binary = await findMediaEngine({ log: silentLog });

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

const keys = { apiKey: 'test', apiSecret: 'x'.repeat(32) };

const newOptions = async (): Promise<MediaEngineOptions> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'qz-测试 -'));
  cleanUp.push(() => rmSync(dataDir, { recursive: true, force: true }));
  const signal = await pickPort(17_880);
  const ports = {
    signal,
    tcp: await pickPort(17_981, { not: [signal] }),
    udp: await pickPort(17_882, { transport: 'udp' }),
    turn: await pickPort(17_978, { transport: 'udp' }),
  };
  return { binary: binary ?? '', dataDir, ports, keys, nodeIp: '127.0.0.1', log: silentLog };
};

const start = async (options: MediaEngineOptions) => {
  const engine = await startMediaEngine(options);
  cleanUp.push(() => engine.stop());
  return engine;
};

test.skipIf(!binary)('a killed engine is back on the same ports', async () => {
  const back = Promise.withResolvers<number>();
  const options = await newOptions();
  const engine = await start({ ...options, onRestart: back.resolve });
  expect(statSync(engineFiles(join(options.dataDir, 'livekit')).config).mode & 0o777).toBe(0o600);
  const { pid, url } = engine;
  process.kill(pid, 'SIGKILL');
  expect(await back.promise).toBe(1);
  expect(engine.pid).not.toBe(pid);
  expect(engine.url).toBe(url);
  expect(await answers(engine.ports.signal)).toBe(true);
  await engine.stop();
  expect(isAlive(engine.pid)).toBe(false);
});

/** Starts an engine from a program of its own, which is then killed: the engine goes on without it. */
const leaveBehind = async (options: MediaEngineOptions): Promise<number> => {
  const script = fileURLToPath(new URL('start.fixture.ts', import.meta.url));
  const words = [
    '--disable-warning=ExperimentalWarning',
    script,
    JSON.stringify({ ...options, log: undefined }),
  ];
  const holder = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface({ input: holder.stdout }), 'line');
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  return Number(line);
};

test.skipIf(!binary)(
  'an engine left behind by a killed program is taken over with its meetings',
  async () => {
    const options = await newOptions();
    const pid = await leaveBehind(options);
    expect(await start(options)).toMatchObject({ adopted: true, pid });
  },
);

test.skipIf(!binary)('an engine left behind that has other keys is ended and started anew', async () => {
  const options = await newOptions();
  const pid = await leaveBehind(options);
  const engine = await start({ ...options, keys: { ...keys, apiSecret: 'y'.repeat(32) } });
  expect(engine.adopted).toBe(false);
  expect(isAlive(pid)).toBe(false);
});

test.skipIf(!binary)('a port that somebody else has is refused by its number', async () => {
  const options = await newOptions();
  await start(options);
  const other = { ...options, dataDir: mkdtempSync(join(tmpdir(), 'qz-test-')) };
  cleanUp.push(() => rmSync(other.dataDir, { recursive: true, force: true }));
  await expect(startMediaEngine(other)).rejects.toMatchObject({ code: 'port_taken' });
});

test.skipIf(!binary)('an engine that cannot start says why', async () => {
  const { dataDir } = await newOptions();
  const files = engineFiles(dataDir);
  writeFileSync(files.config, '{"port": "no number"}');
  await expect(startEngine(binary ?? '', files, 17_880)).rejects.toMatchObject({ code: 'did_not_start' });
});
