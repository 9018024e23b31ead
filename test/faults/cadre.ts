import { enterRecord } from '#modules/records/contract';
import { listResidents } from '#modules/registers/contract';
import { type CallError, call, callSettings } from '#platform/contract/call.ts';
import type { BodyIn } from '#platform/contract/route.ts';

type Entry = BodyIn<typeof enterRecord>;

/** A cadre with a session on a product that may be killed at any moment. */
export interface Cadre {
  readonly residents: readonly string[];
  /** Sends one entry. @throws when it was not acknowledged */
  readonly enter: (entry: Entry) => Promise<string>;
  readonly fetch: typeof globalThis.fetch;
}

/** Node's fetch takes whole addresses; the base comes from where the product listens now. */
export const fetchAt =
  (origin: () => string, cookie: string, patienceMs = 4_000): typeof globalThis.fetch =>
  (input, init) =>
    globalThis.fetch(new URL(String(input), origin()), {
      ...init,
      headers: { ...(init?.headers as Record<string, string>), cookie },
      signal: AbortSignal.timeout(patienceMs),
    });

/** Signs in. @returns the cookie of the session */
export const sessionCookie = async (origin: string, username: string, password: string): Promise<string> => {
  const response = await globalThis.fetch(`${origin}${callSettings.base}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  if (!response.ok) throw new Error(`sign-in: ${response.status}`);
  return response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
};

export const signInCadre = async (
  origin: () => string,
  username: string,
  password: string,
): Promise<Cadre> => {
  const fetch = fetchAt(origin, await sessionCookie(origin(), username, password));
  const { residents } = await call(listResidents, { fetch });
  return {
    residents: residents.map(({ id }) => id),
    enter: async (body) => (await call(enterRecord, { body, fetch })).record.id,
    fetch,
  };
};

/** Whether the product refused an entry for what it says (and not because it was dying). */
export const isRefusal = (error: unknown): boolean =>
  ((error as CallError).status ?? 0) >= 400 && (error as CallError).status < 500;
