/**
 * Runs before the shell has arrived: asks who is signed in and, on Today, for what Today shows. On a
 * slow line the answers are there when the code is, instead of a second later; when the shell is
 * first all the same, nothing is asked. Stands alone on purpose: an import would wait for the file
 * it means to be ahead of.
 */
import type {} from '#platform/ui/early-fetch.ts';

/** What Today asks for, by the permission it needs: nobody asks for what would be refused. */
export const todayAddresses: Readonly<Record<string, string>> = {
  'meetings.read': '/api/today/meetings',
  'records.enter': '/api/records/today',
};
export const sessionAddress = '/api/session';

/** An answer nobody took by then is no longer news. */
const keepMs = 15_000;

/** Looks at a copy of who is signed in, then asks; rejected when the permission is not held. */
const askIfMay = async (
  session: Promise<Response>,
  permission: string,
  address: string,
): Promise<Response> => {
  const me = (await (await session).clone().json()) as { permissions?: string[] };
  if (!me.permissions?.includes(permission)) throw new Error(permission);
  return fetch(address);
};

const begin = (): Map<string, Promise<Response>> => {
  const session = fetch(sessionAddress);
  const early = new Map([[sessionAddress, session]]);
  if (location.pathname === '/')
    for (const [permission, address] of Object.entries(todayAddresses))
      early.set(address, askIfMay(session, permission, address));
  // Whoever takes an answer asks again itself when it failed.
  for (const answer of early.values()) answer.catch(() => undefined);
  setTimeout(() => early.clear(), keepMs);
  return early;
};

if (typeof document !== 'undefined') globalThis.qzEarly ??= begin();
