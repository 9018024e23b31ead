import { createOTP } from '@better-auth/utils/otp';
import { Client as PgClient } from 'pg';
import type { Client, Office } from '#test/office.ts';

/** Statements as the owner of the database: what time or an attacker would do to its rows. */
export const asOwner = async (office: Office, statement: string, values: unknown[] = []) => {
  const client = new PgClient({ connectionString: office.ownerUrl });
  await client.connect();
  const { rows } = await client.query(statement, values);
  await client.end();
  return rows as Record<string, unknown>[];
};

/** A sign-in form sent from an address; the answer as the browser gets it. */
export const trySignIn = (
  office: Office,
  username: string,
  password: string,
  address = '10.1.0.1',
  headers: Record<string, string> = {},
): Promise<Response> =>
  office.anonymous.raw('POST', '/api/session', {
    body: JSON.stringify({ username, password }),
    headers: { 'content-type': 'application/json', ...headers },
    address,
  });

/** What a browser would send back after an answer. */
export const cookiesAfter = (response: Response): string =>
  response.headers
    .getSetCookie()
    .filter((cookie) => !/max-age=0/i.test(cookie))
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

/** Sends JSON with cookies. */
export const send = (
  office: Office,
  method: string,
  path: string,
  body: unknown,
  cookie = '',
): Promise<Response> =>
  office.anonymous.raw(method, `/api${path}`, {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
  });

export const get = (office: Office, path: string, cookie: string): Promise<Response> =>
  office.anonymous.raw('GET', `/api${path}`, { headers: { cookie } });

export const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { code: string }).code;

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The key in an otpauth address, as text: better-auth's keys are printable. */
const keyOf = (uri: string): string => {
  const bits = [...(new URL(uri).searchParams.get('secret') ?? '')]
    .map((letter) => base32.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  return String.fromCharCode(...bytes);
};

/** The code an authenticator shows; `step` 1 is the next half minute's. */
export const totpCode = (uri: string, step = 0): Promise<string> =>
  createOTP(keyOf(uri)).hotp(Math.floor(Date.now() / 30_000) + step);

/** Waits for the live connection: events published before it would be nobody's. */
export const liveConnected = async ({ platform }: Office): Promise<void> => {
  while (!platform.live.connected()) await new Promise((resolve) => setTimeout(resolve, 5));
};

export interface Stream {
  /** Resolves when a text has come, or rejects when the stream ended without it. */
  readonly until: (text: string) => Promise<void>;
  readonly ended: Promise<void>;
  readonly close: () => void;
}

/** Opens a live stream and reads it. */
export const openStream = async (client: Client, topics: string): Promise<Stream> => {
  const abort = new AbortController();
  const response = await client.raw('GET', `/api/live?topics=${encodeURIComponent(topics)}`, {
    signal: abort.signal,
  });
  if (!response.body) throw new Error(`no stream: ${response.status}`);
  let seen = '';
  let over = false;
  const listeners = new Set<() => void>();
  const ended = (async () => {
    const decoder = new TextDecoder();
    for await (const part of response.body ?? []) {
      seen += decoder.decode(part as Uint8Array);
      for (const listener of listeners) listener();
    }
  })()
    .catch(() => undefined)
    .finally(() => {
      over = true;
      for (const listener of listeners) listener();
    });
  return {
    ended,
    close: () => abort.abort(),
    until: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (seen.includes(text)) resolve();
          else if (over) reject(new Error(`stream ended without ${text}`));
        };
        listeners.add(look);
        look();
      }),
  };
};
