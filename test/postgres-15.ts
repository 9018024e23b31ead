import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { pickPort } from '#platform/processes/free-port.ts';

const binaries = '/usr/lib/postgresql/15/bin';

/** PostgreSQL refuses root; Debian's package made a user for it. */
const asUser = (): { uid?: number; gid?: number } => {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
};

const whenReady = async (url: string): Promise<void> => {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    const ready = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (ready) return;
    await sleep(200);
  }
  throw new Error('PostgreSQL 15 did not start');
};

/** Runs `work` against a PostgreSQL 15 of its own, Debian's; says so and does nothing where there is none. */
export const withPostgres15 = async (
  say: (text: string) => void,
  work: (url: string) => void | Promise<void>,
): Promise<void> => {
  if (!existsSync(join(binaries, 'postgres')))
    return say('PostgreSQL 15 is not here: the second run of the API suite is left out');
  const folder = mkdtempSync(join(tmpdir(), 'qz-pg15-'));
  const user = asUser();
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const options = { ...user, cwd: folder, stdio: 'ignore' as const };
  spawnSync(
    join(binaries, 'initdb'),
    ['-D', join(folder, 'data'), '-U', 'postgres', '-A', 'trust', '--locale=C.UTF-8', '-N'],
    options,
  );
  const port = await pickPort(5440, { host: '127.0.0.1' });
  const server = spawn(
    join(binaries, 'postgres'),
    [
      '-D',
      join(folder, 'data'),
      '-p',
      String(port),
      '-h',
      '127.0.0.1',
      '-k',
      folder,
      '-c',
      'fsync=off',
      '-c',
      'max_connections=200',
    ],
    options,
  );
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  try {
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
    await whenReady(url);
    await work(url);
  } finally {
    server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
};
