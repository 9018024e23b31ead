import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '#app/root.ts';
import { pickPort } from '#platform/processes/free-port.ts';
import { findGo } from '#platform/processes/livekit/go-install.ts';

const version = 'v1.8.0';
const folder = join(root, '.runtime/versitygw');
const program = join(folder, 'versitygw');

export interface S3Server {
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly stop: () => void;
}

/** Builds a real S3 server once (a minute). @returns false where there is no Go toolchain */
export const ensureS3Server = (): boolean => {
  if (existsSync(program)) return true;
  const go = findGo();
  if (!go) return false;
  const words = ['install', `github.com/versity/versitygw/cmd/versitygw@${version}`];
  return spawnSync(go, words, { env: { ...process.env, GOBIN: folder }, stdio: 'ignore' }).status === 0;
};

const whenAnswering = async (endpoint: string, child: ChildProcess): Promise<void> => {
  while (child.exitCode === null) {
    const answers = await fetch(endpoint).then(
      () => true,
      () => false,
    );
    if (answers) return;
    await sleep(100);
  }
  throw new Error('the S3 server ended');
};

/** Starts it on a folder with one bucket, on the loopback. */
export const startS3Server = async (store: string, bucket: string): Promise<S3Server> => {
  mkdirSync(join(store, bucket), { recursive: true });
  const port = await pickPort(9100, { host: '127.0.0.1' });
  const keys = { accessKeyId: 'office', secretAccessKey: 'a-word-of-the-test' };
  const words = [
    '--port',
    `127.0.0.1:${port}`,
    '--access',
    keys.accessKeyId,
    '--secret',
    keys.secretAccessKey,
    'posix',
    store,
  ];
  const child = spawn(program, words, { stdio: 'ignore' });
  const endpoint = `http://127.0.0.1:${port}`;
  await whenAnswering(endpoint, child);
  return { endpoint, ...keys, stop: () => void child.kill('SIGTERM') };
};
