import type { Actor } from '#platform/contract/actor.ts';
import type { BodyOf, OutputOf, ParamsOf, QueryOf, RawOutput, Route } from '#platform/contract/route.ts';

/** What a handler gets: everything already checked against the contract. */
export interface Call<R extends Route, Who> {
  readonly who: Who;
  readonly params: ParamsOf<R>;
  readonly query: QueryOf<R>;
  readonly body: BodyOf<R>;
  readonly request: Request;
  /** The caller's address as the connection gives it; IPv6 unabridged. */
  readonly address: string;
  /** Ends when the caller goes away or the server stops. */
  readonly signal: AbortSignal;
}

/** A file or stream as a handler gives it; `name` becomes the suggested file name. */
export interface RawReply {
  readonly type: string;
  readonly content: Uint8Array | ReadableStream<Uint8Array>;
  readonly name?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** 206 for a part of it, 416 for a part it does not have; default 200. */
  readonly status?: 200 | 206 | 416;
}

/** An output that also sets headers (cookies). */
export class WithHeaders<T> {
  readonly output: T;
  readonly headers: Headers;
  constructor(output: T, headers: Headers) {
    this.output = output;
    this.headers = headers;
  }
}

type Answer<R extends Route> = R['output'] extends RawOutput
  ? RawReply
  : R['output'] extends null
    ? undefined
    : OutputOf<R>;

/** A route with the code that answers it. */
export interface BoundRoute {
  readonly route: Route;
  readonly answer: (call: Call<Route, Actor | null>) => Promise<unknown>;
}

/** Binds a route to its handler; the caller is signed in and holds the route's permission. */
export const handle = <R extends Route>(
  route: R,
  answer: (call: Call<R, Actor>) => Promise<Answer<R> | WithHeaders<Answer<R>>>,
): BoundRoute => ({ route, answer: answer as unknown as BoundRoute['answer'] });

/** Binds a route anybody may call. */
export const handlePublic = <R extends Route>(
  route: R,
  answer: (call: Call<R, Actor | null>) => Promise<Answer<R> | WithHeaders<Answer<R>>>,
): BoundRoute => ({ route, answer: answer as unknown as BoundRoute['answer'] });
