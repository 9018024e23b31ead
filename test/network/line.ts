import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { atStop } from '#test/at-stop.ts';

const relay = fileURLToPath(new URL('./relay.py', import.meta.url));

/** How one direction of a line treats its packets; without any, it carries all at once. */
export interface Treatment {
  /** Share of packets that vanish, 0 to 1. */
  readonly loss?: number;
  readonly delayMs?: number;
  readonly kbit?: number;
  /** How much may wait at a narrow place before packets are dropped there. */
  readonly queueMs?: number;
  /** What a firewall keeps out: `udp`, `tcp:7881`, `all`. */
  readonly block?: readonly string[];
}

export interface Counts {
  readonly carried: number;
  readonly lost: number;
  readonly queued_away: number;
  readonly blocked: number;
  readonly bytes: number;
}

/** A branch's line to the office, with a network of its own at the far end. */
export interface Line {
  readonly namespace: string;
  /** The office as the branch reaches it, and the branch as the office sees it. */
  readonly office: string;
  readonly branch: string;
  /** Both directions alike, or each its own way. */
  readonly treat: (up: Treatment, down?: Treatment) => Promise<void>;
  readonly count: () => Promise<{ up: Counts; down: Counts }>;
}

/** Addresses kept for measuring networks (RFC 2544): nobody's office has them. Two runs at once have two networks. */
const network = `198.${18 + (process.pid & 1)}.${(process.pid >> 1) & 255}`;
const addresses = { office: `${network}.1`, branch: `${network}.2` };

const ip = (...words: readonly string[]): void => {
  execFileSync('ip', words, { stdio: ['ignore', 'ignore', 'pipe'] });
};

const isThere = (work: () => void): boolean => {
  try {
    work();
    return true;
  } catch {
    return false;
  }
};

/** Why no line can be laid here, in one line; null: it can. */
export const whyNoLine = (): string | null => {
  if (process.platform !== 'linux') return 'network namespaces are of Linux';
  if (process.getuid?.() !== 0) return 'only root may make network namespaces';
  if (!isThere(() => execFileSync('python3', ['-V'], { stdio: 'ignore' }))) return 'python3 is needed';
  if (!isThere(() => accessSync('/dev/net/tun', constants.R_OK | constants.W_OK))) return 'no /dev/net/tun';
  const probe = `qz-probe-${process.pid}`;
  if (!isThere(() => ip('netns', 'add', probe))) return 'ip netns does not work here';
  ip('netns', 'del', probe);
  return null;
};

/** Starts the relay between two devices, and asks it one thing after the other. */
const startRelay = async (devices: readonly [string, string]) => {
  const child = spawn('python3', [relay, ...devices], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error('the relay has ended');
    return JSON.parse(value) as { up: Counts; down: Counts };
  };
  await answer();
  let before: Promise<unknown> = Promise.resolve();
  const ask = (order: object) => {
    const asked = before.then(() => {
      child.stdin.write(`${JSON.stringify(order)}\n`);
      return answer();
    });
    before = asked.catch(() => undefined);
    return asked;
  };
  const stop = async () => {
    child.stdin.end();
    await ended;
  };
  return { ask, stop };
};

/** Lays a line: a namespace of its own, and a relay between it and the office. It ends when the test file is done. */
export const layLine = async (): Promise<Line> => {
  const namespace = `qz-branch-${process.pid}`;
  const devices = [`qzo${process.pid}`, `qzb${process.pid}`] as const;
  ip('netns', 'add', namespace);
  atStop(async () => ip('netns', 'del', namespace));
  const { ask, stop } = await startRelay(devices);
  atStop(stop);
  const [office, branch] = devices;
  ip('addr', 'add', addresses.office, 'peer', addresses.branch, 'dev', office);
  ip('link', 'set', office, 'up');
  ip('link', 'set', branch, 'netns', namespace);
  ip('-n', namespace, 'addr', 'add', addresses.branch, 'peer', addresses.office, 'dev', branch);
  for (const device of ['lo', branch]) ip('-n', namespace, 'link', 'set', device, 'up');
  // Whatever else the branch asks for goes the same way and is not answered, as behind an office's firewall.
  ip('-n', namespace, 'route', 'add', 'default', 'dev', branch);
  return {
    namespace,
    ...addresses,
    treat: async (up, down = up) => void (await ask({ up, down })),
    count: () => ask({ count: true }),
  };
};
