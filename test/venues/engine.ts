import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningMediaEngine, startMediaEngine } from '#platform/processes/livekit/engine.ts';
import { provisionMediaEngine } from '#platform/processes/livekit/provision.ts';
import { silentLog } from '#platform/processes/process-log.ts';
import { atStop } from '#test/at-stop.ts';

/** Browsers prefer an address that is not loopback. */
const ownAddress = (): string =>
  Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.family === 'IPv4' && !one.internal)?.address ?? '127.0.0.1';

export interface TestEngine extends RunningMediaEngine {
  /** Passes the engine's webhooks on to an office that was started after it. */
  readonly webhooksTo: (origin: string) => void;
}

/** The engine must be known before the office listens, and the office before the engine can call it. */
const startRelay = async () => {
  let origin: string | null = null;
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { authorization = '', 'content-type': type = '' } = request.headers;
    const headers = { authorization, 'content-type': type };
    const answer =
      origin === null
        ? null
        : await fetch(`${origin}/api/venues/webhook`, {
            method: 'POST',
            headers,
            body: Buffer.concat(parts),
          }).catch(() => null);
    response.writeHead(answer?.status ?? 503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atStop(async () => void server.close());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    webhooksTo: (to: string) => {
      origin = to;
    },
  };
};

/** The real media engine, supervised as in the product; ends when the test file is done. */
export const startTestEngine = async (): Promise<TestEngine> => {
  const found = await provisionMediaEngine({ log: silentLog });
  if (found.kind === 'none') throw new Error(found.reason);
  const relay = await startRelay();
  const dataDir = await mkdtemp(join(tmpdir(), 'qz-engine-'));
  const engine = await startMediaEngine({
    binary: found.path,
    dataDir,
    keys: { apiKey: 'test', apiSecret: 'only-for-tests-of-the-media-engine' },
    nodeIp: ownAddress(),
    webhookUrl: relay.url,
    log: silentLog,
  });
  atStop(async () => {
    await engine.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  // The engine's own fields are read when asked: its process changes over a restart.
  return Object.assign(Object.create(engine) as RunningMediaEngine, { webhooksTo: relay.webhooksTo });
};
