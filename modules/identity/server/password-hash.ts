import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { createQueue } from './bounded-queue.ts';

const derive = promisify(argon2);

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane; about 30 ms here. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const tagLength = 32;

/** One thread of libuv's four stays free for files and names, however many sign in. */
const atOnce = 3;
/** Everybody of one subdistrict may arrive in the same second; beyond that, come back. */
const mayWait = 400;

const inQueue = createQueue(atOnce, mayWait);

const tag = (
  password: string,
  nonce: Buffer,
  { memory, passes, parallelism }: typeof cost,
): Promise<Buffer> =>
  inQueue(() =>
    derive('argon2id', {
      message: password.normalize('NFKC'),
      nonce,
      memory,
      passes,
      parallelism,
      tagLength,
    }),
  );

const encode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '');

/** Hashes a password in the PHC string form all argon2 libraries read. */
export const hashPassword = async (password: string): Promise<string> => {
  const nonce = randomBytes(16);
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${encode(nonce)}$${encode(await tag(password, nonce, cost))}`;
};

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Checks a password against a stored hash, with the parameters it was made with. */
export const verifyPassword = async (hash: string, password: string): Promise<boolean> => {
  const [, memory, passes, parallelism, nonce, expected] = phc.exec(hash) ?? [];
  if (nonce === undefined || expected === undefined) return false;
  const parameters = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const actual = await tag(password, Buffer.from(nonce, 'base64'), parameters);
  const wanted = Buffer.from(expected, 'base64');
  return wanted.length === actual.length && timingSafeEqual(actual, wanted);
};

/**
 * The hash of a password nobody has: stands where none was set yet, so that a try at such an account takes as
 * long as at any other.
 */
export const unusableHash = (): string => {
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${encode(randomBytes(16))}$${encode(randomBytes(tagLength))}`;
};
