import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ENGINE_VERSION } from './version.ts';

const MODULE = `github.com/livekit/livekit-server/cmd/server@v${ENGINE_VERSION}`;
const GIVE_UP_MS = 20 * 60_000;

/** Finds a program on PATH, and in `more` folders that a service's short PATH often lacks. */
export const findProgram = (name: string, more: readonly string[] = []): string | undefined => {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...more];
  return folders.map((folder) => join(folder, file)).find((path) => existsSync(path));
};

export const findGo = (): string | undefined => findProgram('go', ['/usr/local/go/bin', '/usr/lib/go/bin']);

/**
 * Builds the engine from source into `folder` (about two and a half minutes on two cores, 75 MB). Go checks
 * the source against its public checksum database. The program is named `server`, hence the private folder.
 *
 * @returns the path of the program
 * @throws Error with Go's last line
 */
export const buildWithGo = (go: string, folder: string): Promise<string> => {
  mkdirSync(folder, { recursive: true });
  const child = spawn(go, ['install', '-trimpath', '-ldflags=-s -w', MODULE], {
    env: { ...process.env, ...goFolders(folder), GOBIN: folder, CGO_ENABLED: '0' },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: GIVE_UP_MS,
  });
  const leave = () => void child.kill();
  process.once('exit', leave);
  let words = '';
  child.stderr.on('data', (chunk) => {
    words = `${words}${chunk}`.slice(-2_000);
  });
  return new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve(join(folder, process.platform === 'win32' ? 'server.exe' : 'server'));
      reject(new Error(`go install failed: ${words.trim().split('\n').at(-1) ?? `exit code ${code}`}`));
    });
  }).finally(() => process.off('exit', leave));
};

/** Go needs a place for its own cache; without HOME it would refuse to work. */
const goFolders = (folder: string): NodeJS.ProcessEnv =>
  process.env.HOME || process.platform === 'win32'
    ? {}
    : { HOME: homedir(), GOCACHE: join(folder, 'go-build'), GOPATH: join(folder, 'go') };
