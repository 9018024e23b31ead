import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import type { Problem } from '#platform/contract/problem.ts';
import { common } from '#platform/contract/problem.ts';
import type { Route } from '#platform/contract/route.ts';
import { serveApiPages } from '#platform/http/api-page.ts';
import { createHttpApp } from '#platform/http/app.ts';
import type { BoundRoute } from '#platform/http/bind.ts';
import { serveHealth } from '#platform/http/health.ts';
import { serveWeb } from '#platform/http/static.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import { root } from './root.ts';

export interface MediaEngine {
  readonly url: string;
  readonly apiKey: string;
  readonly apiSecret: string;
}

export interface ComposeOptions {
  readonly publicUrl: string | null;
  readonly secure: boolean;
  readonly demo: boolean;
  readonly media: MediaEngine | null;
  readonly mediaThroughOrigin: boolean;
  readonly trustProxy: boolean;
  readonly metricsFor: 'loopback' | 'all';
  readonly fontDirs: readonly string[];
}

const optional = async (name: string, creator: string): Promise<any> => {
  const file = join(root, 'modules', name, 'server/index.ts');
  if (!existsSync(file)) return null;
  const module = await import(file);
  return module[creator] ?? null;
};

/** Puts the modules together, upstream first. */
export const compose = async (platform: Platform, options: ComposeOptions): Promise<any> => {
  const modules: any = {};
  const organisation = (await optional('organisation', 'createOrganisation'))?.(platform);
  const identity = (await optional('identity', 'createIdentity'))?.(platform, organisation, options);
  const registers = (await optional('registers', 'createRegisters'))?.(platform, organisation);
  const meetings = (await optional('meetings', 'createMeetings'))?.(platform, organisation, identity);
  const venues = (await optional('venues', 'createVenues'))?.(platform, {
    organisation,
    identity,
    meetings,
    media: options.media,
    mediaThroughOrigin: options.mediaThroughOrigin,
  });
  const records = (await optional('records', 'createRecords'))?.(platform, { organisation, registers });
  const ledgers = (await optional('ledgers', 'createLedgers'))?.(platform, {
    organisation,
    identity,
    registers,
    records,
    fontDirs: options.fontDirs,
  });
  Object.assign(modules, { organisation, identity, registers, meetings, venues, records, ledgers });
  return modules;
};
