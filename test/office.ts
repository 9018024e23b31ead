import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client as PgClient } from 'pg';
import { inject } from 'vitest';
import { recorderPageOf } from '#app/boot/recorder.ts';
import type { MediaEngine } from '#app/compose.ts';
import { demoPassword } from '#app/demo/accounts.ts';
import { closePlatform, openPlatform } from '#app/resources.ts';
import { type App, createApp } from '#app/server.ts';
import { CallError, call, callForFile } from '#platform/contract/call.ts';
import type { BodyIn, OutputOf, ParamsOf, QueryIn, Route } from '#platform/contract/route.ts';
import { folderFiles } from '#platform/files/folder-files.ts';
import { type Listening, listen } from '#platform/http/listen.ts';
import { proxyUpgrades } from '#platform/http/upgrade-proxy.ts';
import { createLog } from '#platform/log/log.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import { atStop } from './at-stop.ts';
import {
  demonstrationUsers,
  type OfficeIds,
  password,
  plantDemonstrationOffice,
  plantOffice,
} from './office-data.ts';

export { CallError };

export interface OfficeOptions {
  readonly media?: MediaEngine | null;
  /** Also listens on a free port of 127.0.0.1, for browsers. */
  readonly listening?: boolean;
  /** Can record sittings, by the system's Chromium. */
  readonly recorder?: boolean;
  /** The demonstration subdistrict instead of the small office: rich pages, one account for each role. */
  readonly demonstration?: boolean;
}

interface Given<R> {
  params?: ParamsOf<R>;
  query?: QueryIn<R>;
  body?: BodyIn<R>;
  signal?: AbortSignal;
}

/** One signed-in person (or nobody) calling the real app in this process. */
export interface Client {
  /** @throws {CallError} on any refusal */
  readonly call: <R extends Route>(route: R, given?: Given<R>) => Promise<OutputOf<R>>;
  readonly file: <R extends Route>(route: R, given?: Given<R>) => Promise<Blob>;
  /** `path` below the origin: `/api/…`. */
  readonly raw: (
    method: string,
    path: string,
    init?: RequestInit & { address?: string },
  ) => Promise<Response>;
  readonly cookie: string;
}

export interface As {
  /** Committee code, default `c01` for committee roles. */
  readonly committee?: string;
  /** Department code, default `civil` for department roles. */
  readonly department?: string;
  /** The same post in the other subdistrict. */
  readonly other?: boolean;
}

export interface Office {
  readonly platform: Platform;
  readonly app: App;
  readonly ids: OfficeIds;
  /** The other subdistrict, for what must never be seen across. */
  readonly otherIds: OfficeIds;
  readonly as: (role: string, as?: As) => Promise<Client>;
  /** A session of its own, for what ends it. */
  readonly fresh: (role: string, as?: As) => Promise<Client>;
  readonly anonymous: Client;
  /** `http://127.0.0.1:port` when listening. */
  readonly origin: string;
  /** Lines the log wrote so far. */
  readonly logLines: string[];
  /** As the superuser of the database: for tampering and counting in tests. */
  readonly ownerUrl: string;
  /** Where the product keeps files. */
  readonly filesFolder: string;
  readonly stop: () => Promise<void>;
}

const internalOrigin = 'http://office.test';

const databaseUrl = (adminUrl: string, name: string): string => {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
};

const cloneTemplate = async (adminUrl: string): Promise<{ name: string; url: string }> => {
  const name = `qz_${randomBytes(6).toString('hex')}`;
  const client = new PgClient({ connectionString: adminUrl });
  await client.connect();
  await client.query(`create database ${name} template qz_template`);
  await client.end();
  return { name, url: databaseUrl(adminUrl, name) };
};

const dropDatabase = async (adminUrl: string, name: string): Promise<void> => {
  const client = new PgClient({ connectionString: adminUrl });
  await client.connect();
  await client.query(`drop database if exists ${name} with (force)`);
  await client.end();
};

const clientOf = (app: App, cookie: string): Client => {
  const raw: Client['raw'] = async (method, path, { address = '127.0.0.1', ...init } = {}) => {
    const headers = new Headers(init.headers);
    if (cookie) headers.set('cookie', cookie);
    const request = new Request(new URL(path, internalOrigin), { ...init, method, headers });
    return app.http.fetch(request, { incoming: { socket: { remoteAddress: address } } });
  };
  const fetchIn: typeof fetch = (input, init) => raw(init?.method ?? 'GET', String(input), init);
  return {
    cookie,
    raw,
    call: (route, given = {}) => call(route, { ...given, fetch: fetchIn } as never),
    file: (route, given = {}) => callForFile(route, { ...given, fetch: fetchIn } as never),
  };
};

const signIn = async (app: App, username: string, word: string): Promise<Client> => {
  const response = await clientOf(app, '').raw('POST', '/api/session', {
    body: JSON.stringify({ username, password: word }),
    headers: { 'content-type': 'application/json' },
  });
  if (!response.ok) throw new Error(`sign-in of ${username}: ${response.status} ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return clientOf(app, cookie);
};

const committeeRoles = new Set(['committee_member', 'committee_head']);
const departmentRoles = new Set(['department_clerk', 'department_head']);

/** The user name of the account that holds one role at one place; see office-data.ts. */
export const usernameOf = (role: string, { committee, department, other }: As = {}): string => {
  const place = committeeRoles.has(role)
    ? `-${committee ?? 'c01'}`
    : departmentRoles.has(role)
      ? `-${department ?? 'civil'}`
      : '';
  return `${other ? 'other-' : ''}${role.replaceAll('_', '-')}${place}`;
};

/** A real office on its own database: two subdistricts, three committees, four departments, an account for each role. */
export const startOffice = async (options: OfficeOptions = {}): Promise<Office> => {
  const adminUrl = inject('adminUrl');
  const database = await cloneTemplate(adminUrl);
  const folder = await mkdtemp(join(tmpdir(), 'qz-files-'));
  const logLines: string[] = [];
  let listening: Listening | null = null;
  const platform = openPlatform({
    ownerUrl: database.url,
    masterKey: Buffer.alloc(32, 9),
    files: folderFiles(folder),
    log: createLog('debug', { write: (line) => logLines.push(line) }),
  });
  const app = createApp(platform, {
    publicUrl: null,
    secure: false,
    demo: options.demonstration ?? false,
    media: options.media ?? null,
    mediaThroughOrigin: true,
    recorderPage: options.recorder
      ? recorderPageOf({}, { port: () => listening?.port ?? null, host: '127.0.0.1', cert: null })
      : null,
    recordingDays: 30,
    trustProxy: false,
    mayWrite: () => true,
    metricsFor: 'loopback',
    fontDirs: [],
  });
  const planted = options.demonstration ? await plantDemonstrationOffice(app) : await plantOffice(app);
  await platform.jobs.start();
  if (options.listening) {
    listening = await listen({ fetch: app.http.fetch as never, port: 0, host: '127.0.0.1' });
    proxyUpgrades(listening.server, () => options.media?.url ?? null);
  }
  const known = new Map<string, Promise<Client>>();
  const word = options.demonstration ? demoPassword : password;
  const usernameFor = (role: string, as?: As) =>
    options.demonstration ? (demonstrationUsers[role] ?? role) : usernameOf(role, as);
  let stopped = false;
  const stop = async () => {
    if (stopped) return;
    stopped = true;
    await listening?.close();
    await app.stop();
    await closePlatform(platform);
    await dropDatabase(adminUrl, database.name);
    await rm(folder, { recursive: true, force: true });
  };
  atStop(stop);
  return {
    platform,
    app,
    ...planted,
    anonymous: clientOf(app, ''),
    as: (role, as) => {
      const username = usernameFor(role, as);
      const client = known.get(username) ?? signIn(app, username, word);
      known.set(username, client);
      return client;
    },
    fresh: (role, as) => signIn(app, usernameFor(role, as), word),
    origin: listening ? `http://127.0.0.1:${listening.port}` : internalOrigin,
    logLines,
    ownerUrl: database.url,
    filesFolder: folder,
    stop,
  };
};
