import type { z } from 'zod';
import { common, type ProblemPlace, Refusal } from '#platform/contract/problem.ts';
import { isRawBody, type RawBody, type Route } from '#platform/contract/route.ts';
import { sayIssue } from './issue-text.ts';
import { languageOf } from './problem-response.ts';

const jsonLimit = 1024 * 1024;
/** More places than this help nobody. */
const maxPlaces = 50;

const placesOf = (where: string, error: z.ZodError, language: 'zh' | 'en'): ProblemPlace[] =>
  error.issues.slice(0, maxPlaces).map((issue) => ({
    path: [where, ...issue.path.map(String)].join('.'),
    message: sayIssue(issue, language),
  }));

const check = (request: Request, where: string, schema: z.ZodType, value: unknown): unknown => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Refusal(common.invalid, {}, placesOf(where, result.error, languageOf(request)));
};

/** Reads a body up to a limit. One that says how long it is can be no longer: HTTP cuts it there. */
const readBytes = async (request: Request, limit: number): Promise<Uint8Array> => {
  const told = request.headers.get('content-length');
  if (told !== null && Number(told) > limit) throw new Refusal(common.tooLarge, { limit });
  // In one piece, without the machinery of streams.
  if (told !== null && !request.headers.has('transfer-encoding'))
    return new Uint8Array(await request.arrayBuffer());
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > limit) throw new Refusal(common.tooLarge, { limit });
    parts.push(part);
  }
  return Buffer.concat(parts);
};

const invalidBody = (message: string) => new Refusal(common.invalid, {}, [{ path: 'body', message }]);

/** A surrogate written as an escape (`\ud800`) without its other half. */
const hasHalfCharacter = (json: string): boolean =>
  /\\ud[89a-f][0-9a-f]{2}/i.test(
    json.replaceAll('\\\\', ' ').replace(/\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}/gi, ''),
  );

/** Refuses a body that does not say it is one of these media types. */
const checkType = (request: Request, types: readonly string[]): void => {
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';');
  if (!types.includes(type.trim().toLowerCase())) throw invalidBody(`应为 ${types.join('、')}`);
};

const readJson = async (request: Request): Promise<unknown> => {
  checkType(request, ['application/json']);
  const text = new TextDecoder().decode(await readBytes(request, jsonLimit));
  try {
    const value: unknown = JSON.parse(text);
    // PostgreSQL cannot hold U+0000 nor half a character; refuse them once here instead of in every service.
    if (text.includes('\\u0000') || hasHalfCharacter(text)) throw new Error('not storable');
    return value;
  } catch {
    throw invalidBody('不是有效的 JSON');
  }
};

/** An address may hold U+0000 as well (`%00`); nothing we look for has it in its name. */
const checkStorable = (path: string, values: readonly string[]): void => {
  if (values.some((one) => one.includes('\0')))
    throw new Refusal(common.invalid, {}, [{ path, message: '含有不允许的字符' }]);
};

/** Repeated keys become a list; the rest stay text for the schema to coerce. */
const queryOf = (url: URL): Record<string, string | string[]> => {
  const entries = [...new Set(url.searchParams.keys())].map((key) => {
    const all = url.searchParams.getAll(key);
    checkStorable('query', all);
    return [key, all.length > 1 ? all : (all[0] ?? '')] as const;
  });
  return Object.fromEntries(entries);
};

const readBody = (request: Request, body: z.ZodType | RawBody): Promise<unknown> => {
  if (!isRawBody(body)) return readJson(request);
  checkType(request, body.rawBody);
  return readBytes(request, body.maxBytes);
};

/** Checks parameters, query and body of a request against its contract. */
export const readInput = async (
  route: Route,
  request: Request,
  params: Record<string, string>,
): Promise<{ params: unknown; query: unknown; body: unknown }> => {
  const { params: paramsShape, query: queryShape, body: bodyShape } = route;
  checkStorable('path', Object.values(params));
  const checkedParams = paramsShape && check(request, 'path', paramsShape, params);
  const checkedQuery = queryShape && check(request, 'query', queryShape, queryOf(new URL(request.url)));
  if (!bodyShape) return { params: checkedParams, query: checkedQuery, body: undefined };
  const raw = await readBody(request, bodyShape);
  const body = isRawBody(bodyShape) ? raw : check(request, 'body', bodyShape, raw);
  return { params: checkedParams, query: checkedQuery, body };
};
