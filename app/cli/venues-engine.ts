import { isIPv4 } from 'node:net';
import { parseArgs } from 'node:util';
import { readConfig } from '#platform/config/config.ts';
import { engineConfig, USUAL_PORTS } from '#platform/processes/livekit/config.ts';
import { CommandRefusal, type Run, say, UsageRefusal } from './command.ts';

const usage = 'qz venues engine --address 10.1.2.11 --redis redis://10.1.2.10:6379';

const options = { address: { type: 'string' }, redis: { type: 'string' } } as const;

const parse = (words: readonly string[]) => {
  try {
    const { values } = parseArgs({ args: [...words], options });
    const { address, redis } = values;
    if (!address || !isIPv4(address) || !redis || !URL.canParse(redis)) throw new UsageRefusal(usage);
    const { protocol, host, hostname, port, password } = new URL(redis);
    if (protocol !== 'redis:' || !hostname) throw new UsageRefusal(usage);
    return {
      address,
      redis: port ? host : `${hostname}:6379`,
      password: password ? decodeURIComponent(password) : undefined,
    };
  } catch (error) {
    throw error instanceof UsageRefusal ? error : new UsageRefusal(`${(error as Error).message}\n${usage}`);
  }
};

/** Prints the configuration of one of several media engines that share their rooms by one Redis. */
export const run: Run = async (words) => {
  const { address, redis, password } = parse(words);
  const { LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret } = readConfig(process.env);
  if (!apiKey || !apiSecret)
    throw new CommandRefusal(
      '请先设 LIVEKIT_API_KEY 和 LIVEKIT_API_SECRET，各引擎与本程序须一致 · Set LIVEKIT_API_KEY and LIVEKIT_API_SECRET first: the same for all engines and this program',
    );
  const keys = { apiKey, apiSecret };
  const cluster = { redis, password, listenOn: address };
  process.stdout.write(
    engineConfig({ ports: USUAL_PORTS, keys, nodeIp: address, nodeIpIsOwn: true, cluster }),
  );
  say(
    `存为 livekit.yaml，在 ${address} 上运行 livekit-server --config livekit.yaml · save as livekit.yaml, and there run livekit-server --config livekit.yaml`,
  );
  return 0;
};
