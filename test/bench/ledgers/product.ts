import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { root } from '#app/root.ts';
import { call, callForFile } from '#platform/contract/call.ts';
import type { BodyIn, OutputOf, ParamsOf, QueryIn, Route } from '#platform/contract/route.ts';
import { pickPort } from '#platform/processes/free-port.ts';

interface Given<R> {
  params?: ParamsOf<R>;
  query?: QueryIn<R>;
  body?: BodyIn<R>;
}

/** Somebody signed in, over HTTP like any browser. */
export interface Caller {
  /** Asks and takes the whole answer without looking at it. @throws when it is not 200 */
  readonly post: (path: string, body: unknown) => Promise<void>;
  readonly call: <R extends Route>(route: R, given?: Given<R>) => Promise<OutputOf<R>>;
  readonly file: <R extends Route>(route: R, given?: Given<R>) => Promise<Blob>;
}

export interface Product {
  readonly signIn: (username: string) => Promise<Caller>;
  /** Processor time the server process has used, ms: on shared cores the only figure that holds. */
  readonly processorTime: () => number;
  /** Resident memory of the server process, MB. */
  readonly memory: () => number;
  /** The most it had while `work` ran, MB. */
  readonly peakDuring: <T>(work: () => Promise<T>) => Promise<{ result: T; peak: number }>;
  readonly stop: () => Promise<void>;
}

const kilobytesOf = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);

/** Linux counts in hundredths of a second. */
const tickMs = 10;
const ticksOf = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return Number(fields[11]) + Number(fields[12]);
};

const agent = new Agent({ keepAlive: true });

/** A request with little work of ours: those who ask share the cores with what is measured. */
const send = (url: string, cookie: string, path: string, body: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = { cookie, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(new URL(path, url), { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode ?? 0));
      answer.once('error', reject);
    });
    sent.once('error', reject);
    sent.end(body);
  });

const callerOf = (url: string, cookie: string): Caller => {
  const fetchFrom: typeof fetch = (address, init) => {
    const headers = new Headers(init?.headers);
    headers.set('cookie', cookie);
    return fetch(new URL(String(address), url), { ...init, headers });
  };
  return {
    post: async (path, body) => {
      const status = await send(url, cookie, path, JSON.stringify(body));
      if (status !== 200) throw new Error(`${path}: ${status}`);
    },
    call: (route, given = {}) => call(route, { ...given, fetch: fetchFrom } as never),
    file: (route, given = {}) => callForFile(route, { ...given, fetch: fetchFrom } as never),
  };
};

/** The product as a process of its own on a data folder that is filled already. */
export const startProduct = async (data: string, password: string): Promise<Product> => {
  const port = await pickPort(8190, { host: '127.0.0.1' });
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'app/cli/main.ts'), 'serve'],
    {
      env: { ...process.env, QZ_DATA: data, QZ_DEMO: '0', PORT: String(port) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => /^ready /m.test(text.toString()) && resolve());
    void ended.then(() => reject(new Error('the server ended before it was ready')));
  });
  const url = `http://localhost:${port}`;
  const memory = (): number => Math.round(kilobytesOf(child.pid ?? 0) / 1024);
  return {
    processorTime: () => ticksOf(child.pid ?? 0) * tickMs,
    memory,
    signIn: async (username) => {
      const answer = await fetch(`${url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, password }),
      });
      if (!answer.ok) throw new Error(`sign-in of ${username}: ${answer.status}`);
      return callerOf(
        url,
        answer.headers
          .getSetCookie()
          .map((one) => one.split(';')[0])
          .join('; '),
      );
    },
    peakDuring: async (work) => {
      let peak = memory();
      const timer = setInterval(() => {
        peak = Math.max(peak, memory());
      }, 100);
      try {
        const result = await work();
        return { result, peak };
      } finally {
        clearInterval(timer);
      }
    },
    stop: async () => {
      child.kill('SIGINT');
      await ended;
    },
  };
};
