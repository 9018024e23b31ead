import { z } from 'zod';
import { common, type Problem } from '#platform/contract/problem.ts';
import { isRawBody, isRawOutput, type RawBody, type Route } from '#platform/contract/route.ts';

type Json = Record<string, unknown>;

/** Moves the definitions zod hangs under one schema into the document's components. */
const hoist = (schema: z.ZodType, io: 'input' | 'output', components: Json): Json => {
  const json = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' }) as Json;
  const rename = (id: string): string => (io === 'input' ? `${id}Input` : id);
  const rewrite = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rewrite);
    if (typeof value !== 'object' || value === null) return value;
    // zod writes a schema's name as `id`; a property that is called id is no text.
    const entries = Object.entries(value).filter(
      ([key, inner]) => !['$defs', '$schema'].includes(key) && !(key === 'id' && typeof inner === 'string'),
    );
    return Object.fromEntries(
      entries.map(([key, inner]) =>
        key === '$ref' && typeof inner === 'string'
          ? [key, `#/components/schemas/${rename(inner.replace('#/$defs/', ''))}`]
          : [key, rewrite(inner)],
      ),
    );
  };
  for (const [id, definition] of Object.entries((json.$defs ?? {}) as Json))
    components[rename(id)] = rewrite(definition);
  const id = (schema.meta() as { id?: string } | undefined)?.id;
  if (!id) return rewrite(json) as Json;
  // A schema with a name comes as a reference to its own definition, which is hoisted already.
  if (!('$ref' in json)) components[rename(id)] = rewrite(json);
  return { $ref: `#/components/schemas/${rename(id)}` };
};

const parametersOf = (place: 'path' | 'query', schema: z.ZodType | undefined, components: Json): Json[] => {
  if (!schema) return [];
  const json = hoist(schema, 'input', components) as { properties?: Json; required?: string[] };
  return Object.entries(json.properties ?? {}).map(([name, shape]) => ({
    name,
    in: place,
    required: place === 'path' || (json.required ?? []).includes(name),
    schema: shape,
  }));
};

const bodyOf = (body: z.ZodType | RawBody, components: Json): Json => {
  const content = isRawBody(body)
    ? Object.fromEntries(body.rawBody.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]))
    : { 'application/json': { schema: hoist(body, 'input', components) } };
  return { required: true, content };
};

const successOf = (route: Route, components: Json): Json => {
  if (route.output === null) return { '204': { description: '完成' } };
  const content = isRawOutput(route.output)
    ? Object.fromEntries(route.output.raw.map((type) => [type, { schema: { type: 'string' } }]))
    : { 'application/json': { schema: hoist(route.output, 'output', components) } };
  return { '200': { description: '完成', content } };
};

const always = [common.invalid, common.foreignOrigin, common.tooMany, common.broken, common.unavailable];

const refusalsOf = (route: Route): Json => {
  const guarded = route.access === 'public' ? [] : [common.signedOut, common.forbidden];
  const addressed = route.params ? [common.notFound] : [];
  const sized = route.body ? [common.tooLarge] : [];
  const byStatus = new Map<number, Problem[]>();
  for (const problem of [...route.refusals, ...always, ...guarded, ...addressed, ...sized])
    byStatus.set(problem.status, [...(byStatus.get(problem.status) ?? []), problem]);
  return Object.fromEntries(
    [...byStatus].map(([status, problems]) => [
      String(status),
      {
        description: problems.map(({ code, title }) => `\`${code}\` ${title}`).join('\n\n'),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
};

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    facts: { type: 'object' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

/** Prints the OpenAPI 3.1 description of the whole product from its contracts. */
export const describeApi = (routes: readonly Route[], headingOf: (route: Route) => string): Json => {
  const components: Json = { Problem: problemSchema };
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const item = paths[route.path] ?? {};
    paths[route.path] = item;
    item[route.method] = {
      operationId: route.id,
      summary: route.summary,
      tags: [headingOf(route)],
      'x-access': route.access,
      ...(route.access === 'public' ? { security: [] } : {}),
      parameters: [
        ...parametersOf('path', route.params, components),
        ...parametersOf('query', route.query, components),
      ],
      ...(route.body ? { requestBody: bodyOf(route.body, components) } : {}),
      responses: { ...successOf(route, components), ...refusalsOf(route) },
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: '轻装 Qingzhuang', version: '0.1.0', license: { name: 'Apache-2.0' } },
    servers: [{ url: '/api' }],
    security: [{ session: [] }],
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-qz.session_token',
          description: '登录后由浏览器保存；本机不用 HTTPS 时名为 qz.session_token',
        },
      },
    },
  };
};
