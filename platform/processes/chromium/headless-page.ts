import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { isRoot } from '../unprivileged-user.ts';
import { openDevtoolsPipe } from './devtools-pipe.ts';

export interface HeadlessPageOptions {
  readonly binary: string;
  /** Our own page; it talks to us by `window.qzSay(text)`. */
  readonly address: string;
  /** Base64 SHA-256 of the public key of our own certificate, which need not be one the system trusts. */
  readonly certificate?: string | undefined;
  readonly onSaid: (text: string) => void;
}

/** A page of ours in a browser without a window. */
export interface HeadlessPage {
  readonly pid: number;
  /** Runs a script in the page. @throws when the browser or the page is gone */
  readonly run: (script: string) => Promise<void>;
  /** Resolves when the browser is gone, whoever ended it. */
  readonly exited: Promise<void>;
  readonly close: () => Promise<void>;
}

const openMs = 30_000;

const flags = ({ address, certificate }: HeadlessPageOptions, profile: string): string[] => [
  '--headless=new',
  '--remote-debugging-pipe',
  `--user-data-dir=${profile}`,
  '--no-first-run',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--mute-audio',
  '--autoplay-policy=no-user-gesture-required',
  // Nobody looks at it, and it must go on all the same.
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  '--allow-loopback-in-peer-connection',
  '--disable-features=WebRtcHideLocalIpsWithMdns,Translate,MediaRouter',
  `--unsafely-treat-insecure-origin-as-secure=${new URL(address).origin}`,
  ...(certificate ? [`--ignore-certificate-errors-spki-list=${certificate}`] : []),
  // Chromium's own sandbox refuses to work for root; it opens nothing but our own page.
  ...(isRoot() ? ['--no-sandbox'] : []),
  'about:blank',
];

/** The whole group: Chromium is many processes, and a shell script before them. */
const kill = (child: ChildProcess): void => {
  try {
    if (child.pid) process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
};

const within = <T>(work: Promise<T>, ms: number): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) =>
      setTimeout(() => reject(new Error('the browser did not open')), ms).unref(),
    ),
  ]);

/**
 * Opens one of our own pages in a headless Chromium with a profile of its own. When we die, however, the
 * pipe closes and Chromium ends by itself.
 * @throws when it does not open within half a minute
 */
export const openHeadlessPage = async (options: HeadlessPageOptions): Promise<HeadlessPage> => {
  const profile = await mkdtemp(join(tmpdir(), 'qz-headless-'));
  const child = spawn(options.binary, flags(options, profile), {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  let end: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => {
    end = resolve;
  });
  const [, , , to, from] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const pipe = openDevtoolsPipe(to, from, (method, params) => {
    if (method === 'Runtime.bindingCalled') options.onSaid(String(params.payload));
    // A page that has crashed records nothing any more, though its browser lives.
    if (method === 'Target.targetCrashed' || method === 'Inspector.targetCrashed') kill(child);
  });
  child.once('error', () => end());
  child.once('exit', () => end());
  const exited = gone.then(async () => {
    pipe.close();
    kill(child);
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(
      () => undefined,
    );
  });
  const open = async (): Promise<string> => {
    await pipe.send('Target.setDiscoverTargets', { discover: true });
    const { targetId } = await pipe.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await pipe.send('Target.attachToTarget', { targetId, flatten: true });
    const session = String(sessionId);
    await pipe.send('Runtime.enable', {}, session);
    await pipe.send('Runtime.addBinding', { name: 'qzSay' }, session);
    await pipe.send('Page.navigate', { url: options.address }, session);
    return session;
  };
  const close = async () => {
    kill(child);
    await exited;
  };
  try {
    const session = await within(open(), openMs);
    return {
      pid: child.pid ?? 0,
      run: async (script) => {
        await pipe.send('Runtime.evaluate', { expression: script, userGesture: true }, session);
      },
      exited,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
