import { MutationCache, QueryCache, type QueryClient, useQuery } from '@tanstack/react-query';
import { getSession } from '#modules/identity/contract';
import { CallError, call } from '#platform/contract/call.ts';
import { createQueries } from '#platform/ui/calls.ts';
import { earlyFetch } from '#platform/ui/early-fetch.ts';
import type { Me } from '#platform/ui/me.ts';
import { applyPreferences, preferences } from '#platform/ui/preferences.ts';

const signedOutCode = 'request.signedOut';
export const sessionKey = [getSession.id] as const;

/** null: signed out. */
const readSession = async (): Promise<Me | null> => {
  try {
    const me = await call(getSession, { fetch: earlyFetch });
    if (me.language !== preferences().language || me.elderMode !== preferences().elderMode)
      await applyPreferences({ language: me.language, elderMode: me.elderMode });
    return me;
  } catch (error) {
    if (error instanceof CallError && error.status === 401) return null;
    throw error;
  }
};

const session = { queryKey: sessionKey, queryFn: readSession, staleTime: 60_000 };

/** Who is signed in: undefined while not known, null when nobody. */
export const useSession = () => useQuery<Me | null, CallError>(session);

/** Asks before anything is drawn. */
export const prefetchSession = (queries: QueryClient): Promise<void> => queries.prefetchQuery(session);

/** Somebody who was signed in and no longer is keeps the page, with what was typed; the shell asks for the password over it. */
export const ended = { value: false, listeners: new Set<() => void>() };
export const sayEnded = (value: boolean): void => {
  if (ended.value === value) return;
  ended.value = value;
  for (const listener of ended.listeners) listener();
};

const watch = (queries: () => QueryClient) => (error: Error) => {
  if (!(error instanceof CallError) || error.status !== 401 || error.code !== signedOutCode) return;
  if (queries().getQueryData(sessionKey)) sayEnded(true);
};

/** The answers of the whole page, told when the server no longer knows us. */
export const createSessionQueries = (): QueryClient => {
  const queries: QueryClient = createQueries({
    queryCache: new QueryCache({ onError: watch(() => queries) }),
    mutationCache: new MutationCache({ onError: watch(() => queries) }),
  });
  return queries;
};
