import { z } from 'zod';
import type { Problem } from './problem.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/**
 * Who may call a route: `public` needs no sign-in, `signed-in` any account, else the name of a
 * permission (identity holds the table permission × role).
 */
export type Access = 'public' | 'signed-in' | (string & {});

/** What a route answers with when it is not JSON: a file to save, or a stream of server-sent events. */
export interface RawOutput {
  readonly raw: readonly string[];
}

/** Declares an answer that is a file (or stream) of one of these media types. */
export const file = (...mediaTypes: string[]): RawOutput => ({ raw: mediaTypes });

/** A file sent as the whole body of a request (spreadsheets, pictures): at most `maxBytes`. */
export interface RawBody {
  readonly rawBody: readonly string[];
  readonly maxBytes: number;
}
export const upload = (maxBytes: number, ...mediaTypes: string[]): RawBody => ({
  rawBody: mediaTypes,
  maxBytes,
});

type Shape = z.ZodType;
type Output = z.ZodType | RawOutput | null;

/** One HTTP operation, described once: server, web client, OpenAPI and the authorisation matrix all read it. */
export interface Route<
  P extends Shape | undefined = Shape | undefined,
  Q extends Shape | undefined = Shape | undefined,
  B extends Shape | RawBody | undefined = Shape | RawBody | undefined,
  O extends Output = Output,
> {
  readonly id: string;
  readonly method: Method;
  /** Below `/api`, parameters in braces: `/sittings/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  /** A POST that changes nothing but the audit (a search whose words must not stand in an address). */
  readonly reads: boolean;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly output: O;
  readonly refusals: readonly Problem[];
}

interface Draft<P, Q, B, O> {
  id: string;
  method: Method;
  path: string;
  summary: string;
  access: Access;
  reads?: boolean;
  params?: P;
  query?: Q;
  body?: B;
  /** `null`: nothing to say (204). */
  output: O;
  refusals?: readonly Problem[];
}

/** Describes one HTTP operation. Ids are verbs and unique across the product. */
export const route = <
  O extends Output,
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends Shape | RawBody | undefined = undefined,
>(
  draft: Draft<P, Q, B, O>,
): Route<P, Q, B, O> =>
  ({
    params: undefined,
    query: undefined,
    body: undefined,
    refusals: [],
    reads: draft.method === 'get',
    ...draft,
  }) as Route<P, Q, B, O>;

export type ParamsOf<R> =
  R extends Route<infer P, infer _Q, infer _B, infer _O>
    ? P extends Shape
      ? z.output<P>
      : undefined
    : never;
export type QueryOf<R> =
  R extends Route<infer _P, infer Q, infer _B, infer _O>
    ? Q extends Shape
      ? z.output<Q>
      : undefined
    : never;
export type BodyOf<R> =
  R extends Route<infer _P, infer _Q, infer B, infer _O>
    ? B extends Shape
      ? z.output<B>
      : B extends RawBody
        ? Uint8Array<ArrayBuffer>
        : undefined
    : never;
/** What the caller sends: before defaults and coercions. */
export type QueryIn<R> =
  R extends Route<infer _P, infer Q, infer _B, infer _O> ? (Q extends Shape ? z.input<Q> : undefined) : never;
export type BodyIn<R> =
  R extends Route<infer _P, infer _Q, infer B, infer _O>
    ? B extends Shape
      ? z.input<B>
      : B extends RawBody
        ? Blob | Uint8Array
        : undefined
    : never;
export type OutputOf<R> =
  R extends Route<infer _P, infer _Q, infer _B, infer O>
    ? O extends Shape
      ? z.output<O>
      : undefined
    : never;

/** `{ id }`, the most common path parameter. */
export const IdParams = z.object({ id: z.uuid() });

export const isRawOutput = (output: Output): output is RawOutput => output !== null && 'raw' in output;
export const isRawBody = (body: Shape | RawBody | undefined): body is RawBody =>
  body !== undefined && 'rawBody' in body;
