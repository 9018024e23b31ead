import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoPassword } from '#app/demo/accounts.ts';
import { root } from '#app/root.ts';
import { readVenues, type VenuesView } from '#modules/venues/contract';
import { call } from '#platform/contract/call.ts';
import { pickPort } from '#platform/processes/free-port.ts';
import { atStop } from '#test/at-stop.ts';
import { fetchAt, sessionCookie } from '../faults/cadre.ts';
import { databasePid, dataFolder, type Product, startProduct } from '../faults/product.ts';

/** The product as a process of its own, with the practice sitting of the whole subdistrict going on in it. */
export interface GreatHall {
  readonly origin: string;
  readonly sitting: string;
  readonly as: (username: string) => Promise<{ readonly cookie: string }>;
  /** What stands now, as the operator's console reads it. */
  readonly view: () => Promise<VenuesView>;
  /** Ends one part as a power cut would. */
  readonly kill: (part: 'engine' | 'database' | 'server') => Promise<void>;
  /** Starts the server again on the same data and port. */
  readonly startServer: () => Promise<void>;
}

const enginePid = (folder: string): number =>
  Number(readFileSync(join(folder, 'livekit/livekit.pid'), 'utf8'));

/** `qz venues rehearse` as a person calls it. @returns the practice sitting's id */
const rehearse = async (environment: Readonly<Record<string, string>>, branches: number): Promise<string> => {
  const words = ['app/cli/main.ts', 'venues', 'rehearse', '--branches', String(branches)];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...words], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  let errors = '';
  child.stderr.on('data', (data: Buffer) => {
    errors += data.toString();
  });
  atStop(async () => {
    child.kill('SIGINT');
    await ended;
  });
  const said = once(child.stdout, 'data').then(([data]) => String(data));
  const line = await Promise.race([said, ended.then(() => Promise.reject(new Error(errors)))]);
  return (JSON.parse(line) as { sitting: string }).sitting;
};

/** Starts the product with its demonstration and fills a sitting with `branches` synthetic venues. */
export const openGreatHall = async (
  branches: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<GreatHall> => {
  const folder = dataFolder();
  // Below the ports the system gives to others, so that it is still ours after a restart.
  const port = await pickPort(20_000 + (process.pid % 10_000), { host: '127.0.0.1' });
  const environment = { ...settings, QZ_DATA: folder.path, QZ_DEMO: '1', QZ_MEDIA: '1', PORT: String(port) };
  let product: Product = startProduct(environment);
  atStop(async () => {
    product.child.kill('SIGINT');
    await product.ended;
    folder.remove();
  });
  await product.ready;
  const origin = `http://127.0.0.1:${port}`;
  const sitting = await rehearse(environment, branches);
  const as = async (username: string) => ({ cookie: await sessionCookie(origin, username, demoPassword) });
  const operator = fetchAt(() => origin, (await as('huichang')).cookie, 60_000);
  return {
    origin,
    sitting,
    as,
    view: () => call(readVenues, { params: { id: sitting }, fetch: operator }),
    kill: async (part) => {
      const pid = { engine: enginePid, database: databasePid, server: () => product.child.pid ?? 0 }[part](
        folder.path,
      );
      process.kill(pid ?? 0, 'SIGKILL');
      if (part === 'server') await product.ended;
    },
    startServer: async () => {
      product = startProduct(environment);
      await product.ready;
    },
  };
};
