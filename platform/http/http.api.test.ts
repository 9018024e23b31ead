import { beforeAll, describe, expect, test } from 'vitest';
import { contracts } from '#app/contracts.ts';
import { file, type Route, route } from '#platform/contract/route.ts';
import { type Client, type Office, startOffice } from '#test/office.ts';
import { createHttpApp } from './app.ts';
import { handlePublic } from './bind.ts';

let office: Office;
let head: Client;

beforeAll(async () => {
  office = await startOffice({ listening: true });
  head = await office.as('committee_head');
});

const json = { 'content-type': 'application/json' };
const noId = '00000000-0000-4000-8000-000000000000';
/** An address of a route, about nothing that exists. */
const addressFor = ({ path }: Route): string =>
  `/api${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'year' ? '2026' : noId))}`;
const codeOf = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { code: string }).code;
const search = (body: RequestInit['body'], headers: Record<string, string> = json) =>
  head.raw('POST', '/api/residents/search', { body: body ?? null, headers });

describe('headers', () => {
  test.each(['/', '/api/session', '/api/nowhere', '/docs/', '/openapi.json', '/healthz', '/assets/none.js'])(
    '%s may run no script but our own, be framed by nobody and be guessed at by no browser',
    async (path) => {
      const { headers } = await office.anonymous.raw('GET', path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("object-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/script-src[^;]*unsafe|unsafe-eval|default-src[^;]*\*/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    },
  );

  test('no answer of the API is kept by a browser or proxy, refusals included', async () => {
    for (const route of contracts.filter(({ method, id }) => method === 'get' && id !== 'openLive'))
      for (const client of [head, office.anonymous]) {
        const { headers } = await client.raw('GET', addressFor(route));
        expect([route.id, headers.get('cache-control')]).toEqual([route.id, 'no-store']);
      }
  });

  test('refusals are problems with a title in the language asked for', async () => {
    const inChinese = await office.anonymous.raw('GET', '/api/session');
    expect(inChinese.headers.get('content-type')).toBe('application/problem+json');
    expect(await inChinese.json()).toEqual({
      type: '/problems#request.signedOut',
      title: '请先登录',
      status: 401,
      code: 'request.signedOut',
    });
    const headers = { 'accept-language': 'en-GB,en;q=0.9' };
    expect(await (await office.anonymous.raw('GET', '/api/session', { headers })).json()).toMatchObject({
      title: 'Please sign in first.',
    });
  });
});

describe('another site', () => {
  const changing = contracts.filter(({ method }) => method !== 'get');

  test('cannot change anything: each mutation refuses its Origin before looking at anything else', async () => {
    expect(changing.length).toBeGreaterThan(40);
    for (const route of changing)
      for (const origin of ['https://evil.example', 'null', 'http://office.test.evil.example', 'nonsense']) {
        const response = await head.raw(route.method.toUpperCase(), addressFor(route), {
          headers: { origin },
        });
        expect([route.id, origin, response.status, await codeOf(response)]).toEqual([
          route.id,
          origin,
          403,
          'request.foreignOrigin',
        ]);
      }
  });

  test('our own may', async () => {
    expect((await search('{"text":"王"}', { ...json, origin: 'http://office.test' })).status).toBe(200);
  });

  test('is never told that it may read our answers', async () => {
    const headers = { origin: 'https://evil.example' };
    const read = await head.raw('GET', '/api/session', { headers });
    const asked = await head.raw('OPTIONS', '/api/residents/search', {
      headers: { ...headers, 'access-control-request-method': 'POST' },
    });
    for (const response of [read, asked])
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('methods and addresses', () => {
  test('a method that an address does not have is refused with those it has', async () => {
    const response = await head.raw('PATCH', '/api/residents');
    expect([response.status, response.headers.get('allow'), await codeOf(response)]).toEqual([
      405,
      'GET, POST',
      'request.methodNotAllowed',
    ]);
  });

  test.each(['/api/nowhere', '/api/residents/x/y/z', '/api/residents/%E0%A4%A', '/api/%00'])(
    '%s is a problem, not a page',
    async (path) => {
      const response = await head.raw('GET', path);
      expect([404, 400]).toContain(response.status);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
    },
  );

  test('what cannot be stored is refused in an address too', async () => {
    for (const path of [
      `/api/activities/a%00b/form?resident=${noId}`,
      `/api/ledgers/${noId}/cells/a%00b`,
      '/api/audit?action=a%00b',
    ]) {
      const client = path.includes('audit') ? await office.as('auditor') : head;
      expect([path, (await client.raw('GET', path)).status]).toEqual([path, 400]);
    }
  });

  test('HEAD opens no stream that nobody would read', async () => {
    let letGo = false;
    const stream = route({
      id: 'stream',
      method: 'get',
      path: '/stream',
      summary: '',
      access: 'public',
      output: file('text/event-stream'),
    });
    const { platform } = office;
    const app = createHttpApp({
      routes: [
        handlePublic(stream, async () => ({
          type: 'text/event-stream',
          content: new ReadableStream({
            cancel: () => {
              letGo = true;
            },
          }),
        })),
      ],
      authenticate: async () => null,
      onDenied: async () => undefined,
      mayWrite: () => true,
      publicUrl: null,
      trustProxy: false,
      log: platform.log,
      metrics: platform.metrics,
    });
    const { status, body } = await app.request('/api/stream', { method: 'HEAD' });
    expect([status, body, letGo]).toEqual([200, null, true]);
  });
});

describe('what watches the product', () => {
  test('figures are for this machine only, and not for whoever a proxy lets through', async () => {
    const ask = (address: string, headers: Record<string, string> = {}) =>
      office.anonymous.raw('GET', '/metrics', { address, headers });
    expect((await ask('127.0.0.1')).status).toBe(200);
    expect((await ask('10.0.0.8')).status).toBe(404);
    expect((await ask('127.0.0.1', { 'x-forwarded-for': '10.0.0.8' })).status).toBe(404);
  });

  test('health says each part in a word', async () => {
    const response = await office.anonymous.raw('GET', '/healthz');
    expect(await response.json()).toMatchObject({ parts: { database: 'ok', disk: 'ok', jobs: 'ok' } });
  });
});

test('the description names the cookie that a browser really sends', async () => {
  const described = (await (await office.anonymous.raw('GET', '/openapi.json')).json()) as {
    components: { securitySchemes: { session: { name: string } } };
  };
  const { name } = described.components.securitySchemes.session;
  expect(name).toBe('__Host-qz.session_token');
  expect(head.cookie).toContain(`${name.replace('__Host-', '')}=`);
});
