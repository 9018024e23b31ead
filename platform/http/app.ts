import { type Context, Hono } from 'hono';
import type { Actor } from '#platform/contract/actor.ts';
import { common, Refusal } from '#platform/contract/problem.ts';
import { isRawOutput, type Route } from '#platform/contract/route.ts';
import type { Log } from '#platform/log/log.ts';
import type { Metrics } from '#platform/metrics/metrics.ts';
import { type BoundRoute, type RawReply, WithHeaders } from './bind.ts';
import { checkOrigin, securityHeaders } from './headers.ts';
import { readInput } from './input.ts';
import { problemResponse, refusalOf } from './problem-response.ts';

export interface HttpDependencies {
  readonly routes: readonly BoundRoute[];
  /** Who a request's cookies stand for; null when signed out. */
  readonly authenticate: (request: Request) => Promise<Actor | null>;
  /** Written for each refused attempt at a route somebody signed in may not use. */
  readonly onDenied: (who: Actor, route: Route) => Promise<void>;
  /** False while the disk is full: then only reading, and signing in, goes on. */
  readonly mayWrite: () => boolean;
  readonly publicUrl: string | null;
  /** Behind a reverse proxy of ours the caller's address is the last one it was told. */
  readonly trustProxy: boolean;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Bindings the Node adapter gives each request. */
type Env = { Bindings: { incoming?: { socket?: { remoteAddress?: string } } } };

/** The app and what each of its requests carries. */
export type HttpApp = Hono<Env>;

const toHonoPath = (path: string): string => `/api${path.replace(/\{(\w+)\}/g, ':$1')}`;

/** Lets a caller in, or refuses: no account, or an account without the route's permission. */
const admit = async (deps: HttpDependencies, route: Route, request: Request): Promise<Actor | null> => {
  const who = await deps.authenticate(request);
  if (route.access === 'public') return who;
  if (!who) throw new Refusal(common.signedOut);
  if (route.access === 'signed-in' || who.permissions.has(route.access)) return who;
  await deps.onDenied(who, route);
  throw new Refusal(common.forbidden);
};

const fileResponse = ({ type, content, name, headers, status = 200 }: RawReply): Response =>
  new Response(content as Uint8Array<ArrayBuffer>, {
    status,
    headers: {
      'content-type': type,
      'cache-control': 'no-store',
      ...(name ? { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` } : {}),
      ...headers,
    },
  });

/** Outputs are checked too: a field the contract does not name never leaves the server. */
const respond = (route: Route, answer: unknown): Response => {
  const output = answer instanceof WithHeaders ? answer.output : answer;
  const headers = answer instanceof WithHeaders ? answer.headers : new Headers();
  headers.set('cache-control', 'no-store');
  if (route.output === null) return new Response(null, { status: 204, headers });
  if (isRawOutput(route.output)) return fileResponse(output as RawReply);
  return Response.json(route.output.parse(output), { headers });
};

/** HEAD is answered as GET without its body: a stream that nobody reads must not be fed for ever. */
const letGoUnread = async (request: Request, { body }: Response): Promise<void> => {
  if (request.method === 'HEAD') await body?.cancel();
};

/** The address a limit counts by. */
const callerOf = (c: Context<Env>, trustProxy: boolean): string => {
  const told = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return told || (c.env?.incoming?.socket?.remoteAddress ?? '');
};

const answerer =
  (deps: HttpDependencies, { route, answer }: BoundRoute) =>
  async (c: Context<Env>) => {
    const request = c.req.raw;
    const started = performance.now();
    const finish = (status: number, who: Actor | null) => {
      const ms = performance.now() - started;
      deps.metrics.observeRequest(route.id, status, ms);
      deps.log.debug('request', { route: route.id, status, ms: Math.round(ms), account: who?.account });
    };
    let who: Actor | null = null;
    try {
      checkOrigin(request, deps.publicUrl);
      who = await admit(deps, route, request);
      if (!route.reads && route.access !== 'public' && !deps.mayWrite()) throw new Refusal(common.readOnly);
      const input = await readInput(route, request, c.req.param() as Record<string, string>);
      const address = callerOf(c, deps.trustProxy);
      const call = { who, ...input, request, address, signal: request.signal } as Parameters<
        typeof answer
      >[0];
      const response = respond(route, await answer(call));
      await letGoUnread(request, response);
      finish(response.status, who);
      return response;
    } catch (error) {
      const { refusal, unforeseen } = refusalOf(error);
      if (unforeseen) deps.log.error('unforeseen', { route: route.id, error });
      finish(refusal.problem.status, who);
      return problemResponse(request, refusal.problem, refusal.facts, refusal.errors);
    }
  };

/** Addresses under /api that exist, but not with this method, say which methods do. */
const methodsByPath = (routes: readonly BoundRoute[]): Map<string, string[]> => {
  const methods = new Map<string, string[]>();
  for (const { route } of routes)
    methods.set(toHonoPath(route.path), [
      ...(methods.get(toHonoPath(route.path)) ?? []),
      route.method.toUpperCase(),
    ]);
  return methods;
};

/** The product's HTTP side: contract routes under /api, each refusal an RFC 9457 problem. */
export const createHttpApp = (deps: HttpDependencies): HttpApp => {
  const app = new Hono<Env>();
  app.use(securityHeaders(deps.publicUrl));
  for (const bound of deps.routes) {
    app.on(bound.route.method.toUpperCase(), toHonoPath(bound.route.path), answerer(deps, bound));
  }
  for (const [path, methods] of methodsByPath(deps.routes)) {
    app.all(path, (c) =>
      problemResponse(c.req.raw, common.methodNotAllowed, {}, [], { allow: methods.join(', ') }),
    );
  }
  app.all('/api/*', (c) => problemResponse(c.req.raw, common.notFound));
  app.onError((error, c) => {
    deps.log.error('unforeseen', { error });
    return problemResponse(c.req.raw, refusalOf(error).refusal.problem);
  });
  return app;
};
