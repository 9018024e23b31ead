import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { dataFolder, endProducts, startProduct } from './product.ts';

const folders: ReturnType<typeof dataFolder>[] = [];
const folder = (): string => {
  const made = dataFolder();
  folders.push(made);
  return made.path;
};

afterEach(endProducts);
afterAll(() => {
  for (const { remove } of folders) remove();
});

/** What a person reads when the product does not start; no stack of code may stand in it. */
const refusal = async (settings: Record<string, string>): Promise<string> => {
  const { code, stderr } = await startProduct(settings).ended;
  expect(code).toBe(1);
  expect(stderr).not.toMatch(/^\s+at /m);
  return stderr;
};

test('a wrong setting is refused by its name before anything starts', async () => {
  const words = await refusal({ QZ_DATA: folder(), PORT: 'eighty', QZ_DATTA: 'x' });
  expect(words).toContain('PORT');
  expect(words).toContain('QZ_DATTA');
});

test('a port that is taken is named', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as { port: number };
  const words = await refusal({ QZ_DATA: folder(), PORT: String(port) });
  expect(words).toContain(String(port));
  other.close();
});

test('a data folder written by a newer version is left alone', async () => {
  const path = folder();
  writeFileSync(join(path, 'format.json'), JSON.stringify({ format: 99 }));
  expect(await refusal({ QZ_DATA: path })).toContain(path);
});

test('a data folder that cannot be written is named', async () => {
  // Root writes anywhere; a file where a folder should be refuses root too.
  const path = join(folder(), 'data');
  if (process.getuid?.() === 0) writeFileSync(path, '');
  else {
    mkdirSync(path);
    chmodSync(path, 0o500);
  }
  expect(await refusal({ QZ_DATA: path })).toContain(path);
});

test('a database that cannot be reached is named without its password', async () => {
  const words = await refusal({ QZ_DATA: folder(), DATABASE_URL: 'postgres://qz:geheim@127.0.0.1:9/office' });
  expect(words).toContain('127.0.0.1:9/office');
  expect(words).not.toContain('geheim');
});

test('a second server on the same data folder is refused, the first goes on', async () => {
  const path = folder();
  const first = startProduct({ QZ_DATA: path });
  const url = await first.ready;
  expect(await refusal({ QZ_DATA: path })).toMatch(/使用|in use/);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});

test('without a media engine everything but the video works, and it is said', async () => {
  const path = folder();
  const product = startProduct({
    QZ_DATA: path,
    QZ_MEDIA: '1',
    HOME: path,
    PATH: '/nowhere',
    HTTPS_PROXY: 'http://127.0.0.1:9',
  });
  const url = await product.ready;
  const health = (await (await fetch(`${url}/healthz`)).json()) as {
    status: string;
    parts: Record<string, string>;
  };
  expect(health.status).toBe('ok');
  expect(health.parts.media).toMatch(/no media engine/);
}, 120_000);

const canMount = process.getuid?.() === 0 && process.platform === 'linux';

test.skipIf(!canMount)('a full disk refuses the start, and takes it when there is room again', async () => {
  const path = folder();
  const disk = join(path, 'disk');
  mkdirSync(disk);
  expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=600m', 'tmpfs', disk]).status).toBe(0);
  try {
    const filler = join(disk, 'filler');
    spawnSync('fallocate', ['-l', '560m', filler]);
    expect(await refusal({ QZ_DATA: join(disk, 'data') })).toMatch(/磁盘|disk/);
    spawnSync('rm', [filler]);
    await startProduct({ QZ_DATA: join(disk, 'data') }).ready;
    await endProducts();
  } finally {
    spawnSync('umount', ['-l', disk]);
  }
});
