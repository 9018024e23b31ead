import {
  keepPreviousData,
  QueryClient,
  type QueryClientConfig,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { CallError, call } from '#platform/contract/call.ts';
import type { BodyIn, OutputOf, ParamsOf, QueryIn, Route } from '#platform/contract/route.ts';
import { earlyFetch } from './early-fetch.ts';

/** What a route is called with. */
export interface CallInput<R> {
  params?: ParamsOf<R>;
  query?: QueryIn<R>;
  body?: BodyIn<R>;
}

interface CallOptions {
  /** Not yet: something it needs is not known. */
  enabled?: boolean;
  /** Keep showing the answer before while another is fetched (paging, filters). */
  keep?: boolean;
  /** Ask again every so many milliseconds. */
  every?: number;
}

/** A refusal stays one, however often it is asked for; only a lost connection is tried again. */
const worthRetrying = (times: number, error: Error): boolean =>
  times < 2 && error instanceof CallError && (error.status === 0 || error.status === 503);

export const createQueries = (caches: QueryClientConfig = {}): QueryClient =>
  new QueryClient({
    ...caches,
    defaultOptions: {
      queries: { retry: worthRetrying, staleTime: 15_000, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });

/** Another person sits down, or nobody: nothing of whoever was here before is shown again. */
export const forgetAnswers = (queries: QueryClient): void => {
  queries.clear();
  globalThis.qzEarly?.clear();
};

/** The key under which an answer is kept: the route's id first. */
export const keyOf = <R extends Route>(to: R, given: CallInput<R> = {}) =>
  [to.id, given.params ?? null, given.query ?? null] as const;

/**
 * Asks a route and keeps the answer: `const sittings = useCall(listSittings, { query: { month } })`.
 * Show, in this order: `isPending` → Loading, `isError` → Failed, nothing → Empty, the data.
 */
export const useCall = <R extends Route>(
  to: R,
  given: CallInput<R> = {},
  options: CallOptions = {},
): UseQueryResult<OutputOf<R>, CallError> =>
  useQuery<OutputOf<R>, CallError>({
    queryKey: keyOf(to, given),
    queryFn: ({ signal }) => call(to, { ...given, signal, fetch: earlyFetch }),
    ...(options.enabled === undefined ? {} : { enabled: options.enabled }),
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
    ...(options.every ? { refetchInterval: options.every } : {}),
  });

interface ActionOptions<R> {
  /** Which answers are read afresh after success; without it, all that are on the page. */
  refresh?: readonly Route[];
  onDone?: (output: OutputOf<R>) => void;
}

/**
 * Does something: `const reply = useAction(replyToSitting); reply.mutate({ params: { id }, body })`.
 * `isPending` while under way, `error.message` ready to be shown; what was typed stays typed.
 */
export const useAction = <R extends Route>(
  to: R,
  options: ActionOptions<R> = {},
): UseMutationResult<OutputOf<R>, CallError, CallInput<R>> => {
  const queries = useQueryClient();
  return useMutation<OutputOf<R>, CallError, CallInput<R>>({
    mutationFn: (given) => call(to, given),
    onSuccess: async (output) => {
      options.onDone?.(output);
      await refresh(queries, options.refresh);
    },
  });
};

/** Reads afresh the answers of some routes, or all; those on the page at once, others when next shown. */
export const refresh = (queries: QueryClient, routes?: readonly Route[]): Promise<unknown> =>
  routes
    ? Promise.all(routes.map((one) => queries.invalidateQueries({ queryKey: [one.id] })))
    : queries.invalidateQueries();

/** A function that reads afresh. */
export const useRefresh = (): ((...routes: Route[]) => Promise<unknown>) => {
  const queries = useQueryClient();
  return (...routes) => refresh(queries, routes.length > 0 ? routes : undefined);
};
