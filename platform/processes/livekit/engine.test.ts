import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

test.skipIf(!binary)(
  'an engine left behind is taken over with its meetings, one with other keys is ended',
  async () => {
    const options = await newOptions();
    const first = await startMediaEngine(options);
    const second = await startMediaEngine(options);
    expect(second).toMatchObject({ adopted: true, pid: first.pid });
    const third = await start({ ...options, keys: { ...keys, apiSecret: 'y'.repeat(32) } });
    expect(third.adopted).toBe(false);
    expect(isAlive(first.pid)).toBe(false);
    await Promise.all([first.stop(), second.stop()]);
  },
);

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
