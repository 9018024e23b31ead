import { join } from 'node:path';
import type { Hono } from 'hono';
import { serveApiPages } from '#platform/http/api-page.ts';
import { createHttpApp } from '#platform/http/app.ts';
import { type HealthPart, serveHealth } from '#platform/http/health.ts';
import { serveWeb } from '#platform/http/static.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import { type ComposeOptions, compose } from './compose.ts';
import { problemsOf } from './contracts.ts';
import { root } from './root.ts';

export interface App {
  readonly platform: Platform;
  readonly modules: Awaited<ReturnType<typeof compose>>;
  // biome-ignore lint/suspicious/noExplicitAny: Hono's own bindings
  readonly http: Hono<any>;
  readonly stop: () => Promise<void>;
}

const healthParts = (platform: Platform, options: ComposeOptions): HealthPart[] => [
  {
    name: 'database',
    required: true,
    check: async () => {
      await platform.db.pool.query('select 1');
      return null;
    },
  },
  { name: 'jobs', required: true, check: async () => (platform.jobs.healthy() ? null : 'not started') },
  { name: 'live', required: true, check: async () => (platform.live.connected() ? null : 'not connected') },
  {
    name: 'media',
    required: false,
    check: async () => (options.media ? null : 'no media engine: video is off'),
  },
];

/** The composition root: modules, HTTP, web. Starts no listening socket of its own. */
export const createApp = async (platform: Platform, options: ComposeOptions): Promise<App> => {
  const modules = await compose(platform, options);
  const routes = Object.values(modules).flatMap((module: any) => module?.routes ?? []);
  const http = createHttpApp({
    routes,
    authenticate: (request) => modules.identity.authenticate(request),
    onDenied: (who, route) => modules.identity.recordDenial(who, route),
    publicUrl: options.publicUrl,
    trustProxy: options.trustProxy,
    log: platform.log,
    metrics: platform.metrics,
  });
  const contracts = routes.map(({ route }: any) => route);
  serveHealth(http, healthParts(platform, options), platform.metrics, options.metricsFor);
  serveApiPages(http, contracts, problemsOf(contracts));
  serveWeb(http, join(root, 'dist/web'));
  return {
    platform,
    modules,
    http,
    stop: async () => {
      for (const module of Object.values(modules).toReversed()) await (module as any)?.stop?.();
    },
  };
};
