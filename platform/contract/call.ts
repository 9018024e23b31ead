import type { ProblemPlace } from './problem.ts';
import {
  type BodyIn,
  isRawBody,
  isRawOutput,
  type OutputOf,
  type ParamsOf,
  type QueryIn,
  type Route,
} from './route.ts';

type ProblemShape = {
  code?: string;
  title?: string;
  errors?: ProblemPlace[];
  facts?: Record<string, unknown>;
};

/** A refusal as the browser sees it. `message` is ready to be shown to a person. */
export class CallError extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly ProblemPlace[];
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(status: number, body: ProblemShape) {
    super(body.title ?? '');
    this.status = status;
    this.code = body.code ?? 'request.unreachable';
    this.errors = body.errors ?? [];
    this.facts = body.facts ?? {};
  }
}

interface Given<R> {
  params?: ParamsOf<R>;
  query?: QueryIn<R>;
  body?: BodyIn<R>;
  signal?: AbortSignal;
  /** Language of refusals; the browser's page sets it once through `callSettings`. */
  fetch?: typeof globalThis.fetch;
}

/** Set once by the shell. */
export const callSettings = { base: '/api', language: 'zh-CN', unreachable: '没有网络，请稍后再试' };

/** The address of a route with its parameters filled in, for links and downloads. */
export const addressOf = <R extends Route>(
  to: R,
  given: { params?: ParamsOf<R>; query?: QueryIn<R> } = {},
): string => {
  const params = (given.params ?? {}) as Record<string, unknown>;
  const path = to.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries((given.query ?? {}) as Record<string, unknown>)) {
    if (value === undefined || value === null) continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(key, String(one));
  }
  const text = search.toString();
  return `${callSettings.base}${path}${text ? `?${text}` : ''}`;
};

const send = async (to: Route, given: Given<Route>): Promise<Response> => {
  const headers: Record<string, string> = { 'accept-language': callSettings.language };
  const init: RequestInit = { method: to.method.toUpperCase(), headers, credentials: 'same-origin' };
  if (given.signal) init.signal = given.signal;
  if (isRawBody(to.body)) {
    headers['content-type'] = to.body.rawBody[0] ?? 'application/octet-stream';
    init.body = given.body as Blob;
  } else if (given.body !== undefined) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(given.body);
  }
  try {
    return await (given.fetch ?? globalThis.fetch)(addressOf(to, given as never), init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new CallError(0, { title: callSettings.unreachable });
  }
};

/** What the server said; nothing when the answer was not one of its own (a proxy's page). */
const problemOf = async (response: Response): Promise<ProblemShape> =>
  ((await response.json().catch(() => ({}))) as ProblemShape) ?? {};

/**
 * Calls a route and gives its output; JSON is trusted because the server checks what it sends.
 * @throws {CallError} on any refusal, with the server's words; status 0 when it cannot be reached.
 */
export const call = async <R extends Route>(to: R, given: Given<R> = {}): Promise<OutputOf<R>> => {
  const response = await send(to, given as Given<Route>);
  if (!response.ok) throw new CallError(response.status, await problemOf(response));
  if (to.output === null || isRawOutput(to.output)) return undefined as OutputOf<R>;
  return (await response.json()) as OutputOf<R>;
};

/** Calls a route that answers with a file. */
export const callForFile = async <R extends Route>(to: R, given: Given<R> = {}): Promise<Blob> => {
  const response = await send(to, given as Given<Route>);
  if (!response.ok) throw new CallError(response.status, await problemOf(response));
  return response.blob();
};
