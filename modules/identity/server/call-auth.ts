import { isAPIError } from 'better-auth/api';
import { type Problem, Refusal } from '#platform/contract/problem.ts';
import { problems } from '../problems.ts';
import { addressHeader } from './auth.ts';
import type { Cookies } from './cookies.ts';

/** Codes of better-auth that mean something of their own; any other becomes the caller's problem. */
const known: Readonly<Record<string, Problem>> = {
  ACCOUNT_DISABLED: problems.disabled,
  INVALID_USERNAME_OR_PASSWORD: problems.wrongPassword,
  INVALID_PASSWORD: problems.wrongPassword,
  INVALID_CODE: problems.wrongCode,
  INVALID_BACKUP_CODE: problems.wrongCode,
  INVALID_TWO_FACTOR_COOKIE: problems.secondFactorGone,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: problems.secondFactorGone,
  TOTP_ALREADY_ENABLED: problems.totpActive,
  TOTP_NOT_ENABLED: problems.totpAbsent,
};

/** Calls better-auth and turns its refusals into ours. */
export const callAuth = async <T>(call: () => Promise<T>, otherwise: Problem): Promise<T> => {
  try {
    return await call();
  } catch (error) {
    // Two at once for one account (a double click): the database let one of them through.
    if ((error as { code?: unknown }).code === '23505') throw new Refusal(problems.busy);
    if (!isAPIError(error)) throw error;
    const code = (error.body as { code?: string } | undefined)?.code ?? '';
    throw new Refusal(known[code] ?? otherwise);
  }
};

/**
 * The headers better-auth gets: the cookies it needs for this one call, the caller's address as the connection
 * gives it (never what the caller claims), and what the browser calls itself.
 */
export const headersFor = (
  cookies: Cookies,
  { request, address }: { request: Request; address: string },
  ...kinds: Parameters<Cookies['nameOf']>[0][]
): Headers => {
  const headers = new Headers({ [addressHeader]: address });
  const cookie = cookies.only(request, ...kinds);
  if (cookie !== '') headers.set('cookie', cookie);
  for (const name of ['user-agent', 'origin']) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value.slice(0, 300));
  }
  return headers;
};

/** Only the cookies of better-auth's answer go on to the browser. */
export const cookiesOf = (headers: Headers): Headers => {
  const only = new Headers();
  for (const cookie of headers.getSetCookie()) only.append('set-cookie', cookie);
  return only;
};
