import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Files } from '#platform/files/files.ts';
import { folderFiles } from '#platform/files/folder-files.ts';
import { s3Files } from '#platform/files/s3-files.ts';
import { dataFolder, endProducts, startProduct } from './product.ts';
import { ensureS3Server, type S3Server, startS3Server } from './s3-server.ts';

const folder = dataFolder();
const bucket = 'office';
const hasS3 = ensureS3Server();
let s3: S3Server | null = null;

beforeAll(async () => {
  mkdirSync(join(folder.path, 's3'));
  if (hasS3) s3 = await startS3Server(join(folder.path, 's3'), bucket);
});
afterAll(async () => {
  await endProducts();
  s3?.stop();
  folder.remove();
});

const bucketFiles = (secretAccessKey = s3?.secretAccessKey ?? ''): Files =>
  s3Files({
    endpoint: s3?.endpoint ?? '',
    bucket,
    region: 'us-east-1',
    accessKeyId: s3?.accessKeyId ?? '',
    secretAccessKey,
  });

const stores: [string, boolean, () => Files][] = [
  ['a folder', true, () => folderFiles(join(folder.path, 'files'))],
  ['an S3 bucket', hasS3, () => bucketFiles()],
];

for (const [name, there, open] of stores) {
  test.skipIf(!there)(`${name} gives back what was put, replaces, and forgets`, async () => {
    const files = open();
    await files.check();
    const key = `${randomUUID()}/${randomUUID()}`;
    expect(await files.get(key)).toBeNull();
    const content = randomBytes(3_000_000);
    await files.put(key, content, 'application/octet-stream');
    expect(Buffer.from((await files.get(key)) ?? []).equals(content)).toBe(true);
    await files.put(key, new Uint8Array([1, 2]), 'application/octet-stream');
    expect([...((await files.get(key)) ?? [])]).toEqual([1, 2]);
    await files.remove(key);
    await files.remove(key);
    expect(await files.get(key)).toBeNull();
  });

  test.skipIf(!there)(`${name} refuses a key that could leave it`, async () => {
    for (const key of ['../x/y', '/etc/passwd', 'a/../../b', 'a', ''])
      await expect(async () => open().get(key)).rejects.toThrow('not a file key');
  });
}

test.skipIf(!hasS3)('a wrong secret is refused by the bucket, and said without it', async () => {
  const wrong = bucketFiles('another-word');
  const error = await wrong.check().catch((reason: Error) => reason);
  expect(String(error)).toMatch(/answered 403/);
  expect(String(error)).not.toContain('another-word');
});

test.skipIf(!hasS3)(
  'the product keeps its files in the bucket',
  async () => {
    const product = startProduct({
      QZ_DATA: join(folder.path, 'data'),
      QZ_FILES: `s3://${bucket}`,
      QZ_FILES_ENDPOINT: s3?.endpoint ?? '',
      QZ_FILES_KEY: s3?.accessKeyId ?? '',
      QZ_FILES_SECRET: s3?.secretAccessKey ?? '',
    });
    const url = await product.ready;
    const health = (await (await fetch(`${url}/healthz`)).json()) as { parts: Record<string, string> };
    expect(health.parts.files).toBe('ok');
  },
  60_000,
);
