import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pickPort } from '#platform/processes/free-port.ts';
import { engineConfig } from '#platform/processes/livekit/config.ts';
import { type EngineRun, engineFiles, startEngine } from '#platform/processes/livekit/engine-process.ts';
import { findProgram } from '#platform/processes/livekit/go-install.ts';
import { provisionMediaEngine } from '#platform/processes/livekit/provision.ts';
import { silentLog } from '#platform/processes/process-log.ts';
import { atStop, stopAll } from '#test/at-stop.ts';
import { rehearse } from '#test/venues/rehearsal.ts';
import { type BenchOffice, openBenchOffice } from '../bench/venues/office.ts';
import { openScreen } from '../bench/venues/screens.ts';
import { openBrowser } from '../journeys/browser.ts';
import { moving, until } from '../journeys/screens.ts';

const keys = { apiKey: 'office', apiSecret: 'only-for-tests-of-two-engines-by-redis' };
const redisProgram = findProgram('redis-server');

const startRedis = async (folder: string): Promise<number> => {
  const port = await pickPort(17_379, { host: '127.0.0.1' });
  const words = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', folder];
  const redis: ChildProcess = spawn(redisProgram ?? '', words, { stdio: 'ignore' });
  const ended = once(redis, 'exit');
  atStop(async () => {
    redis.kill();
    await ended;
  });
  return port;
};

interface Engine {
  readonly url: string;
  /** By which a screen's connection tells which engine it is on. */
  readonly udp: number;
  run: EngineRun;
  readonly start: () => Promise<void>;
}

/** One of several engines, as `qz venues engine` configures it, on ports of its own. */
const startOne = async (
  binary: string,
  folder: string,
  redis: number,
  taken: readonly number[],
): Promise<Engine> => {
  const pick = (from: number, transport: 'tcp' | 'udp' = 'tcp') => pickPort(from, { not: taken, transport });
  const signal = await pick(17_480);
  const tcp = await pickPort(17_581, { not: [...taken, signal] });
  const udp = await pick(17_682, 'udp');
  const ports = { signal, tcp, udp, turn: await pick(17_778, 'udp'), relay: 5349 };
  mkdirSync(folder);
  const files = engineFiles(folder);
  const cluster = { redis: `127.0.0.1:${redis}`, listenOn: '127.0.0.1' };
  writeFileSync(files.config, engineConfig({ ports, keys, nodeIp: '127.0.0.1', cluster }));
  const begin = () => startEngine(binary, files, signal);
  const engine: Engine = {
    url: `ws://127.0.0.1:${signal}`,
    udp,
    run: await begin(),
    start: async () => {
      engine.run = await begin();
    },
  };
  atStop(() => engine.run.stop());
  return engine;
};

/** The engine's UDP port that this screen's pictures come from. */
const portOf = (page: Page): Promise<number | null> =>
  page.evaluate(`(async () => {
    const last = qzScreen.peers.findLast(({ connectionState }) => connectionState === 'connected');
    const stats = [...((await last?.getStats())?.values() ?? [])];
    const transport = stats.find(({ type }) => type === 'transport');
    const pair = stats.find(({ id }) => id === transport?.selectedCandidatePairId);
    return stats.find(({ id }) => id === pair?.remoteCandidateId)?.port ?? null;
  })()`);

describe.skipIf(!redisProgram)(
  `two media engines by Redis${redisProgram ? '' : ' (no redis-server)'}`,
  () => {
    let office: BenchOffice;
    let wall: Page;
    let engines: [Engine, Engine];
    const branches = 3;

    const allLive = (seconds: number): Promise<number> =>
      until('hall and branches on the wall', seconds, async () => {
        const names = await moving(wall);
        return (
          names.filter((name) => name.startsWith('tile:')).length === branches && names.length > branches
        );
      });

    beforeAll(async () => {
      const folder = await mkdtemp(join(tmpdir(), 'qz-engines-'));
      atStop(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
      const found = await provisionMediaEngine({ log: silentLog });
      if (found.kind === 'none') throw new Error(found.reason);
      const redis = await startRedis(folder);
      const first = await startOne(found.path, join(folder, 'a'), redis, []);
      const taken = [first.udp, first.udp + 1, Number(new URL(first.url).port)];
      engines = [first, await startOne(found.path, join(folder, 'b'), redis, taken)];
      office = await openBenchOffice({
        LIVEKIT_URL: engines.map(({ url }) => url).join(),
        LIVEKIT_API_KEY: keys.apiKey,
        LIVEKIT_API_SECRET: keys.apiSecret,
      });
      await office.act({ kind: 'start' });
      const venues = ['hall', ...office.committees.slice(0, branches).map(({ id }) => id)];
      rehearse({ origin: office.served.url, venues, ticketFor: office.ticketFor });
      wall = await openScreen(office, await openBrowser(), 'wall', office.operator);
      await allLive(90);
    });
    afterAll(stopAll);

    test.each([1, 2])('the engine with the meeting dies: all come back on the other (turn %i)', async () => {
      const port = await portOf(wall);
      const [host, other] = engines[0].udp === port ? engines : engines.toReversed();
      expect(host?.udp).toBe(port);
      process.kill(host?.run.pid ?? 0, 'SIGKILL');
      await until('on the other engine', 60, async () => (await portOf(wall)) === other?.udp);
      await allLive(60);
      await host?.start();
    });
  },
);
