import { join } from 'node:path';
import { serveApiPages } from '#platform/http/api-page.ts';
import { createHttpApp, type HttpApp } from '#platform/http/app.ts';
import { type HealthPart, serveHealth } from '#platform/http/health.ts';
import { serveWeb } from '#platform/http/static.ts';
import type { ModuleServer, Platform } from '#platform/server/dependencies.ts';
import { type ComposeOptions, compose, type Modules } from './compose.ts';
import { moduleOf, problemsOf } from './contracts.ts';
import { root } from './root.ts';

export interface App {
  readonly platform: Platform;
  readonly modules: Modules;
  readonly http: HttpApp;
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
  { name: 'disk', required: true, check: async () => (options.mayWrite() ? null : 'full: reading only') },
  { name: 'jobs', required: true, check: async () => (platform.jobs.healthy() ? null : 'not started') },
  { name: 'live', required: true, check: async () => (platform.live.connected() ? null : 'not connected') },
  {
    name: 'files',
    required: false,
    check: async () => {
      await platform.files.check();
      return null;
    },
  },
  {
    name: 'media',
    required: false,
    check: async () => (options.media ? null : 'no media engine: video is off'),
  },
];

/** The composition root: modules, HTTP, web. Starts no listening socket of its own. */
export const createApp = (platform: Platform, options: ComposeOptions): App => {
  const modules = compose(platform, options);
  const routes = Object.values<ModuleServer>(modules).flatMap((module) => module.routes);
  const http = createHttpApp({
    routes,
    authenticate: (request) => modules.identity.authenticate(request),
    onDenied: (who, route) => modules.identity.recordDenial(who, route),
    mayWrite: options.mayWrite,
    publicUrl: options.publicUrl,
    trustProxy: options.trustProxy,
    log: platform.log,
    metrics: platform.metrics,
  });
  const contracts = routes.map(({ route }) => route);
  serveHealth(http, healthParts(platform, options), platform.metrics, options.metricsFor);
  serveApiPages(http, contracts, problemsOf(contracts), moduleOf);
  serveWeb(http, join(root, 'dist/web'));
  return {
    platform,
    modules,
    http,
    stop: async () => {
      for (const module of Object.values<ModuleServer>(modules).toReversed()) await module.stop?.();
    },
  };
};
