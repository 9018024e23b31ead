import { expect, test } from 'vitest';
import { contracts, moduleOf } from '#app/contracts.ts';
import { isRawBody } from '#platform/contract/route.ts';
import { describeApi } from './openapi.ts';

interface Operation {
  operationId: string;
  parameters: { name: string; in: string; required: boolean }[];
  requestBody?: { content: Record<string, unknown> };
  responses: Record<string, unknown>;
  security?: unknown[];
}
interface Described {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Record<string, unknown>> };
}
const described = JSON.parse(JSON.stringify(describeApi(contracts, moduleOf))) as Described;

test('the description holds every operation once, under its method and path', () => {
  const operations = Object.values(described.paths).flatMap((path) => Object.values(path));
  const ids = operations.map(({ operationId }) => operationId);
  expect(ids.toSorted()).toEqual(contracts.map(({ id }) => id).toSorted());
  for (const route of contracts)
    expect(described.paths[route.path]?.[route.method]?.operationId).toBe(route.id);
});

test('says of every operation what it takes, gives and who may call it', () => {
  for (const route of contracts) {
    const operation = described.paths[route.path]?.[route.method] as Operation;
    const inPath = operation.parameters.filter((one) => one.in === 'path');
    const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect([route.id, inPath.map(({ name }) => name).toSorted()]).toEqual([route.id, names.toSorted()]);
    expect(inPath.every(({ required }) => required)).toBe(true);
    const types = Object.keys(operation.requestBody?.content ?? {});
    expect(types).toEqual(
      isRawBody(route.body) ? [...route.body.rawBody] : route.body ? ['application/json'] : [],
    );
    expect(Object.keys(operation.responses)).toContain(route.output === null ? '204' : '200');
    expect([route.id, operation.security]).toEqual([route.id, route.access === 'public' ? [] : undefined]);
  }
});

test('points to nothing that is not there', () => {
  const text = JSON.stringify(described);
  const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target ?? '');
  expect(references.length).toBeGreaterThan(100);
  const broken = references.filter((reference) => {
    const name = reference.replace('#/components/schemas/', '');
    return reference === name || !(name in described.components.schemas);
  });
  expect(broken).toEqual([]);
  expect(text).not.toContain('$defs');
});

test('says of every named schema what it is, not merely that it is itself', () => {
  const empty = Object.entries(described.components.schemas).filter(
    ([, schema]) =>
      !Object.keys(schema).some((key) => ['type', 'anyOf', 'oneOf', 'allOf', 'enum'].includes(key)),
  );
  expect(empty).toEqual([]);
});
