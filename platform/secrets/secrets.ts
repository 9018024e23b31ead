import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Everything that must stay secret outside the database, each derived from one key for one purpose. */
export interface Secrets {
  /** A 32-byte key for one purpose (`audit`, `sessions`, …). */
  readonly keyFor: (purpose: string) => Buffer;
  /** Encrypts a personal value (AES-256-GCM). `place` (`resident.id_no`) is bound in: a value moved to another column does not open. */
  readonly seal: (place: string, plain: string) => Buffer;
  /** @throws when the value was changed, moved or sealed with another key */
  readonly open: (place: string, sealed: Uint8Array) => string;
  /** The same for a file's bytes. */
  readonly sealBytes: (place: string, plain: Uint8Array) => Buffer;
  /** @throws as `open` does */
  readonly openBytes: (place: string, sealed: Uint8Array) => Buffer<ArrayBuffer>;
  /** Keyed hash for look-up of an encrypted value; equal values give equal hashes only within one place. */
  readonly fingerprint: (place: string, plain: string) => Buffer;
}

const ivBytes = 12;
const tagBytes = 16;

/** @param master 32 bytes; whoever has them and the database can read it */
export const createSecrets = (master: Uint8Array): Secrets => {
  const cache = new Map<string, Buffer>();
  const keyFor = (purpose: string): Buffer => {
    const known = cache.get(purpose);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', master, new Uint8Array(0), purpose, 32));
    cache.set(purpose, key);
    return key;
  };
  const sealBytes = (place: string, plain: Uint8Array): Buffer => {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', keyFor('personal'), iv).setAAD(Buffer.from(place));
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  };
  const openBytes = (place: string, sealed: Uint8Array): Buffer<ArrayBuffer> => {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    const decipher = createDecipheriv('aes-256-gcm', keyFor('personal'), bytes.subarray(0, ivBytes))
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
  };
  return {
    keyFor,
    seal: (place, plain) => sealBytes(place, Buffer.from(plain, 'utf8')),
    open: (place, sealed) => openBytes(place, sealed).toString('utf8'),
    sealBytes,
    openBytes,
    fingerprint: (place, plain) =>
      createHmac('sha256', keyFor('fingerprint')).update(`${place}|${plain}`).digest(),
  };
};

/** Reads the master key of a data folder, making it on the first start; only its owner may read the file. */
export const readOrMakeMasterKey = async (file: string): Promise<Buffer> => {
  const existing = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (existing !== null) return Buffer.from(existing.trim(), 'base64');
  const key = randomBytes(32);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  return key;
};
