import { request as httpRequest } from 'node:http';
import { beforeAll, expect, test } from 'vitest';
import { type Client, type Office, startOffice } from '#test/office.ts';

let office: Office;
let head: Client;

beforeAll(async () => {
  office = await startOffice({ listening: true });
  head = await office.as('committee_head');
});

const json = { 'content-type': 'application/json' };
const codeOf = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { code: string }).code;
const search = (body: RequestInit['body'], headers: Record<string, string> = json) =>
  head.raw('POST', '/api/residents/search', { body: body ?? null, headers });
const unforeseen = () => office.logLines.filter((line) => line.includes('"unforeseen"'));

test.each([
  ['no type', {}],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['text', { 'content-type': 'text/plain' }],
  ['nearly JSON', { 'content-type': 'application/jsonp' }],
])('%s is refused', async (_, headers) => {
  const response = await search(new TextEncoder().encode('{"text":"王"}'), headers as Record<string, string>);
  expect([response.status, await codeOf(response)]).toEqual([400, 'request.invalid']);
});

test('a file of a type the operation does not read is refused', async () => {
  const headers = { 'content-type': 'text/html' };
  const response = await head.raw('POST', '/api/residents/import/preview', { body: '<p>', headers });
  expect(response.status).toBe(400);
});

test.each([
  ['cut off', '{"text":"王"'],
  ['nothing', ''],
  ['NUL', '{"text":"a\\u0000b"}'],
  ['half a character', '{"text":"\\ud800"}'],
  ['half a character in a key', '{"text":"a","\\udc00":1}'],
  ['a list', '[]'],
  ['a number without end', '{"text":"a","limit":1e400}'],
  ['very deep', `{"text":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
  ['very deep and cut off', '['.repeat(900_000)],
])('%s is refused, not broken', async (_, body) => {
  const response = await search(body);
  expect([response.status, await codeOf(response)]).toEqual([400, 'request.invalid']);
  expect(unforeseen()).toEqual([]);
});

test('a body beyond the limit is refused, said or unsaid how long it is', async () => {
  const long = `{"text":"${'a'.repeat(1024 * 1024)}"}`;
  expect((await search(long)).status).toBe(413);
  const stream = new Blob([long]).stream();
  const response = await head.raw('POST', '/api/residents/search', {
    body: stream,
    headers: json,
    duplex: 'half',
  } as RequestInit);
  expect([response.status, await codeOf(response)]).toEqual([413, 'request.tooLarge']);
});

test('over a real connection too: the answer arrives', async () => {
  const response = await fetch(`${office.origin}/api/residents/import/preview`, {
    method: 'POST',
    body: new Uint8Array(21 * 1024 * 1024),
    headers: { cookie: head.cookie, 'content-type': 'application/octet-stream' },
  });
  expect([response.status, await codeOf(response)]).toEqual([413, 'request.tooLarge']);
});

test('an upload broken off is nobody’s fault: nothing is logged as unforeseen', async () => {
  await new Promise<void>((resolve) => {
    const upload = httpRequest(`${office.origin}/api/residents/import/preview`, {
      method: 'POST',
      headers: { cookie: head.cookie, 'content-type': 'application/octet-stream', 'content-length': 9_000 },
    });
    upload.once('error', () => resolve());
    upload.write('beginning', () => upload.destroy(new Error('line cut')));
  });
  const isOver = () =>
    office.logLines.some((line) => /previewResidentImport/.test(line) && !/"status":4/.test(line));
  while (!isOver()) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(unforeseen()).toEqual([]);
});

test('a list of nothing but mistakes is answered briefly', async () => {
  const body = JSON.stringify({ days: Array(366).fill({}) });
  const client = await office.as('self_governance');
  const response = await client.raw('PUT', '/api/calendar/2027', { body, headers: json });
  const { errors } = (await response.json()) as { errors: unknown[] };
  expect([response.status, errors.length]).toEqual([400, 50]);
});

test('keys nobody asked for are named, not repeated at length', async () => {
  const body = JSON.stringify({ days: [], [`k${'x'.repeat(50_000)}`]: 1 });
  const client = await office.as('self_governance');
  const response = await client.raw('PUT', '/api/calendar/2027', { body, headers: json });
  expect((await response.text()).length).toBeLessThan(1_000);
});
